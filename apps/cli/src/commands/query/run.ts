import { createReporter, type RunOptions } from "@archive/schema";
import type { SelectOptions } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { checkQuery, openDatabase, type PostDatabase } from "@archive/transform/sqlite";
import { CliError, EXIT } from "../../exit.js";
import { exitAfterWriting } from "../../lost.js";
import { openInput } from "../../open-input.js";
import { rowsCsv, rowsObjects, rowsText } from "../../render/rows-text.js";
import { selectFrom } from "../../selecting/select-from.js";
import { selectionOf } from "../../selecting/selection-of.js";
import type { Session } from "../../session.js";
import type { QueryOptions } from "./options.js";

/** What `query` was told. */
export interface QueryArguments {
  readonly path: string;
  readonly sql: string;
  readonly options: QueryOptions;
}

/** Puts the selected posts into a private database, asks it, and prints the rows. */
export async function runQuery({ path, sql, options }: QueryArguments, session: Session): Promise<number> {
  const { io } = session;
  if (session.options.json && options.csv === true) {
    throw new CliError(EXIT.usage, "--json and --csv exclude each other.");
  }
  const schema = sql.trim() === ".schema";
  const question = schema ? TABLES : sql;
  // Reading can take long: what can't be asked is told before.
  ask(() => checkQuery(question));
  const wanted = { ...selectionOf(options), media: false };
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: io.signal, onDiagnostic: reporter.report };

  using database = await databaseOf(path, wanted, run, session);
  const found = await io.deaf(() => ask(() => database.query(question)));
  if (session.options.json) session.printJson(rowsObjects(found));
  else if (options.csv === true) io.stdout.write(await rowsCsv(found));
  else session.print(schema ? found.rows.map(([table]) => `${table};`) : rowsText(found, session));
  return exitAfterWriting(reporter.codes(), "made");
}

/** By the time it is asked, all else is closed and gone: a query that never ends is ended by force. */
async function databaseOf(
  path: string,
  wanted: Omit<SelectOptions, "library">,
  run: RunOptions,
  session: Session,
): Promise<PostDatabase> {
  await using archive = await openInput(path, session, run);
  using library = sqliteLibrary();
  const { selection } = await selectFrom(archive, { ...wanted, library }, run, session);
  return await openDatabase(selection, run);
}

const TABLES =
  "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'post_fts_%' AND name NOT LIKE 'sqlite_%'";

function ask<T>(question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new CliError(
      EXIT.usage,
      `The query can’t be answered: ${error.message}.`,
      'ap-archive query <archive> ".schema" prints the tables.',
      error,
    );
  }
}
