import { DatabaseSync, type StatementSync } from "node:sqlite";
import { INDEXES, TABLES } from "./tables.js";

/** What may stand behind a statement: white space, semicolons and comments. */
const NOTHING = /^(?:[\s;\ufeff]|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))*$/;

/**
 * Prepares the one statement of a text that asks for rows. SQLite itself would leave out what comes behind the first in
 * silence, and `VACUUM INTO` would write a file elsewhere even from a database that is open for reading only.
 */
export function oneQuery(database: DatabaseSync, sql: string): StatementSync {
  if (NOTHING.test(sql)) throw new TypeError("there is no statement");
  const statement = database.prepare(sql);
  // SQLite keeps the text of what it understood: up to the end of the first statement.
  if (!NOTHING.test(sql.slice(statement.sourceSQL.length))) {
    throw new TypeError("there are several statements, and one at a time is answered");
  }
  if (statement.columns().length === 0) throw new TypeError("it asks for no rows; a SELECT does");
  return statement;
}

/**
 * Looks at a query before there is anything to ask: throws what {@link PostDatabase.query} would throw for a statement
 * that is wrong in itself or names tables and columns that there are not.
 *
 * @example
 * ```ts
 * import { checkQuery } from "@archive/transform/sqlite";
 * checkQuery("SELECT month, posts FROM month");
 * ```
 */
export function checkQuery(sql: string): void {
  const database = new DatabaseSync(":memory:");
  try {
    database.exec(TABLES);
    database.exec(INDEXES);
    oneQuery(database, sql);
  } finally {
    database.close();
  }
}
