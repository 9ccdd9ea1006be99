import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue, type StatementSync } from "node:sqlite";
import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { type TempFolder, tempFolder } from "../temp-folder.js";
import { oneQuery } from "./one-query.js";
import { writeDatabase } from "./write-database.js";

/** A row of an answer; a number that JavaScript can't hold exactly is a text, and bytes are their hex digits. */
export type QueryRow = readonly (string | number | null)[];

/** What a query gives. */
export interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: readonly QueryRow[];
}

/** What a query gives, row after row. */
export interface QueryStream {
  readonly columns: readonly string[];
  /** Found as they are asked for, and once only; SQLite's error for a row that can't be made comes from here. */
  readonly rows: Iterable<QueryRow>;
}

/** A database of posts that can be asked and not changed. */
export interface PostDatabase extends Disposable {
  /**
   * Answers one statement. Throws SQLite's error for one that it does not understand or that writes, and a `TypeError`
   * for none, for several, and for one that asks for no rows.
   */
  query(sql: string): QueryRows;
  /** The same for answers of any length: no more than a row is in memory. */
  stream(sql: string): QueryStream;
}

/**
 * Puts the posts of a selection into a private SQLite file (the tables of the `sqlite` target) and opens it for
 * reading. The file is gone when the database is disposed of.
 *
 * @example
 * ```ts
 * import { openDatabase } from "@archive/transform/sqlite";
 * using database = await openDatabase(selection);
 * const { rows } = database.query("SELECT month, posts FROM month");
 * ```
 */
export async function openDatabase(selection: Selection, run: RunOptions = {}): Promise<PostDatabase> {
  const folder = tempFolder();
  try {
    const path = join(folder.path, "posts.sqlite");
    await writeDatabase(path, selection, run);
    const database = new DatabaseSync(path, { readOnly: true });
    unlinkOpen(folder);
    const stream = (sql: string): QueryStream => {
      const statement = oneQuery(database, sql);
      statement.setReadBigInts(true);
      // As objects, two columns of one name would be one.
      statement.setReturnArrays(true);
      return { columns: statement.columns().map(({ name }) => name), rows: rowsOf(statement) };
    };
    return {
      query(sql) {
        const { columns, rows } = stream(sql);
        return { columns, rows: [...rows] };
      },
      stream,
      [Symbol.dispose]() {
        database.close();
        folder[Symbol.dispose]();
      },
    };
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
}

/**
 * Takes an open file's name away, where the system allows it: nothing is left then of a program that is ended by force
 * while it answers a query.
 */
function unlinkOpen(folder: TempFolder): void {
  try {
    folder[Symbol.dispose]();
  } catch {
    // Windows keeps what is open; the folder goes when the database is closed.
  }
}

function* rowsOf(statement: StatementSync): Generator<QueryRow> {
  for (const row of statement.iterate()) yield Object.values(row).map(plain);
}

function plain(value: SQLOutputValue): string | number | null {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
}
