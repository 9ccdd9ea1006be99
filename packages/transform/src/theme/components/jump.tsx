import type { JSX } from "preact";
import { monthPath, UNDATED_PATH, yearPath } from "../paths.js";
import type { Page, YearIndex } from "../site.js";

/** Ways on: the months of a year with how much they hold, and the other years. */
export function Jump({
  page,
  year,
  month,
}: {
  readonly page: Page;
  /** The year whose months are shown; `null` on the page of the undated. */
  readonly year: string | null;
  /** The month one is in, `YYYY-MM`. */
  readonly month: string | null;
}): JSX.Element {
  const { strings, formats, years, undated } = page.site;
  // The year page is its own list of months.
  const shown = month === null ? undefined : years.find((index) => index.year === year);
  return (
    <nav class="rail jump" id="jump" aria-label={shown === undefined ? strings.years : strings.otherMonths}>
      <div class="keep">
        {shown === undefined ? null : <Months page={page} year={shown} month={month} />}
        <h2>{strings.years}</h2>
        <ul class="years">
          {years.map((index) => (
            <li>
              <a
                href={page.href(yearPath(index.year))}
                aria-current={index.year !== year ? undefined : month === null ? "page" : "true"}
              >
                {formats.year(index.year)}
              </a>
            </li>
          ))}
        </ul>
        {undated === null ? null : (
          <p>
            <a href={page.href(UNDATED_PATH)} aria-current={year === null ? "page" : undefined}>
              {strings.undated}
            </a>
          </p>
        )}
      </div>
    </nav>
  );
}

function Months({
  page,
  year,
  month,
}: {
  readonly page: Page;
  readonly year: YearIndex;
  readonly month: string | null;
}): JSX.Element {
  const { formats } = page.site;
  const most = Math.max(1, ...year.months.map(({ posts }) => posts));
  return (
    <>
      <h2>{formats.year(year.year)}</h2>
      <ul class="months">
        {year.months.map((count) => (
          <li>
            <a
              href={page.href(monthPath(count.month))}
              aria-current={count.month === month ? "page" : undefined}
            >
              {formats.monthName(count.month)}{" "}
              <svg class="grows" aria-hidden="true">
                <rect class="h1" width={`${Math.round((count.posts / most) * 100)}%`} height="100%" />
              </svg>
              <span class="n">{formats.number(count.posts)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
