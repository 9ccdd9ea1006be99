import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryLibrary, select } from "@archive/transform";
import { checkQuery, openDatabase } from "@archive/transform/sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

const folder = mkdtempSync(join(tmpdir(), "one-query-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ANSWERED = [
  "SELECT 1",
  "SELECT 1;",
  " \n;SELECT ';' AS \"a;b\" ; ; -- and no more; SELECT 2\n /* nor; here */ ",
  "WITH one AS (SELECT 1 AS n) SELECT n FROM one /* open to the end; SELECT 2",
  "VALUES (1), (2)",
  "EXPLAIN QUERY PLAN SELECT key FROM post",
  "PRAGMA table_info(post)",
  "SELECT 'größer 😀' AS words; -- größer",
];

const REFUSED: readonly (readonly [sql: string, why: RegExp])[] = [
  ["", /no statement/],
  [" ;; -- nothing\n/* at * all */", /no statement/],
  ["SELECT 1; SELECT 2", /several statements/],
  ["SELECT 'größer 😀';DROP TABLE post", /several statements/],
  ["SELECT 1; nonsense", /several statements/],
  ["SELECT 1; -- comment\nSELECT 2", /several statements/],
  [`VACUUM INTO '${join(folder, "copy.sqlite")}'`, /no rows/],
  [`ATTACH '${join(folder, "other.sqlite")}' AS other`, /no rows/],
  ["PRAGMA writable_schema = 1", /no rows/],
  ["BEGIN", /no rows/],
  ["DELETE FROM post", /no rows/],
  ["SELEKT 1", /syntax error/],
  ["SELECT nobody FROM post", /no such column: nobody/],
  ["SELECT * FROM nowhere", /no such table: nowhere/],
  ["SELECT readfile('/etc/passwd')", /no such function: readfile/],
];

describe("a query", () => {
  it.each(ANSWERED)("%j is answered", async (sql) => {
    checkQuery(sql);
    const { selection } = await select(memorySource({}), { library: memoryLibrary() });
    using database = await openDatabase(selection);
    expect(database.query(sql).columns.length).toBeGreaterThan(0);
  });

  it.each(REFUSED)("%j is refused, before there are posts and after", async (sql, why) => {
    expect(() => checkQuery(sql)).toThrow(why);
    const { selection } = await select(memorySource({}), { library: memoryLibrary() });
    using database = await openDatabase(selection);
    expect(() => database.query(sql)).toThrow(why);
    expect(["copy.sqlite", "other.sqlite"].filter((name) => existsSync(join(folder, name)))).toEqual([]);
  });

  it("knows the tables of an archive before there is one", () => {
    for (const table of [
      "account",
      "post",
      "hashtag",
      "mention",
      "attachment",
      "poll",
      "poll_option",
      "post_fts",
      "month",
    ]) {
      checkQuery(`SELECT * FROM ${table}`);
    }
  });

  it("that writes is refused though it asks for rows", async () => {
    const { selection } = await select(memorySource({}), { library: memoryLibrary() });
    using database = await openDatabase(selection);
    expect(() => database.query("DELETE FROM post RETURNING key")).toThrow(/readonly/);
    expect(() => database.query("SELECT load_extension('x')")).toThrow(/not authorized/);
  });
});
