import type { JSX } from "preact";
import { heatScale, weeksOf } from "../heat.js";
import { monthPath, yearPath } from "../paths.js";
import type { Page } from "../site.js";
import { HeatCells, HeatLegend } from "./heat-row.js";
import { TableBehind } from "./table-behind.js";

const MONTHS = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
const WEEKS = 53;

/** The life of the account: a row for each year, a cell for each week, and the same by month as a table. */
export function Life({ page }: { readonly page: Page }): JSX.Element | null {
  const { years, days, strings, formats } = page.site;
  const all = [...days.keys()];
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return null;
  const rows = years.map((year) => ({ year, row: weeksOf(year.year, days, first, last) }));
  const scale = heatScale(rows.flatMap(({ row }) => row.filter((value) => value !== null)));
  return (
    <>
      <h3 class="vh">{strings.postsByWeek}</h3>
      <ul class="life">
        <li class="months-head" aria-hidden="true">
          <span />
          <span>
            {MONTHS.map((month) => (
              <span>
                <span class="long">{formats.monthShort(`2001-${month}`)}</span>
                <span class="short">{formats.monthNarrow(`2001-${month}`)}</span>
              </span>
            ))}
          </span>
        </li>
        {rows.map(({ year, row }) => (
          <li>
            <a href={page.href(yearPath(year.year))}>
              <span class="y">{formats.year(year.year)}</span>
              <HeatCells row={row} columns={WEEKS} scale={scale} />
              <span class="n">
                {formats.number(year.posts)}
                <span class="vh"> {strings.sums.posts(year.posts)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <div class="broad">
        <HeatLegend fewer={strings.fewer} more={strings.morePerWeek} />
        <MonthTable page={page} />
      </div>
    </>
  );
}

function MonthTable({ page }: { readonly page: Page }): JSX.Element {
  const { years, strings, formats } = page.site;
  return (
    <TableBehind summary={strings.sameAsTable} label={strings.tableByMonth}>
      <thead>
        <tr>
          <th scope="col">{strings.year}</th>
          {MONTHS.map((month) => (
            <th scope="col" class="n">
              {formats.monthShort(`2001-${month}`)}
            </th>
          ))}
          <th scope="col" class="n">
            {strings.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => {
          const counts = new Map(year.months.map((count) => [count.month.slice(-2), count]));
          return (
            <tr>
              <th scope="row">
                <a href={page.href(yearPath(year.year))}>{formats.year(year.year)}</a>
              </th>
              {MONTHS.map((month) => {
                const count = counts.get(month);
                return (
                  <td class="n">
                    {count === undefined ? null : (
                      <a href={page.href(monthPath(count.month))}>{formats.number(count.posts)}</a>
                    )}
                  </td>
                );
              })}
              <td class="n">{formats.number(year.posts)}</td>
            </tr>
          );
        })}
      </tbody>
    </TableBehind>
  );
}
