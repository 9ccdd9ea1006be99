import type { QueryRows } from "@archive/transform/sqlite";
import type { Session } from "../session.js";
import { columns } from "./columns.js";
import { printable } from "./printable.js";
import { counted } from "./quantity.js";

/** Rows for a terminal: aligned, numbers to the right, a line end inside a cell shown as ⏎. */
export function rowsText({ columns: names, rows }: QueryRows, { paint }: Session): string[] {
  const right = names.flatMap((_, at) => (rows.every((row) => typeof row[at] !== "string") ? [at] : []));
  const cells = rows.map((row) => row.map(cellText));
  const [head = "", ...lines] = columns([names.map(printable), ...cells], { right, gap: 3 });
  return [paint("bold", head), ...lines, "", counted(rows.length, "row")];
}

/** Rows as CSV with a header. */
export async function rowsCsv({ columns: names, rows }: QueryRows): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  return stringify([[...names], ...rows.map((row) => [...row])], { escape_formulas: true });
}

/** Rows as objects; of two columns of one name the later has a number behind it. */
export function rowsObjects({ columns: names, rows }: QueryRows): Readonly<Record<string, unknown>>[] {
  const keys = names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name}_${before + 1}`;
  });
  return rows.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at] ?? null])));
}

function cellText(cell: string | number | null): string {
  return cell === null ? "" : printable(String(cell).replace(/\r\n?|\n/g, " ⏎ "));
}
