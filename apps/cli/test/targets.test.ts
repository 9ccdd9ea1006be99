import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { create, mastodonArchive, note, packZip, sampleArchive } from "@archive/fixtures";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { everything, type Run, run, scratch } from "./harness.js";

const sample = await packZip(sampleArchive());
const OPEN = 319;

async function convert(cwd: string, ...options: string[]): Promise<Run> {
  if (!existsSync(`${cwd}/a.zip`)) writeFileSync(`${cwd}/a.zip`, sample);
  return run(["convert", "a.zip", ...options], { cwd });
}

describe("targets that are one file", () => {
  const rows: Record<string, (path: string) => number> = {
    "posts.ndjson": (path) => readFileSync(path, "utf8").trimEnd().split("\n").length,
    "posts.csv": (path) => parse(readFileSync(path), { bom: true, columns: true }).length,
    "posts.txt": (path) => readFileSync(path, "utf8").trimEnd().split("\n").length,
    "posts.sqlite": (path) => {
      const database = new DatabaseSync(path, { readOnly: true });
      const [row] = database.prepare("SELECT count(*) AS n FROM post").all();
      database.close();
      return Number(row?.n);
    },
    "feed.atom": (path) => readFileSync(path, "utf8").match(/<entry[ >]/g)?.length ?? 0,
    "feed.rss": (path) => readFileSync(path, "utf8").match(/<item[ >]/g)?.length ?? 0,
    "feed.json": (path) => JSON.parse(readFileSync(path, "utf8")).items.length,
  };
  const targets: Record<string, string> = {
    txt: "text",
    json: "jsonfeed",
  };

  it.each(Object.keys(rows))("%s has every post, and a second run changes nothing", async (out) => {
    using folder = scratch();
    const ending = out.split(".")[1] ?? "";
    const argv = ["--to", targets[ending] ?? ending, "--out", out];
    const first = await convert(folder.path, ...argv);
    expect(first.code).toBe(0);
    expect(everything(folder.path).filter((name) => !name.startsWith("."))).toEqual(["a.zip", out]);
    expect(rows[out]?.(folder.at(out))).toBe(OPEN);
    const before = readFileSync(folder.at(out));
    const again = await convert(folder.path, ...argv);
    expect(again.code).toBe(0);
    expect(readFileSync(folder.at(out)).equals(before)).toBe(true);
  });

  it("a file that is no earlier output is left alone", async () => {
    using folder = scratch();
    writeFileSync(folder.at("posts.csv"), "mine");
    const { code, stderr } = await convert(folder.path, "--to", "csv", "--out", "posts.csv");
    expect([code, readFileSync(folder.at("posts.csv"), "utf8")]).toEqual([2, "mine"]);
    expect(stderr).toContain("--force");
  });

  it("a container that is asked for holds the file", async () => {
    using folder = scratch();
    const { code } = await convert(folder.path, "--to", "ndjson", "--out", "posts.zip");
    expect([code, readFileSync(folder.at("posts.zip")).subarray(0, 2).toString()]).toEqual([0, "PK"]);
  });
});

describe("targets that are a folder", () => {
  it("a feed with the address where it will stand has its media with it", async () => {
    using folder = scratch();
    const { code } = await convert(
      folder.path,
      ...["--to", "atom", "--out", "feed", "--base-url", "https://nour.example/feed/"],
    );
    expect(code).toBe(0);
    const files = everything(folder.at("feed"));
    expect(files).toContain("atom.xml");
    expect(files.some((path) => path.startsWith("atom/archive-"))).toBe(true);
    const text = readFileSync(folder.at("feed/atom.xml"), "utf8");
    const linked = [...text.matchAll(/https:\/\/nour\.example\/feed\/(media\/[^"&<]+)/g)].map(
      ([, path]) => path ?? "",
    );
    expect(linked.length).toBeGreaterThan(0);
    for (const path of linked) expect(statSync(folder.at(`feed/${path}`)).size).toBeGreaterThan(0);
  });

  it("parquet has a file a year", async () => {
    using folder = scratch();
    const { code } = await convert(folder.path, "--to", "parquet", "--out", "rows");
    expect(code).toBe(0);
    const files = everything(folder.at("rows")).filter((path) => path.endsWith("posts.parquet"));
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) expect(path).toMatch(/^account=nour@[^/]+\/year=\d{4}\/posts\.parquet$/);
  });
});

describe("options of targets", () => {
  it.each([
    [["--to", "ndjson", "--title", "T"], "--title is an option of --to html, markdown, atom, rss, jsonfeed."],
    [["--to", "ndjson", "--raw-cells"], "--raw-cells is an option of --to csv."],
    [["--to", "atom", "--base-url", "ftp://a.example"], "--base-url is no web address"],
  ])("%j is wrong usage", async (argv, told) => {
    using folder = scratch();
    const { code, stderr } = await convert(folder.path, ...argv, "--out", "x");
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(everything(folder.path)).toEqual(["a.zip"]);
  });
});

describe("several archives", () => {
  it("of one person are merged, whatever their order", async () => {
    using folder = scratch();
    const post = (id: string, content: string) =>
      create(note({ id, content, published: `2024-0${id}-01T00:00:00Z` }));
    const pack = (...activities: ReturnType<typeof post>[]) => packZip(mastodonArchive({ activities }));
    writeFileSync(folder.at("old.zip"), await pack(post("1", "one"), post("2", "two")));
    writeFileSync(folder.at("new.zip"), await pack(post("2", "two"), post("3", "three")));
    const texts: string[] = [];
    for (const inputs of [
      ["old.zip", "new.zip"],
      ["new.zip", "old.zip"],
    ]) {
      const argv = [
        "convert",
        ...inputs,
        "--to",
        "ndjson",
        "--out",
        `${texts.length}.ndjson`,
        "--include-gone",
      ];
      const { code } = await run(argv, { cwd: folder.path });
      expect(code).toBe(0);
      texts.push(readFileSync(folder.at(`${texts.length}.ndjson`), "utf8"));
    }
    expect(texts[0]).toBe(texts[1]);
    const records = (texts[0] ?? "")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });
});

describe("files that options name", () => {
  it("are looked for where the command stands", async () => {
    using folder = scratch();
    writeFileSync(folder.at("theme.css"), ":root { --marker: tidal; }");
    const template = await convert(
      folder.path,
      "--to",
      "markdown",
      "--out",
      "n",
      "--template",
      "gone.mustache",
    );
    expect([template.code, template.stderr]).toEqual([2, expect.stringContaining("gone.mustache")]);
    const theme = await convert(folder.path, "--to", "html", "--out", "s", "--theme", "theme.css");
    expect([theme.code, theme.stderr]).toEqual([0, expect.not.stringContaining("error")]);
    const styles = everything(folder.at("s")).filter((path) => path.endsWith(".css"));
    expect(styles.map((path) => readFileSync(folder.at(`s/${path}`), "utf8")).join("")).toContain("tidal");
  });
});
