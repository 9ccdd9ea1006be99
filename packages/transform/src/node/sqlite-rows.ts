import type { SQLOutputValue } from "node:sqlite";
import type { LibraryMedia, LibraryRange, LibraryRow, LibraryTag } from "../library/library.js";
import type { MediaVariant } from "../select/selection.js";

const decoder = new TextDecoder();

/** The range as SQL. */
export function conditionsOf(range: LibraryRange): {
  readonly where: string;
  readonly values: readonly string[];
} {
  const conditions: string[] = [];
  const values: string[] = [];
  if (range.month === null) conditions.push("month IS NULL");
  else if (range.month !== undefined) {
    conditions.push("month = ?");
    values.push(range.month);
  }
  if (range.tag !== undefined) {
    conditions.push("slug = ?");
    values.push(range.tag);
  }
  if (range.attachments === true) conditions.push("attachments = 1");
  if (range.kinds !== undefined) {
    conditions.push(`kind IN (${range.kinds.map(() => "?").join(", ")})`);
    values.push(...range.kinds);
  }
  return { where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, values };
}

type Columns = Record<string, SQLOutputValue>;

/** A row of the table of posts. */
export function toRow(row: Columns): LibraryRow {
  return {
    key: text(row.key),
    epoch: number(row.undated) === 1 ? null : number(row.epoch),
    tie: text(row.tie),
    day: textOrNull(row.day),
    parent: textOrNull(row.parent),
    kind: text(row.kind),
    tags: row.tags === null ? [] : tagsIn(text(row.tags)),
    attachments: row.attachments === 1,
    bytes: bytesIn(row.json),
  };
}

/** What these parse was written by {@link sqliteLibrary} itself in this very run. */
function tagsIn(json: string): readonly LibraryTag[] {
  return JSON.parse(json);
}

function variantsIn(json: string): readonly MediaVariant[] {
  return JSON.parse(json);
}

/** A row of the table of media. */
export function toMedia(row: Columns): LibraryMedia {
  const path = textOrNull(row.path);
  const name = textOrNull(row.name);
  return {
    key: text(row.key),
    file: path === null ? null : { path, size: number(row.size) },
    source: number(row.source),
    output:
      name === null
        ? null
        : {
            name,
            mediaType: text(row.type),
            bytes: number(row.bytes),
            width: numberOrNull(row.width),
            height: numberOrNull(row.height),
            variants: variantsIn(text(row.variants)),
            blurhash: textOrNull(row.blurhash),
            ...(row.silent === 1 ? { silent: true } : {}),
          },
  };
}

/** The text of a column of bytes. */
export function textIn(value: SQLOutputValue | undefined): string {
  return decoder.decode(bytesIn(value));
}

function bytesIn(value: SQLOutputValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError("The library holds no bytes where it should");
  return value;
}

/** A column that holds text. */
export function text(value: SQLOutputValue | undefined): string {
  if (typeof value !== "string") throw new TypeError("The library holds no text where it should");
  return value;
}

/** A column that may hold text. */
export function textOrNull(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : text(value);
}

/** A column that holds a number. */
export function number(value: SQLOutputValue | undefined): number {
  if (typeof value !== "number") throw new TypeError("The library holds no number where it should");
  return value;
}

function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return value === null || value === undefined ? null : number(value);
}
