import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  codeOf,
  FIRST,
  failure,
  filesBelow,
  MANIFEST,
  SinkPlace,
  withoutManifest,
} from "./support/sink-place.js";

const place = new SinkPlace();

describe("files of a person's own", () => {
  it("are carried over, with links and empty folders", async () => {
    await place.write(FIRST);
    mkdirSync(join(place.out, ".git/objects"), { recursive: true });
    writeFileSync(join(place.out, ".git/HEAD"), "ref");
    writeFileSync(join(place.out, "posts/note.txt"), "mine");
    mkdirSync(join(place.out, "empty"));
    symlinkSync("index.html", join(place.out, "start.html"));
    await place.write({ "index.html": "two" });
    expect(withoutManifest(place.read())).toEqual({
      "index.html": "two",
      ".git/HEAD": "ref",
      "posts/note.txt": "mine",
      "start.html": "index.html",
    });
    expect(statSync(join(place.out, "empty")).isDirectory()).toBe(true);
    expect(statSync(join(place.out, ".git/objects")).isDirectory()).toBe(true);
    expect(place.found).toEqual([]);
  });

  it("are not overwritten when the target begins to make a file of that name", async () => {
    await place.write({ "index.html": "one" });
    writeFileSync(join(place.out, "CNAME"), "mine.example");
    expect(await place.write({ "index.html": "one", CNAME: "theirs.example" })).toMatchObject({
      CNAME: "kept-edited",
    });
    expect(readFileSync(join(place.out, "CNAME"), "utf8")).toBe("mine.example");
  });

  it("are moved aside when a folder has to stand there, and when the file they changed is gone", async () => {
    await place.write({ "index.html": "one", "old.html": "old", "older.html": "older" });
    writeFileSync(join(place.out, "about"), "mine");
    mkdirSync(join(place.out, "tags"));
    writeFileSync(join(place.out, "tags/x"), "mine too");
    writeFileSync(join(place.out, "old.html"), "old, but mine");
    await place.write({ "index.html": "one", "about/index.html": "us", tags: "a file now" });
    expect(withoutManifest(place.read())).toEqual({
      "index.html": "one",
      "about/index.html": "us",
      tags: "a file now",
    });
    expect(filesBelow(`${place.out}.bak`)).toEqual({
      about: "mine",
      "tags/x": "mine too",
      "old.html": "old, but mine",
    });
    expect(place.found.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      "output/moved-aside about",
      "output/moved-aside old.html",
      "output/moved-aside tags/x",
    ]);
  });

  it("with force, files changed by hand that are no longer produced go", async () => {
    await place.write({ "index.html": "one", "old.html": "old" });
    writeFileSync(join(place.out, "old.html"), "changed");
    writeFileSync(join(place.out, "added.txt"), "mine");
    await place.write({ "index.html": "one" }, { force: true });
    expect(withoutManifest(place.read())).toEqual({ "index.html": "one", "added.txt": "mine" });
    expect(readdirSync(place.root)).toEqual(["site"]);
  });

  it("an edit that kept size and time is never lost when the content changes", async () => {
    await place.write({ "index.html": "one" });
    const { atime, mtime } = statSync(join(place.out, "index.html"));
    writeFileSync(join(place.out, "index.html"), "eno");
    utimesSync(join(place.out, "index.html"), atime, mtime);
    expect(await place.write({ "index.html": "two" })).toEqual({ "index.html": "kept-edited" });
  });
});

describe("what stands at the place", () => {
  it("an empty folder is fine, and its mode stays", async () => {
    mkdirSync(place.out);
    chmodSync(place.out, 0o750);
    await place.write(FIRST);
    expect(statSync(place.out).mode & 0o777).toBe(0o750);
  });

  it.each([
    ["a folder with files", () => mkdirSync(place.out) ?? writeFileSync(join(place.out, "mine.txt"), "mine")],
    ["a file", () => writeFileSync(place.out, "mine")],
    ["a link to nowhere", () => symlinkSync("nowhere", place.out)],
    [
      "a folder whose manifest is not one",
      () => mkdirSync(place.out) ?? writeFileSync(join(place.out, ".ap-archive.json"), "[]"),
    ],
  ])("%s is refused, and kept as .bak with force", async (_, make) => {
    make();
    expect(codeOf(await failure(place.write(FIRST)))).toBe("output/exists");
    expect(readdirSync(place.root)).toEqual(["site"]);
    const was = lstatSync(place.out).ino;
    await place.write(FIRST, { force: true });
    expect(lstatSync(`${place.out}.bak`).ino).toBe(was);
    expect(Object.keys(withoutManifest(place.read())).sort()).toEqual(Object.keys(FIRST).sort());
  });

  it("an output of another command is refused; a second backup gets a number", async () => {
    await place.write({ "a.md": "a" }, { command: "convert markdown" });
    expect(codeOf(await failure(place.write(FIRST)))).toBe("output/exists");
    await place.write(FIRST, { force: true });
    await place.write({ "a.md": "a" }, { command: "convert markdown", force: true });
    expect(readdirSync(place.root).sort()).toEqual(["site", "site.bak", "site.bak-2"]);
  });

  it("a link to a folder stays a link", async () => {
    mkdirSync(join(place.root, "real"));
    symlinkSync("real", place.out);
    await place.write(FIRST);
    await place.write({ "index.html": "two" });
    expect(readlinkSync(place.out)).toBe("real");
    expect(withoutManifest(filesBelow(join(place.root, "real")))).toEqual({ "index.html": "two" });
  });

  it("a hostile manifest makes nothing outside the folder be touched", async () => {
    writeFileSync(join(place.root, "victim"), "mine");
    mkdirSync(place.out);
    const files = { "../victim": "0".repeat(64), "/etc/passwd": "1".repeat(64), __proto__: null };
    writeFileSync(join(place.out, ".ap-archive.json"), JSON.stringify({ ...MANIFEST, files }));
    await place.write(FIRST);
    expect(readFileSync(join(place.root, "victim"), "utf8")).toBe("mine");
    expect(readdirSync(place.root).sort()).toEqual(["site", "victim"]);
  });
});
