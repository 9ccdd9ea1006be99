import type { QueryRow, QueryStream } from "@archive/transform/sqlite";
import type { Session } from "../session.js";
import { alignedLine, columnWidths } from "./columns.js";
import { jsonList, printable } from "./printable.js";
import { counted } from "./quantity.js";

/** Columns are as wide as the first rows need: so many rows, or so many characters of them. */
const FIRST_ROWS = 1000;
const FIRST_CHARACTERS = 2 ** 20;
/** Longer cells are no reason to fill a terminal with blanks. */
const WIDEST = 120;
/** Rows that are written as CSV at a time. */
const CSV_ROWS = 256;

/** Rows for a terminal: aligned, numbers to the right, a line end inside a cell shown as ⏎. */
export function* rowsText({ columns: names, rows }: QueryStream, { paint }: Session): Generator<string> {
  const all = rows[Symbol.iterator]();
  const first = firstOf(all);
  const head = names.map(printable);
  const cells = first.map(rowText);
  const widths = columnWidths([head, ...cells]).map((width) => Math.min(width, WIDEST));
  const right = names.flatMap((_, at) => (first.every((row) => typeof row[at] !== "string") ? [at] : []));
  const line = (row: readonly string[]): string => alignedLine(row, widths, { right, gap: 3 });

  yield `${paint("bold", line(head))}\n`;
  for (const row of cells) yield `${line(row)}\n`;
  let count = cells.length;
  for (const row of { [Symbol.iterator]: () => all }) {
    yield `${line(rowText(row))}\n`;
    count += 1;
  }
  yield `\n${counted(count, "row")}\n`;
}

/** Rows as CSV with a header. */
export async function rowsCsv({ columns: names, rows }: QueryStream): Promise<Iterable<string>> {
  const { stringify } = await import("csv-stringify/sync");
  const text = (some: QueryRow[]): string => stringify(some, { escape_formulas: true, quoted_match: /\r/ });
  return (function* () {
    yield text([names]);
    let some: QueryRow[] = [];
    for (const row of rows) {
      some.push(row);
      if (some.length < CSV_ROWS) continue;
      yield text(some);
      some = [];
    }
    yield text(some);
  })();
}

/** Rows as a JSON list of objects; of two columns of one name the later has a number behind it. */
export function rowsJson({ columns: names, rows }: QueryStream): Iterable<string> {
  const keys = keysOf(names);
  function* objects(): Generator<object> {
    for (const row of rows) yield Object.fromEntries(keys.map((key, at) => [key, row[at] ?? null]));
  }
  return jsonList(objects());
}

/** A key for each column: a number behind a name, where the name alone is taken. */
function keysOf(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const given = new Set<string>();
  return names.map((name) => {
    let key = name;
    for (let number = 2; given.has(key) || (key !== name && taken.has(key)); number += 1)
      key = `${name}_${number}`;
    given.add(key);
    return key;
  });
}

function firstOf(rows: Iterator<QueryRow>): QueryRow[] {
  const first: QueryRow[] = [];
  let characters = 0;
  while (first.length < FIRST_ROWS && characters < FIRST_CHARACTERS) {
    const { done, value } = rows.next();
    if (done) break;
    first.push(value);
    for (const cell of value) characters += typeof cell === "string" ? cell.length : 8;
  }
  return first;
}

function rowText(row: QueryRow): string[] {
  return row.map((cell) => (cell === null ? "" : printable(String(cell).replace(/\r\n?|\n/g, " ⏎ "))));
}
