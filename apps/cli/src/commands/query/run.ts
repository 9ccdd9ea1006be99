import { createReporter, type RunOptions } from "@archive/schema";
import type { SelectOptions } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { checkQuery, openDatabase, type PostDatabase, type QueryStream } from "@archive/transform/sqlite";
import { CliError, EXIT } from "../../exit.js";
import { exitAfterWriting } from "../../lost.js";
import { openInput } from "../../open-input.js";
import { printPieces } from "../../print-pieces.js";
import { rowsCsv, rowsJson, rowsText } from "../../render/rows-text.js";
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
  const found = ask(() => database.stream(question));
  const answer = { ...found, rows: asking(found.rows) };
  const text = await textOf(answer, { schema, csv: options.csv === true }, session);
  await io.deaf(() => printPieces(text, io.stdout));
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
  using library = sqliteLibrary({ oneThread: session.io.cores === 1 });
  const { selection } = await selectFrom(archive, { ...wanted, library }, run, session);
  return await openDatabase(selection, run);
}

async function textOf(
  answer: QueryStream,
  { schema, csv }: { readonly schema: boolean; readonly csv: boolean },
  session: Session,
): Promise<Iterable<string>> {
  if (session.options.json) return rowsJson(answer);
  if (csv) return rowsCsv(answer);
  return schema ? tables(answer) : rowsText(answer, session);
}

function* tables({ rows }: QueryStream): Generator<string> {
  for (const [table] of rows) yield `${table};\n`;
}

const TABLES =
  "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'post_fts_%' AND name NOT LIKE 'sqlite_%'";

function ask<T>(question: () => T): T {
  try {
    return question();
  } catch (error) {
    throw unanswered(error);
  }
}

/** Some errors come with a row only, like that of a number which is too large. */
function* asking<T>(rows: Iterable<T>): Generator<T> {
  try {
    yield* rows;
  } catch (error) {
    throw unanswered(error);
  }
}

function unanswered(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return new CliError(
    EXIT.usage,
    `The query can’t be answered: ${error.message}.`,
    'ap-archive query <archive> ".schema" prints the tables.',
    error,
  );
}
