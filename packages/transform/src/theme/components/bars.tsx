import type { JSX } from "preact";
import type { Page } from "../site.js";

/** A row of a {@link Bars} chart. */
export interface Bar {
  readonly name: string;
  readonly href?: string;
  /** As it is written. */
  readonly value: string;
  /** As it is drawn. */
  readonly size: number;
}

/** A chart that is its own table: the last column draws the numbers. */
export function Bars({
  page,
  title,
  text,
  columns,
  rows,
  whole,
}: {
  readonly page: Page;
  readonly title: string;
  readonly text: string | null;
  readonly columns: readonly [name: string, value: string];
  readonly rows: readonly Bar[];
  /** The size that fills the column; that of the largest row unless told. */
  readonly whole?: number;
}): JSX.Element {
  const most = Math.max(1, whole ?? Math.max(...rows.map(({ size }) => size)));
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        {text === null ? null : <p>{text}</p>}
      </figcaption>
      <table class="table">
        <caption class="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col" class="n">
              {columns[1]}
            </th>
            <th scope="col">
              <span class="vh">{page.site.strings.drawn}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, value, size }) => (
            <tr>
              <th scope="row">
                {href === undefined ? (
                  <bdi>{name}</bdi>
                ) : (
                  <a href={href}>
                    <bdi>{name}</bdi>
                  </a>
                )}
              </th>
              <td class="n">{value}</td>
              <td class="line">
                <svg class="grows" aria-hidden="true">
                  <rect class="h3" width={`${Math.round((size / most) * 1000) / 10}%`} height="100%" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
