import { writeFileSync } from "node:fs";
import { create, mastodonArchive, note, packZip, sampleArchive } from "@archive/fixtures";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { everything, run, scratch } from "./harness.js";

const sample = await packZip(sampleArchive());
const OPEN = 319;

describe("query", () => {
  it("prints rows as text, JSON and CSV", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    const sql = "SELECT kind, count(*) AS posts FROM post GROUP BY kind ORDER BY kind";
    const query = (...more: string[]) => run(["query", "a.zip", sql, ...more], { cwd: folder.path });
    const json: { kind: string; posts: number }[] = JSON.parse((await query("--json")).stdout);
    expect(json.reduce((sum, { posts }) => sum + posts, 0)).toBe(OPEN);
    const rows: Record<string, string>[] = parse((await query("--csv")).stdout, { columns: true });
    expect(rows).toEqual(json.map(({ kind, posts }) => ({ kind, posts: String(posts) })));
    const { stdout } = await query();
    for (const { kind, posts } of json) expect(stdout).toMatch(new RegExp(`${kind} +${posts}\n`));
  });

  it("looks at the statement before it reads, and tells where there are several", async () => {
    using folder = scratch();
    const ask = (sql: string) => run(["query", "no-such.zip", sql], { cwd: folder.path });
    const { code, stderr } = await ask("SELECT 1; SELECT 2");
    expect([code, stderr]).toEqual([2, expect.stringContaining("there are several statements")]);
    expect((await ask("SELECT 1; -- that is all")).stderr).toContain("no-such.zip");
  });

  it("tells of a statement that is none, and writes nothing", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    for (const sql of ["SELEKT 1", "DELETE FROM post", "", "ATTACH 'x.sqlite' AS x"]) {
      const { code, stdout, stderr } = await run(["query", "a.zip", sql], { cwd: folder.path });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("The query can’t be answered: ");
    }
    expect(everything(folder.path)).toEqual(["a.zip"]);
    const { stdout } = await run(["query", "a.zip", ".schema"], { cwd: folder.path });
    expect(stdout).toContain("CREATE TABLE post (");
  });

  it("tells of a row that can't be made, before it prints any", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    const { code, stdout, stderr } = await run(
      ["query", "a.zip", "SELECT abs(-9223372036854775807 - number) FROM post"],
      { cwd: folder.path },
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("integer overflow");
  });

  it("shows a text behind the NUL in it", async () => {
    using folder = scratch();
    const tag = [{ type: "Hashtag", name: "#before\0behind" }];
    const post = create(note({ content: "<p>one</p>" }));
    const activities = [{ ...post, object: { ...note({ content: "<p>one</p>" }), tag } }];
    writeFileSync(folder.at("a.zip"), await packZip(mastodonArchive({ activities })));
    const argv = ["query", "a.zip", "SELECT name, length(name) AS characters FROM hashtag"];
    const { stdout } = await run([...argv, "--json"], { cwd: folder.path });
    expect(JSON.parse(stdout)).toEqual([{ name: "before\ufffdbehind", characters: 13 }]);
  });
});

describe("an answer of many rows", () => {
  const numbers = (most: number, columns = "x, x * 2 AS twice, 'n' || x AS name, NULL AS none"): string =>
    `WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ${most}) SELECT ${columns} FROM n`;

  async function answer(sql: string, ...form: string[]): Promise<string> {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    const { code, stdout } = await run(["query", "a.zip", sql, ...form], { cwd: folder.path });
    expect(code).toBe(0);
    return stdout;
  }

  it("loses no column to another of its name", async () => {
    const text = await answer("SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a", "--json");
    expect(JSON.parse(text)).toEqual([{ a: 1, a_3: 2, a_2: 3, a_4: 4 }]);
  });

  it.each([0, 1, 255, 256, 257, 2500])("of %d has each of them once in every form", async (most) => {
    const sql = most === 0 ? "SELECT key AS x FROM post WHERE 0" : numbers(most);
    const row = (x: number) => ({ x, twice: x * 2, name: `n${x}`, none: null });
    const expected = Array.from({ length: most }, (_, at) => row(at + 1));
    const json = await answer(sql, "--json");
    expect(json).toBe(`${JSON.stringify(expected, null, 2)}\n`);
    const csv: Record<string, string>[] = parse(await answer(sql, "--csv"), { columns: true });
    expect(csv.map(({ x }) => Number(x))).toEqual(expected.map(({ x }) => x));
    const lines = (await answer(sql)).trimEnd().split("\n");
    expect(lines.at(-1)).toBe(most === 1 ? "1 row" : `${most === 2500 ? "2,500" : most} rows`);
    expect(lines.slice(1, -2).map((line) => Number(line.trim().split(/ +/)[0]))).toEqual(
      expected.map(({ x }) => x),
    );
  });

  it("is a table whose later cells may be wider than the first ones said", async () => {
    const sql = numbers(1200, "CASE WHEN x < 1100 THEN 'a' ELSE 'wide cell' END AS word, x");
    const lines = (await answer(sql)).split("\n");
    expect([lines[0], lines[1], lines[1000], lines[1200]]).toEqual([
      "word      x",
      "a         1",
      "a      1000",
      "wide cell   1200",
    ]);
  });
});
