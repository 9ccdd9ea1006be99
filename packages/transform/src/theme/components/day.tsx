import type { JSX } from "preact";
import { Raw } from "../markup.js";
import type { DayProps } from "../site.js";

/** A day with its posts. `beneath` says what the small word under the numeral is: weekday, or month. */
export function Day({ page, day, posts, beneath, anchor }: DayProps): JSX.Element {
  const { formats, strings } = page.site;
  if (day === null) {
    const id = anchor ?? "undated";
    return (
      <section class="day ledger" aria-labelledby={id}>
        <h2 id={id} class="vh">
          {strings.undated}
        </h2>
        <Raw class="posts" markup={posts} />
      </section>
    );
  }
  const id = anchor ?? `d${day}`;
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
