import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openDatabase, type PostDatabase } from "@archive/transform/sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNTS, type ParquetFolder, parquetFolder } from "./support/parquet-folder.js";

/** Where `pyarrow` is installed (Arrow C++, what pandas reads with); `.ci/run` fetches it. */
const PYARROW = process.env.PYARROW_PATH ?? "";
const PYTHON = "/usr/bin/python3";
const SCRIPT = fileURLToPath(new URL("support/arrow-table.py", import.meta.url));

interface ArrowTable {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly nulls: Readonly<Record<string, number>>;
  readonly groups: Readonly<
    Record<string, readonly (readonly [name: string | number | null, rows: number])[]>
  >;
  readonly sums: Readonly<Record<string, number>>;
  readonly characters: Readonly<Record<string, number>>;
  readonly members: Readonly<Record<string, number>>;
  readonly span: readonly string[];
}

const TIME = "timestamp[ms, tz=UTC]";
const WORDS = "list<element: string not null>";

describe.skipIf(!existsSync(PYARROW))("parquet in Arrow (skipped without PYARROW_PATH)", () => {
  let folder: ParquetFolder;
  let database: PostDatabase;
  let table: ArrowTable;

  beforeAll(async () => {
    folder = await parquetFolder();
    database = await openDatabase(folder.selection);
    const { stdout, stderr } = spawnSync(PYTHON, [SCRIPT, folder.path], {
      encoding: "utf8",
      env: { PYTHONPATH: PYARROW },
    });
    expect(stderr).toBe("");
    table = JSON.parse(stdout);
  });
  afterAll(async () => {
    database[Symbol.dispose]();
    await folder[Symbol.asyncDispose]();
  });

  const ask = (sql: string): unknown => database.query(sql).rows[0]?.[0];

  it("is one table of all accounts and years, with the types that were meant", () => {
    expect(table.groups.account).toEqual([
      [ACCOUNTS[0], 3],
      [ACCOUNTS[1], table.rows - 3],
    ]);
    expect(table.types).toMatchObject({
      account: "string",
      year: "int32",
      sensitive: "bool",
      media_count: "int32",
    });
    for (const name of ["published", "updated", "gone_since"]) expect(table.types[name]).toBe(TIME);
    for (const name of ["hashtags", "mentions", "alt_texts"]) expect(table.types[name]).toBe(WORDS);
    for (const name of ["likes", "boosts", "replies"]) expect(table.types[name]).toBe("int32");
    for (const name of ["key", "text", "poll", "history"]) expect(table.types[name]).toBe("string");
  });

  it("has the rows, nulls and groups that SQLite has", () => {
    expect(table.rows).toBe(ask("SELECT count(*) FROM post"));
    for (const name of [
      "url",
      "type",
      "published",
      "updated",
      "language",
      "content_warning",
      "likes",
      "boost_of",
    ]) {
      expect([name, table.nulls[name]]).toEqual([name, ask(`SELECT count(*) - count(${name}) FROM post`)]);
    }
    for (const [name, sql] of [
      ["kind", "kind"],
      ["visibility", "visibility"],
      ["language", "language"],
      ["year", "CAST(substr(published, 1, 4) AS INTEGER)"],
    ]) {
      const { rows } = database.query(`SELECT ${sql}, count(*) FROM post GROUP BY 1`);
      expect([name, table.groups[name ?? ""]?.toSorted()]).toEqual([name, rows.toSorted()]);
    }
  });

  it("has their sums, characters and members, and the same first and last time", () => {
    for (const [name, sum] of Object.entries(table.sums)) {
      const sql =
        name === "media_count"
          ? "SELECT count(*) FROM attachment"
          : `SELECT coalesce(sum(${name}), 0) FROM post`;
      expect([name, sum]).toEqual([name, ask(sql)]);
    }
    for (const [name, count] of Object.entries(table.characters)) {
      expect([name, count]).toEqual([name, ask(`SELECT sum(length(${name})) FROM post`)]);
    }
    expect(table.members).toEqual({
      hashtags: ask("SELECT count(*) FROM hashtag"),
      mentions: ask("SELECT count(*) FROM mention"),
      alt_texts: ask("SELECT count(alt) FROM attachment"),
    });
    const span = database.query(
      "SELECT substr(min(published), 1, 19), substr(max(published), 1, 19) FROM post",
    );
    expect(table.span).toEqual(span.rows[0]);
  });
});
