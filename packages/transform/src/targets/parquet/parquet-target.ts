import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { ROW_OPTIONS_SCHEMA, type RowOptions } from "../data/options.js";
import { postRecord } from "../data/post-record.js";
import { RECORD_SUPPORT } from "../data/support.js";
import type { OutputFile, Target } from "../target.js";
import { ParquetFile } from "./parquet-file.js";

/** How Hive, DuckDB and Spark write a partition without a value. */
const NOTHING = "__HIVE_DEFAULT_PARTITION__";
const FILE = "posts.parquet";

/**
 * Parquet files, one for each account and year: `account=…/year=…/posts.parquet`. DuckDB, Spark and Polars read a
 * folder of many accounts as one table: `SELECT * FROM read_parquet('out/*\/*\/*.parquet', hive_partitioning = true)`.
 * Years are those of the selection's time zone, times in the table are UTC.
 *
 * @example
 * ```ts
 * import { parquetTarget } from "@archive/transform/parquet";
 * for await (const { path, content } of parquetTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const parquetTarget: Target<RowOptions> = {
  name: "parquet",
  purpose: "data",
  optionsSchema: ROW_OPTIONS_SCHEMA,
  support: RECORD_SUPPORT,
  render: (selection, _, run = {}) => render(selection, run),
};

async function* render(selection: Selection, run: RunOptions): AsyncGenerator<OutputFile> {
  let items = 0;
  for (const [year, months] of yearsOf(selection)) {
    const files = new Map<number, ParquetFile>();
    for (const month of months) {
      for await (const post of selection.posts("oldest", { month })) {
        run.signal?.throwIfAborted();
        const file = files.get(post.account) ?? new ParquetFile();
        files.set(post.account, file);
        await file.add(postRecord(post, selection));
        items += 1;
        run.onProgress?.({ file: FILE, bytes: 0, items });
      }
    }
    for (const [account, file] of files) {
      const folder = `account=${accountPart(selection, account)}/year=${year ?? NOTHING}`;
      yield { path: `${folder}/${FILE}`, content: await file.finish() };
    }
  }
}

function yearsOf(selection: Selection): ReadonlyMap<string | null, readonly (string | null)[]> {
  const years = new Map<string | null, (string | null)[]>();
  for (const { month } of selection.months()) {
    const year = month === null ? null : (month.split("-", 1)[0] ?? null);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return years;
}

/** `name@host`, with everything else percent-encoded, as Hive has it. */
function accountPart({ accounts }: Selection, index: number): string {
  const account = accounts[index];
  const name = (account?.handle ?? account?.id ?? "").replace(/^@/, "").toWellFormed().slice(0, 100);
  if (name === "") return NOTHING;
  // A device name of Windows can't stand behind `account=`; a dot at the end could.
  return encodeURIComponent(name)
    .replace(/%40/g, "@")
    .replace(/[*'()~!]|\.$/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
