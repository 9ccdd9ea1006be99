import type { CollectionName } from "../item.js";
import { type CsvEncoding, csvEncodingOf, csvTextOf } from "./csv-encoding.js";
import type { ParseCells } from "./csv-records.js";

/** A column that is known by its header, whatever the header's spelling. */
export type Column =
  | "account"
  | "showBoosts"
  | "notify"
  | "languages"
  | "hideNotifications"
  | "domain"
  | "severity"
  | "uri"
  | "list";

/** How a CSV file holds a collection. */
export interface CollectionTable {
  readonly collection: CollectionName;
  readonly encoding: CsvEncoding;
  readonly delimiter: string;
  /** Its first row names the columns and is no member. */
  readonly hasHeader: boolean;
  /** The names of the columns, as the header has them or as Mastodon names them where there is none. */
  readonly headers: readonly string[];
  /** What each column is; `null`: not known. */
  readonly columns: readonly (Column | null)[];
}

/** Headers as Mastodon writes them; they are compared without regard to case. */
const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ["account address", "account"],
  ["show boosts", "showBoosts"],
  ["notify on new posts", "notify"],
  ["languages", "languages"],
  ["hide notifications", "hideNotifications"],
  ["#domain", "domain"],
  ["#severity", "severity"],
  ["#uri", "uri"],
  ["list name", "list"],
]);

const FOLLOWS: readonly string[] = ["Account address", "Show boosts", "Notify on new posts", "Languages"];

/** The columns of a file without a header, by the collection its name promises. Filters are never CSV. */
const DEFAULT_HEADERS: Readonly<Record<CollectionName, readonly string[]>> = {
  likes: ["#uri"],
  bookmarks: ["#uri"],
  dislikes: ["#uri"],
  following: FOLLOWS,
  followers: ["Account address"],
  blocks: ["Account address"],
  mutes: ["Account address", "Hide notifications"],
  lists: ["List name", "Account address"],
  domainBlocks: ["#domain"],
  filters: [],
};

const ACCOUNT = /^@?[^\s@,;/]+(?:@[^\s@,;/]+)?$/u;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i;
const DOMAIN = /^(?:\*\.)?[^\s@/:,;]+\.[^\s@/:,;]+$/u;

const isAccount = (cell: string): boolean => ACCOUNT.test(cell) || ADDRESS.test(cell);

/** Whether a cell can be what stands in a column; those that may be anything always are. */
function fits(column: Column | null, cell: string): boolean {
  const text = cell.trim();
  if (column === "account") return isAccount(text);
  if (column === "uri") return ADDRESS.test(text);
  if (column === "domain") return DOMAIN.test(text);
  if (column === "list") return text !== "";
  return true;
}

/** The collection that headers tell; `null` where they name accounts and nothing else. */
function collectionOf(
  columns: readonly (Column | null)[],
  promised: CollectionName | null,
): CollectionName | null {
  if (columns.includes("list")) return "lists";
  if (columns.includes("hideNotifications")) return "mutes";
  if (["showBoosts", "notify", "languages"].some((each) => columns.some((column) => column === each))) {
    return "following";
  }
  if (columns.includes("domain")) return "domainBlocks";
  const wanted = columns.includes("uri") ? "#uri" : "Account address";
  if (promised !== null && promised !== "lists" && DEFAULT_HEADERS[promised].includes(wanted))
    return promised;
  return columns.includes("uri") ? "bookmarks" : null;
}

const FEW_ROWS = 20;
const HANDLE = /^@?[^\s@,;/]+@[^\s@,;/]+$/u;

/**
 * The collection a CSV file holds, by its header; without one, by its name where its rows are such as the name
 * promises. `head` is the file's beginning, `whole` when nothing follows. `null`: it holds none that is known.
 */
export function collectionTableOf(
  head: Uint8Array,
  whole: boolean,
  promised: CollectionName | null,
  parse: ParseCells,
): CollectionTable | null {
  const encoding = csvEncodingOf(head);
  const even = head.subarray(encoding.mark, head.length - (head.length % encoding.unit));
  // A character may be cut in two at the end, which is no sign of another encoding: only whole lines are looked at.
  const lines = linesOf(even, encoding, whole).filter((line) => line.trim() !== "");
  const rows = (delimiter: string): string[][] =>
    lines.slice(0, FEW_ROWS).flatMap((line) => parse(line, delimiter, true)?.slice(0, 1) ?? []);
  for (const delimiter of [",", ";", "\t"]) {
    const [first = []] = rows(delimiter);
    const headers = first.map((cell) => cell.trim());
    const columns = headers.map((header) => COLUMNS.get(header.toLowerCase()) ?? null);
    if (columns[0] === null || columns[0] === undefined) continue;
    // No column is called like an account: it is the first row, of a list that is called like a column.
    if (HANDLE.test(headers.slice(1).at(-1) ?? "")) continue;
    // With the wrong delimiter a header of several columns looks like one of none.
    const collection = collectionOf(columns, promised);
    if (collection === null) return null;
    return { collection, encoding, delimiter, hasHeader: true, headers, columns };
  }
  if (promised === null || promised === "filters") return null;
  const headers = DEFAULT_HEADERS[promised];
  const columns = headers.map((header) => COLUMNS.get(header.toLowerCase()) ?? null);
  const needed = promised === "lists" ? 2 : 1;
  const empty = { collection: promised, encoding, delimiter: ",", hasHeader: false, headers, columns };
  if (lines.length === 0) return whole ? empty : null;
  for (const delimiter of [",", ";", "\t"]) {
    const isRow = (cells: readonly string[]): boolean =>
      (promised === "lists" && isTornRow(cells)) ||
      (cells.length >= needed && columns.slice(0, needed).every((column, n) => fits(column, cells[n] ?? "")));
    const all = rows(delimiter);
    if (all.filter(isRow).length * 2 > all.length) return { ...empty, delimiter };
  }
  return null;
}

/**
 * Whether a row of a list's name and an account fell apart at the commas of the name, which Misskey does not quote:
 * the account stands in the last cell, and not in the second.
 */
export function isTornRow(cells: readonly string[]): boolean {
  const [name = "", second = ""] = cells.map((cell) => cell.trim());
  return cells.length > 2 && name !== "" && !HANDLE.test(second) && HANDLE.test(cells.at(-1)?.trim() ?? "");
}

function linesOf(bytes: Uint8Array, encoding: CsvEncoding, whole: boolean): string[] {
  const lines = csvTextOf(bytes, encoding).text.split(/\r\n|\n|\r/);
  return whole || lines.length === 1 ? lines : lines.slice(0, -1);
}
