import type { JSX } from "preact";
import { HeatCells, HeatLegend } from "../components/heat-row.js";
import { Jump } from "../components/jump.js";
import { Turn } from "../components/turn.js";
import { daysOf, heatScale } from "../heat.js";
import { monthPath, yearPath } from "../paths.js";
import type { Page, YearIndex } from "../site.js";

const LONGEST_MONTH = 31;

/** A year: a row for each month, a cell for each day. */
export function YearPage({ page, year }: { readonly page: Page; readonly year: YearIndex }): JSX.Element {
  const { site } = page;
  const { strings, formats, years } = site;
  const name = formats.year(year.year);
  const index = years.indexOf(year);
  const turnTo = (other: YearIndex | undefined) =>
    other === undefined ? null : { path: yearPath(other.year), text: formats.year(other.year) };
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(name, site.title)}
      description={strings.yearDescription(site.author, name)}
      kind="website"
      indexable
      current="posts"
    >
      <div class="head">
        <h1>{name}</h1>
        <p class="lede">
          {strings.yearLede(year.posts, formats.number(year.posts), year.boosts, formats.number(year.boosts))}
        </p>
      </div>
      <Months page={page} year={year} />
      <Turn page={page} earlier={turnTo(years[index - 1])} later={turnTo(years[index + 1])} />
      <Jump page={page} year={year.year} month={null} />
    </site.components.Layout>
  );
}

function Months({ page, year }: { readonly page: Page; readonly year: YearIndex }): JSX.Element {
  const { days, formats, strings } = page.site;
  const all = [...days.keys()];
  const first = all[0] ?? "";
  const last = all.at(-1) ?? "";
  const rows = year.months.map((count) => ({ count, row: daysOf(count.month, days, first, last) }));
  const scale = heatScale(rows.flatMap(({ row }) => row.filter((value) => value !== null)));
  return (
    <>
      <h2 class="vh">{strings.postsByDay}</h2>
      <ul class="life of-year">
        {rows.map(({ count, row }) => (
          <li>
            <a href={page.href(monthPath(count.month))}>
              <span class="y">{formats.monthName(count.month)}</span>
              <HeatCells row={row} columns={LONGEST_MONTH} scale={scale} />
              <span class="n">
                {formats.number(count.posts)}
                <span class="vh"> {strings.sums.posts(count.posts)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <HeatLegend fewer={strings.fewer} more={strings.morePerDay} />
    </>
  );
}
