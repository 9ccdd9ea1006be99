import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openDatabase } from "@archive/transform/sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNTS, type ParquetFolder, parquetFolder } from "./support/parquet-folder.js";

/** Where `@duckdb/node-api` is installed; `.ci/run` fetches it, for it is large and nothing else needs it. */
const DUCKDB = process.env.DUCKDB_PATH ?? "";

type Cell = string | number | null;

/** What of DuckDB's own types is used here: it is no dependency, so they are not there. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{
        runAndReadAll(sql: string): Promise<{ getRowsJson(): readonly (readonly Cell[])[] }>;
        closeSync(): void;
      }>;
    }>;
  };
}

describe.skipIf(!existsSync(DUCKDB))("parquet in DuckDB (skipped without DUCKDB_PATH)", () => {
  let folder: ParquetFolder;
  let ask: (sql: string) => Promise<readonly (readonly Cell[])[]>;

  beforeAll(async () => {
    folder = await parquetFolder();
    // The cast stands for the types that are not installed; a call that does not fit fails the test.
    const loaded = (await import(pathToFileURL(join(DUCKDB, "lib/index.js")).href)) as DuckDb;
    const connection = await (await loaded.DuckDBInstance.create(":memory:")).connect();
    ask = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
    await ask(
      `CREATE VIEW post AS SELECT * FROM read_parquet('${folder.path}/**/*.parquet', hive_partitioning = true)`,
    );
  }, 60_000);
  afterAll(() => folder[Symbol.asyncDispose]());

  it("counts and sums as SQLite does, whole and by year, kind and language", async () => {
    using database = await openDatabase(folder.selection);
    const numbers = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row) =>
        row.map((cell) => (typeof cell === "string" && /^\d+$/.test(cell) ? Number(cell) : cell)),
      );
    for (const sql of [
      "SELECT count(*), count(DISTINCT id), count(content_warning), count(language) FROM post",
      "SELECT kind, count(*), sum(length(text)) FROM post GROUP BY kind ORDER BY kind",
      "SELECT language, count(*) FROM post WHERE language IS NOT NULL GROUP BY language ORDER BY language",
      "SELECT coalesce(sum(likes), 0), coalesce(sum(boosts), 0), coalesce(sum(replies), 0) FROM post",
      "SELECT visibility, count(*) FROM post GROUP BY visibility ORDER BY visibility",
    ]) {
      expect([sql, numbers(await ask(sql))]).toEqual([sql, numbers(database.query(sql).rows)]);
    }
    expect(numbers(await ask("SELECT sum(media_count) FROM post"))).toEqual(
      numbers(database.query("SELECT count(*) FROM attachment").rows),
    );
    const years = numbers(
      await ask("SELECT year, count(*) FROM post GROUP BY year ORDER BY year NULLS FIRST"),
    );
    expect(years).toEqual(
      numbers(
        database.query("SELECT substr(published, 1, 4), count(*) FROM post GROUP BY 1 ORDER BY 1").rows,
      ),
    );
  });

  it("is one table of many accounts, each under its own name", async () => {
    const accounts = await ask("SELECT account, count(*) FROM post GROUP BY account ORDER BY account");
    expect(accounts.map(([account]) => account)).toEqual(ACCOUNTS);
    expect(Number(accounts[0]?.[1])).toBe(3);
    const tags = await ask("SELECT count(*) FROM (SELECT unnest(hashtags) FROM post)");
    expect(Number(tags[0]?.[0])).toBeGreaterThan(20);
  });
});
