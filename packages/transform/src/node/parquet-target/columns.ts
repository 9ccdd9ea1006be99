import type { SchemaElement } from "hyparquet";
import type { PostRecord } from "../../targets/data/post-record.js";
import { type Cells, PlainCells, TextCells, TruthCells } from "./cells.js";

/** A column of the table. */
interface Column {
  readonly elements: (name: string) => SchemaElement[];
  readonly cells: (name: string) => Cells;
}

const STRING = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } } as const;

/** Texts that differ from post to post. */
const text = (cell: (record: PostRecord) => string | null): Column => ({
  elements: (name) => [{ name, ...STRING, repetition_type: "OPTIONAL" }],
  cells: (name) => new TextCells(name, cell),
});

/** One of a few words. */
const word = (cell: (record: PostRecord) => string | null): Column => ({
  elements: (name) => [{ name, ...STRING, repetition_type: "OPTIONAL" }],
  cells: (name) => new PlainCells(name, cell),
});

const json = (cell: (record: PostRecord) => unknown): Column =>
  text((record) => {
    const value = cell(record);
    return value === null ? null : JSON.stringify(value);
  });

const time = (cell: (record: PostRecord) => string | null): Column => ({
  elements: (name) => [
    {
      name,
      type: "INT64",
      converted_type: "TIMESTAMP_MILLIS",
      logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
      repetition_type: "OPTIONAL",
    },
  ],
  cells: (name) =>
    new PlainCells(name, (record) => {
      const value = cell(record);
      return value === null ? null : BigInt(Date.parse(value));
    }),
});

const whole = (cell: (record: PostRecord) => number | null): Column => ({
  elements: (name) => [{ name, type: "INT32", repetition_type: "OPTIONAL" }],
  // Counts are what a server claimed: one that no integer of 32 bits holds is no count.
  cells: (name) =>
    new PlainCells(name, (record) => {
      const value = cell(record);
      return value === null || Math.abs(value) >= 2 ** 31 ? null : Math.trunc(value);
    }),
});

const truth = (cell: (record: PostRecord) => boolean): Column => ({
  elements: (name) => [{ name, type: "BOOLEAN", repetition_type: "REQUIRED" }],
  cells: (name) => new TruthCells(name, cell),
});

/** A list in the three levels that every reader understands (Parquet, LogicalTypes.md, "Lists"). */
const words = (cell: (record: PostRecord) => readonly string[]): Column => ({
  elements: (name) => [
    {
      name,
      repetition_type: "REQUIRED",
      num_children: 1,
      converted_type: "LIST",
      logical_type: { type: "LIST" },
    },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", ...STRING, repetition_type: "REQUIRED" },
  ],
  cells: (name) => new PlainCells(name, cell),
});

/**
 * The columns of a Parquet file. Names and types are part of the API; new ones come last. `account` and `year` are
 * in the folders' names, as Hive has it. `attachments`, `poll`, `event` and `history` are JSON.
 */
export const COLUMNS: Readonly<Record<string, Column>> = {
  key: text(({ key }) => key),
  id: text(({ id }) => id),
  url: text(({ url }) => url),
  kind: word(({ kind }) => kind),
  type: word(({ type }) => type),
  visibility: word(({ visibility }) => visibility),
  published: time(({ published }) => published),
  updated: time(({ updated }) => updated),
  gone_since: time(({ goneSince }) => goneSince),
  language: word(({ language }) => language),
  title: text(({ title }) => title),
  content_warning: text(({ contentWarning }) => contentWarning),
  sensitive: truth(({ sensitive }) => sensitive),
  text: text((record) => record.text),
  html: text(({ html }) => html),
  hashtags: words(({ hashtags }) => hashtags),
  mentions: words(({ mentions }) => mentions.map(({ name }) => name)),
  alt_texts: words(({ attachments }) => attachments.flatMap(({ alt }) => alt ?? [])),
  media_count: whole(({ attachments }) => attachments.length),
  in_reply_to: text(({ inReplyTo }) => inReplyTo),
  thread: text(({ thread }) => thread),
  quote: text(({ quote }) => quote),
  boost_of: text(({ boostOf }) => boostOf),
  likes: whole(({ likes }) => likes),
  boosts: whole(({ boosts }) => boosts),
  replies: whole(({ replies }) => replies),
  attachments: json(({ attachments }) => (attachments.length === 0 ? null : attachments)),
  poll: json(({ poll }) => poll),
  event: json(({ event }) => event),
  history: json(({ history }) => (history.length === 0 ? null : history)),
};

/**
 * The names of the columns, in their order.
 *
 * @example
 * ```ts
 * import { PARQUET_COLUMNS } from "@archive/transform/parquet";
 * PARQUET_COLUMNS[0]; // "key"
 * ```
 */
export const PARQUET_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** The file's schema. */
export const PARQUET_SCHEMA: SchemaElement[] = [
  { name: "post", num_children: Object.keys(COLUMNS).length },
  ...Object.entries(COLUMNS).flatMap(([name, { elements }]) => elements(name)),
];
