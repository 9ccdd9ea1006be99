import type { RunOptions } from "@archive/schema";
import type { Account } from "../../post/account.js";
import type { Selection } from "../../select/selection.js";
import type { Bytes } from "../../source.js";
import { ROW_OPTIONS_SCHEMA, type RowOptions } from "../../targets/data/options.js";
import { type PostRecord, postRecord } from "../../targets/data/post-record.js";
import { RECORD_SUPPORT } from "../../targets/data/support.js";
import { progressOf } from "../../targets/posts-with-progress.js";
import type { OutputFile, Target } from "../../targets/target.js";
import { ParquetFile } from "./parquet-file.js";

/** How Hive, DuckDB and Spark write a partition without a value. */
const NOTHING = "__HIVE_DEFAULT_PARTITION__";
const FILE = "posts.parquet";

/** Bytes of a file; what comes after goes to the next, for a file is held in memory until it is whole. */
const FULL = 32 * 2 ** 20;

/**
 * Parquet files, one for each account and year: `account=…/year=…/posts.parquet`. DuckDB, Spark and Polars read a
 * folder of many accounts as one table: `SELECT * FROM read_parquet('out/*\/*\/*.parquet', hive_partitioning = true)`.
 * Years are those of the selection's time zone, times in the table are UTC. Columns are compressed by zstd, which Spark
 * reads from 3.2 on by itself, and from 2.3 on where its Hadoop brings that library.
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
  const count = progressOf(FILE, run);
  const accounts = selection.accounts.map(accountPart);
  for (const [year, months] of yearsOf(selection)) {
    const partitions = new Map<string, Partition>();
    for (const month of months) {
      for await (const post of selection.posts("oldest", { month })) {
        count();
        const folder = `account=${accounts[post.account] ?? NOTHING}/year=${year ?? NOTHING}`;
        let partition = partitions.get(folder);
        if (partition === undefined) {
          partition = new Partition(folder);
          partitions.set(folder, partition);
        }
        partition.add(postRecord(post, selection));
        if (partition.isFull) yield partition.close();
      }
    }
    for (const partition of partitions.values()) if (!partition.isEmpty) yield partition.close();
  }
}

/** One folder of the output: all posts of an account and a year, in one file, or in several where they are many. */
class Partition {
  readonly #folder: string;
  #file: ParquetFile | null = null;
  #closed = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get isEmpty(): boolean {
    return this.#file === null;
  }

  get isFull(): boolean {
    return (this.#file?.size ?? 0) >= FULL;
  }

  add(record: PostRecord): void {
    this.#file ??= new ParquetFile();
    this.#file.add(record);
  }

  /** The file that is open, whole. */
  close(): OutputFile {
    this.#closed += 1;
    const name = this.#closed === 1 ? FILE : `posts-${this.#closed}.parquet`;
    const pieces = this.#file?.finish() ?? [];
    this.#file = null;
    return { path: `${this.#folder}/${name}`, content: inPieces(pieces) };
  }
}

async function* inPieces(pieces: readonly Uint8Array[]): Bytes {
  yield* pieces;
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
function accountPart({ handle, id }: Account): string {
  const name = (handle ?? id ?? "").replace(/^@/, "").toWellFormed().slice(0, 100);
  if (name === "") return NOTHING;
  // A device name of Windows can't stand behind `account=`; a dot at the end could.
  return encodeURIComponent(name)
    .replace(/%40/g, "@")
    .replace(/[*'()~!]|\.$/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
