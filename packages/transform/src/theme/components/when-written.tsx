import type { JSX } from "preact";
import type { MonthCount } from "../../select/selection.js";
import { monthPath } from "../paths.js";
import type { Page } from "../site.js";
import { HourDots, MonthColumns } from "./charts.js";
import { TableBehind } from "./table-behind.js";

/** Posts by month, as columns, with the numbers in a table behind them. */
export function ByMonth({
  page,
  months,
}: {
  readonly page: Page;
  readonly months: readonly MonthCount[];
}): JSX.Element | null {
  const { strings, formats } = page.site;
  const dated = months.flatMap(({ month, ...rest }) => (month === null ? [] : [{ ...rest, month }]));
  const written = dated.filter(({ posts }) => posts > 0);
  const [first] = written;
  if (first === undefined) return null;
  const most = written.reduce((a, b) => (b.posts > a.posts ? b : a), first);
  const text = strings.postsByMonthText({
    month: formats.month(most.month),
    posts: formats.number(most.posts),
  });
  return (
    <figure class="chart">
      <figcaption>
        <h2>{strings.postsByMonth}</h2>
        <p>{text}</p>
      </figcaption>
      <MonthColumns page={page} months={dated} label={`${strings.postsByMonth}. ${text}`} />
      <details class="behind">
        <summary>{strings.numbersAsTable}</summary>
        <table class="table">
          <caption class="vh">{strings.postsByMonth}</caption>
          <thead>
            <tr>
              <th scope="col">{strings.month}</th>
              <th scope="col" class="n">
                {strings.posts}
              </th>
              <th scope="col" class="n">
                {strings.replies}
              </th>
              <th scope="col" class="n">
                {strings.boosts}
              </th>
            </tr>
          </thead>
          <tbody>
            {dated.map(({ month, posts, replies, boosts }) => (
              <tr>
                <th scope="row">
                  <a href={page.href(monthPath(month))}>{formats.month(month)}</a>
                </th>
                <td class="n">{formats.number(posts)}</td>
                <td class="n">{formats.number(replies)}</td>
                <td class="n">{formats.number(boosts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

// A week that begins on a Monday: its days give weekdays their names.
const WEEK = [
  "2001-01-01",
  "2001-01-02",
  "2001-01-03",
  "2001-01-04",
  "2001-01-05",
  "2001-01-06",
  "2001-01-07",
];

/** Posts by weekday and hour, as dots, with the numbers in a table behind them. */
export function ByHour({
  page,
  hours,
}: {
  readonly page: Page;
  readonly hours: readonly (readonly number[])[];
}): JSX.Element | null {
  const { strings, formats } = page.site;
  let most = { weekday: 0, hour: 0, count: 0 };
  for (const [weekday, row] of hours.entries()) {
    for (const [hour, count] of row.entries()) if (count > most.count) most = { weekday, hour, count };
  }
  if (most.count === 0) return null;
  const text = strings.hourAndWeekdayText({
    weekday: formats.weekdayName(WEEK[most.weekday] ?? ""),
    from: formats.number(most.hour),
    to: formats.number(most.hour + 1),
  });
  const names = WEEK.map((day) => formats.weekday(day));
  return (
    <figure class="chart">
      <figcaption>
        <h2>{strings.hourAndWeekday}</h2>
        <p>{text}</p>
      </figcaption>
      <HourDots page={page} hours={hours} names={names} label={`${strings.hourAndWeekday}. ${text}`} />
      <TableBehind summary={strings.numbersAsTable} label={strings.hourAndWeekday}>
        <thead>
          <tr>
            <th scope="col">{strings.hour}</th>
            {names.map((name) => (
              <th scope="col" class="n">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 24 }, (_, hour) => (
            <tr>
              <th scope="row">{formats.number(hour)}</th>
              {hours.map((row) => (
                <td class="n">{formats.number(row[hour] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableBehind>
    </figure>
  );
}
