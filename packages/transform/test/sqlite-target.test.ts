import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Selection } from "@archive/transform";
import { openDatabase, sqliteTarget, TABLES_VERSION } from "@archive/transform/sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RICH, selecting, uri } from "./support/data-posts.js";

describe("sqlite", () => {
  let selection: Selection;
  let folder = "";
  beforeAll(async () => {
    selection = await selecting(RICH);
    folder = mkdtempSync(join(tmpdir(), "sqlite-target-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function bytesOf(): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const { content } of sqliteTarget.render(selection, {})) {
      if (typeof content === "string" || content instanceof Uint8Array) throw new Error("not in pieces");
      for await (const chunk of content) chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  it("is whole, has every post, finds words without accents, and is the same each time", async () => {
    const bytes = await bytesOf();
    expect(bytes.equals(await bytesOf())).toBe(true);
    const path = join(folder, "posts.sqlite");
    writeFileSync(path, bytes);
    const database = new DatabaseSync(path, { readOnly: true });
    const all = (sql: string) => database.prepare(sql).all();
    expect(all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(all("PRAGMA foreign_key_check")).toEqual([]);
    expect(all("PRAGMA user_version")).toEqual([{ user_version: TABLES_VERSION }]);
    expect(all("SELECT count(*) AS posts FROM post")).toEqual([{ posts: 5 }]);
    const found = (words: string) =>
      all(`SELECT p.id FROM post_fts f JOIN post p ON p.number = f.rowid WHERE post_fts MATCH '${words}'`);
    expect(found("cafe koln")).toEqual([{ id: uri("1") }]);
    expect(found("nein")).toEqual([{ id: uri("3") }]);
    expect(found("alt_texts:text")).toEqual([{ id: uri("1") }]);
    expect(all("SELECT month, posts, boosts FROM month")).toEqual([
      { month: "2024-05", posts: 1, boosts: 0 },
      { month: "2024-06", posts: 1, boosts: 0 },
      { month: "2024-07", posts: 1, boosts: 0 },
      { month: "2024-08", posts: 0, boosts: 1 },
      { month: "2024-09", posts: 1, boosts: 0 },
    ]);
    expect(all("SELECT posts FROM self_thread")).toEqual([{ posts: 2 }]);
    expect(all("SELECT name, votes FROM poll_option")).toEqual([
      { name: "Ja", votes: 2 },
      { name: "Nein", votes: 1 },
    ]);
    database.close();
    expect(bytes.includes("WALNUSS")).toBe(false);
    expect(bytes.toString("latin1").toLowerCase()).not.toMatch(/walnuss|statuses\/5\b/);
  });

  it("can be asked and not changed, and leaves nothing behind", async () => {
    // Of this process: other tests run at the same time.
    const temporary = () =>
      readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}-`));
    const before = temporary();
    {
      using database = await openDatabase(selection);
      expect(
        database.query("SELECT kind, count(*) AS n, 1 AS n FROM post GROUP BY kind ORDER BY kind"),
      ).toEqual({
        columns: ["kind", "n", "n"],
        rows: [
          ["boost", 1, 1],
          ["poll", 1, 1],
          ["post", 1, 1],
          ["reply", 1, 1],
          ["selfReply", 1, 1],
        ],
      });
      expect(database.query("SELECT key FROM post WHERE 0")).toEqual({ columns: ["key"], rows: [] });
      expect(database.query("SELECT 9007199254740993 AS big, x'00ff' AS bytes, NULL AS empty").rows).toEqual([
        ["9007199254740993", "00ff", null],
      ]);
      expect(() => database.query("DELETE FROM post")).toThrow(/no rows/);
      expect(() => database.query("DELETE FROM post RETURNING key")).toThrow(/readonly/);
      expect(() => database.query("SELEKT 1")).toThrow(/syntax error/);
      const outside = join(folder, "outside.sqlite");
      expect(() => database.query(`ATTACH '${outside}' AS o`)).toThrow();
      expect(readdirSync(folder)).not.toContain("outside.sqlite");
    }
    expect(temporary()).toEqual(before);
  });
});
