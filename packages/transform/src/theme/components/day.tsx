import type { JSX } from "preact";
import type { Markup } from "../markup.js";
import { Raw } from "../markup.js";
import type { Page } from "../site.js";

/** A day with its posts. `level` says what the small word under the numeral is: weekday, or month. */
export function Day({
  page,
  day,
  posts,
  beneath,
}: {
  readonly page: Page;
  readonly day: string | null;
  readonly posts: Markup;
  readonly beneath: "weekday" | "month";
}): JSX.Element {
  const { formats, strings } = page.site;
  if (day === null) {
    return (
      <section class="day ledger" aria-labelledby="undated">
        <h2 id="undated" class="wordy">
          {strings.undated}
        </h2>
        <Raw class="posts" markup={posts} />
      </section>
    );
  }
  const id = `d${day}`;
  return (
    <section class="day ledger" aria-labelledby={id}>
      <h2 id={id}>
        <a href={`#${id}`}>
          <span class="vh">{formats.dayName(day)}</span>
          <span aria-hidden="true">
            <span class="num">{formats.dayNumber(day)}</span>{" "}
            <span class="wd">{beneath === "weekday" ? formats.weekday(day) : formats.dayMonth(day)}</span>
          </span>
        </a>
      </h2>
      <Raw class="posts" markup={posts} />
    </section>
  );
}
