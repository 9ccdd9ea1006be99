import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { type TempFolder, tempFolder } from "../temp-folder.js";
import { oneQuery } from "./one-query.js";
import { writeDatabase } from "./write-database.js";

/** What a query gives; a number that JavaScript can't hold exactly is a text, and bytes are their hex digits. */
export interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A database of posts that can be asked and not changed. */
export interface PostDatabase extends Disposable {
  /**
   * Answers one statement. Throws SQLite's error for one that it does not understand or that writes, and a `TypeError`
   * for none, for several, and for one that asks for no rows.
   */
  query(sql: string): QueryRows;
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
    return {
      query(sql) {
        const statement = oneQuery(database, sql);
        statement.setReadBigInts(true);
        // As objects, two columns of one name would be one.
        statement.setReturnArrays(true);
        const rows = statement.all().map((row) => Object.values(row).map(plain));
        return { columns: statement.columns().map(({ name }) => name), rows };
      },
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

function plain(value: SQLOutputValue): string | number | null {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
}
