// The entry for browsers has no Buffer, and is the same in Node.
import { stringify } from "csv-stringify/browser/esm/sync";
import type { Selection } from "../../select/selection.js";
import type { Target } from "../target.js";
import { CSV_OPTIONS_SCHEMA, type CsvOptions } from "./options.js";
import { type PostRecord, postRecord } from "./post-record.js";
import { ROW_SUPPORT } from "./support.js";
import { type PostFile, postChunks } from "./text-chunks.js";

const FILE = "posts.csv";

/**
 * The columns and what stands in each. Accounts are written without the `@` before them, which a spreadsheet would
 * take for a formula.
 * Names and order are part of the API; new ones come last.
 *
 * @example
 * ```ts
 * import { CSV_COLUMNS } from "@archive/transform/data";
 * Object.keys(CSV_COLUMNS)[0]; // "published"
 * ```
 */
export const CSV_COLUMNS: Readonly<Record<string, (record: PostRecord) => string | number | boolean | null>> =
  {
    published: ({ published }) => published,
    kind: ({ kind }) => kind,
    visibility: ({ visibility }) => visibility,
    text: ({ text }) => text,
    content_warning: ({ contentWarning }) => contentWarning,
    title: ({ title }) => title,
    language: ({ language }) => language,
    hashtags: ({ hashtags }) => hashtags.join(" "),
    mentions: ({ mentions }) => mentions.map(({ name }) => name.replace(/^@/, "")).join(" "),
    media_count: ({ attachments }) => attachments.length,
    alt_texts: ({ attachments }) => attachments.flatMap(({ alt }) => alt ?? []).join("\n"),
    poll: ({ poll }) => (poll?.options ?? []).map(({ name, votes }) => `${name}: ${votes ?? "?"}`).join("\n"),
    sensitive: ({ sensitive }) => sensitive,
    updated: ({ updated }) => updated,
    in_reply_to: ({ inReplyTo }) => inReplyTo,
    thread: ({ thread }) => thread,
    quote: ({ quote }) => quote,
    boost_of: ({ boostOf }) => boostOf,
    likes: ({ likes }) => likes,
    boosts: ({ boosts }) => boosts,
    replies: ({ replies }) => replies,
    url: ({ url }) => url,
    id: ({ id }) => id,
    account: ({ account }) => account?.replace(/^@/, "") ?? null,
    key: ({ key }) => key,
    gone_since: ({ goneSince }) => goneSince,
  };

/**
 * One row a post, oldest first, with a header: for spreadsheets. UTF-8 with a byte order mark, without which
 * Excel takes it for another encoding; lines end in CRLF (RFC 4180). A cell that a spreadsheet would run as a
 * formula gets an apostrophe before it (OWASP, "CSV Injection"), unless `rawCells` says not to.
 *
 * @example
 * ```ts
 * import { csvTarget } from "@archive/transform/data";
 * for await (const { path, content } of csvTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const csvTarget: Target<CsvOptions> = {
  name: "csv",
  purpose: "data",
  singleFile: true,
  optionsSchema: CSV_OPTIONS_SCHEMA,
  support: ROW_SUPPORT,
  async *render(selection, options, run = {}) {
    const file = csvFile(selection, options.rawCells === true);
    yield { path: FILE, content: postChunks(selection, file, run) };
  },
};

type Row = (string | number | boolean | null)[];

/** Rows that are written at once: the library looks through its options anew each time. */
const AT_ONCE = 64;

function csvFile(selection: Selection, raw: boolean): PostFile {
  const lines = (rows: readonly Row[]): string =>
    stringify([...rows], {
      escape_formulas: !raw,
      record_delimiter: "windows",
      // Of itself the library quotes what holds a whole record delimiter; to readers each half of it ends a line.
      quoted_match: /[\r\n]/,
      cast: { boolean: (value) => String(value) },
    });
  const columns = Object.values(CSV_COLUMNS);
  let waiting: Row[] = [];
  const written = (): string => {
    const rows = waiting;
    waiting = [];
    return rows.length === 0 ? "" : lines(rows);
  };
  return {
    path: FILE,
    head: `\ufeff${lines([Object.keys(CSV_COLUMNS)])}`,
    write(post) {
      const record = postRecord(post, selection);
      waiting.push(columns.map((cell) => cell(record)));
      return waiting.length < AT_ONCE ? "" : written();
    },
    end: written,
  };
}
