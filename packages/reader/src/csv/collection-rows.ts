import { type Diagnostic, diagnostic, type JsonObject, type RunOptions } from "@archive/schema";
import type { Bytes } from "../containers/container.js";
import type { Item, Reference } from "../item.js";
import { type CollectionTable, type Column, isTornRow } from "./collection-table.js";
import { csvRecords } from "./csv-records.js";

/** How the rows of a collection are read. */
export interface CollectionRowsOptions extends RunOptions {
  readonly file: string;
  readonly maxRowBytes: number;
}

/**
 * The members of a collection in a CSV file. Accounts are trimmed and lose one leading `@`, domains are in small
 * letters: as Mastodon reads its own files.
 */
export async function* collectionRows(
  bytes: Bytes,
  table: CollectionTable,
  options: CollectionRowsOptions,
): AsyncGenerator<Item<Reference>, void, undefined> {
  const { file } = options;
  const { encoding, delimiter, hasHeader } = table;
  for await (const record of csvRecords(bytes, { ...options, encoding, delimiter })) {
    if (hasHeader && record.index === 0) continue;
    const { cells, offset, length } = record;
    const index = record.index - (hasHeader ? 1 : 0);
    const pointer = `/${record.index}`;
    const value = referenceOf(cells, table);
    if (value === null) {
      const details = { file, pointer, offset, expected: EXPECTED[table.collection] ?? "an address" };
      const found: Diagnostic = diagnostic("reference/invalid", details);
      options.onDiagnostic?.(found);
      continue;
    }
    yield { value, raw: rawOf(cells, table), file, pointer, index, offset, length };
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  following: "an account",
  followers: "an account",
  blocks: "an account",
  mutes: "an account",
  lists: "a list and an account",
  domainBlocks: "a domain",
};

function rawOf(cells: readonly string[], { headers }: CollectionTable): JsonObject {
  // Not by assignment: a column may be called `__proto__`.
  return Object.fromEntries(cells.map((cell, n) => [headers[n] || `#${n + 1}`, cell]));
}

function referenceOf(cells: readonly string[], { columns, hasHeader }: CollectionTable): Reference | null {
  const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? "";
  const account = cell("account").replace(/^@/, "");
  if (columns.includes("list")) {
    // Misskey escapes nothing: a name with commas in it falls apart.
    if (!hasHeader && isTornRow(cells)) {
      const member = (cells.at(-1) ?? "").trim().replace(/^@/, "");
      const name = cells.slice(0, -1).join(",").trim();
      return { id: name, list: name, member };
    }
    const list = cell("list");
    return list === "" || account === "" ? null : { id: list, list, member: account };
  }
  const id = account || cell("domain").toLowerCase() || cell("uri");
  if (id === "") return null;
  const showBoosts = booleanOf(cell("showBoosts"));
  const notify = booleanOf(cell("notify"));
  const hideNotifications = booleanOf(cell("hideNotifications"));
  const languages = cell("languages")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const severity = cell("severity");
  return {
    id,
    ...(showBoosts !== null && { showBoosts }),
    ...(notify !== null && { notify }),
    ...(hideNotifications !== null && { hideNotifications }),
    ...(languages.length > 0 && { languages }),
    ...(severity !== "" && { severity }),
  };
}

/** As Rails and Go cast what people write. */
function booleanOf(text: string): boolean | null {
  if (/^(?:true|t|1|on|yes)$/i.test(text)) return true;
  return /^(?:false|f|0|off|no)$/i.test(text) ? false : null;
}
