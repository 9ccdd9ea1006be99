import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ArchiveError, type Diagnostic } from "@archive/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderSink } from "../src/node/folder-sink.js";

const MANIFEST = { tool: "test", version: "1.0.0", command: "convert html" };
type Files = Readonly<Record<string, string | Uint8Array>>;

let root: string;
let out: string;
let found: Diagnostic[];

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "folder-sink-")));
  out = join(root, "site");
  found = [];
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function* chunks(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
}

async function write(
  files: Files,
  options: { force?: boolean; stream?: boolean; command?: string; path?: string } = {},
): Promise<Record<string, string>> {
  const sink = folderSink(options.path ?? out, { force: options.force, onDiagnostic: (d) => found.push(d) });
  const results: Record<string, string> = {};
  try {
    await sink.begin({ ...MANIFEST, ...(options.command !== undefined && { command: options.command }) });
    for (const [path, content] of Object.entries(files)) {
      results[path] = await sink.put({ path, content: options.stream ? chunks(content) : content });
    }
    await sink.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  }
  return results;
}

/** Every file below a folder with its text. */
function read(folder: string = out, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry): [string, string][] => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return Object.entries(read(path, `${prefix}${entry.name}/`));
        return [
          [
            `${prefix}${entry.name}`,
            entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, "utf8"),
          ],
        ];
      }),
  );
}

function withoutManifest(files: Record<string, string>): Record<string, string> {
  const { ".ap-archive.json": _, ...rest } = files;
  return rest;
}

function codeOf(error: unknown): string | null {
  return error instanceof ArchiveError ? error.code : null;
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

const FIRST: Files = {
  "index.html": "one",
  "posts/a.html": "a",
  "posts/b.html": "b",
  "media/x.bin": new Uint8Array([0, 255]),
};

describe.each([
  ["in memory", false],
  ["streamed", true],
])("content %s", (_, stream) => {
  it("writes files, folders and a manifest of their hashes", async () => {
    const results = await write(FIRST, { stream });
    expect(new Set(Object.values(results))).toEqual(new Set(["written"]));
    expect(readFileSync(join(out, "media/x.bin"))).toEqual(Buffer.from([0, 255]));
    expect(readdirSync(root)).toEqual(["site"]);
    const manifest: unknown = JSON.parse(readFileSync(join(out, ".ap-archive.json"), "utf8"));
    expect(manifest).toEqual({
      ...MANIFEST,
      files: {
        "index.html": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
        "media/x.bin": expect.stringMatching(/^[0-9a-f]{64}$/),
        "posts/a.html": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
        "posts/b.html": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
      },
    });
  });

  it("links what did not change, writes what did, drops what is no longer produced", async () => {
    await write(FIRST, { stream });
    const before = statSync(join(out, "posts/a.html")).ino;
    const text = readFileSync(join(out, ".ap-archive.json"), "utf8");
    expect(await write(FIRST, { stream })).toEqual(
      Object.fromEntries(Object.keys(FIRST).map((path) => [path, "unchanged"])),
    );
    expect(readFileSync(join(out, ".ap-archive.json"), "utf8")).toBe(text);
    expect(await write({ "index.html": "two", "posts/a.html": "a" }, { stream })).toEqual({
      "index.html": "written",
      "posts/a.html": "unchanged",
    });
    expect(statSync(join(out, "posts/a.html")).ino).toBe(before);
    expect(withoutManifest(read())).toEqual({ "index.html": "two", "posts/a.html": "a" });
    expect(readdirSync(root)).toEqual(["site"]);
    expect(found).toEqual([]);
  });

  it("keeps what a person changed, run after run, and says so; force writes it anew", async () => {
    await write(FIRST, { stream });
    writeFileSync(join(out, "posts/a.html"), "mine");
    for (const content of ["a", "a2", "a3"]) {
      expect(await write({ ...FIRST, "posts/a.html": content }, { stream })).toMatchObject({
        "posts/a.html": "kept-edited",
        "posts/b.html": "unchanged",
      });
      expect(readFileSync(join(out, "posts/a.html"), "utf8")).toBe("mine");
    }
    expect(found.map(({ code, file }) => [code, file])).toEqual(
      Array.from({ length: 3 }, () => ["output/kept-edited", "posts/a.html"]),
    );
    expect(await write(FIRST, { stream, force: true })).toMatchObject({ "posts/a.html": "written" });
    expect(readFileSync(join(out, "posts/a.html"), "utf8")).toBe("a");
    expect(readdirSync(root)).toEqual(["site"]);
  });
});

describe("a second run", () => {
  it("that changes nothing touches nothing", async () => {
    await write(FIRST);
    const stats = ["", "posts", ".ap-archive.json"].map((path) => statSync(join(out, path)));
    await write(FIRST);
    const now = ["", "posts", ".ap-archive.json"].map((path) => statSync(join(out, path)));
    expect(now.map(({ ino, ctimeMs }) => [ino, ctimeMs])).toEqual(
      stats.map(({ ino, ctimeMs }) => [ino, ctimeMs]),
    );
  });

  it("that changes little leaves the folder itself in place, and folders that became empty go", async () => {
    await write({ ...FIRST, "old/deep/x.html": "x" });
    const { ino } = statSync(out);
    await write({ ...FIRST, "new/deep/y.html": "y" });
    expect(statSync(out).ino).toBe(ino);
    expect(readdirSync(out).sort()).toEqual([".ap-archive.json", "index.html", "media", "new", "posts"]);
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("that changes much builds the folder anew, to the same end", async () => {
    const many = (text: string): Files =>
      Object.fromEntries(Array.from({ length: 4100 }, (_, n) => [`${n % 7}/${n}.html`, `${text} ${n}`]));
    await write({ ...many("one"), "same.html": "same" });
    writeFileSync(join(out, "mine.txt"), "mine");
    writeFileSync(join(out, "3/3.html"), "edited");
    const [{ ino }, same] = [statSync(out), statSync(join(out, "same.html"))];
    await write({ ...many("two"), "same.html": "same" });
    expect(statSync(out).ino).not.toBe(ino);
    expect(statSync(join(out, "same.html")).ino).toBe(same.ino);
    const files = withoutManifest(read());
    expect(files).toEqual({ ...many("two"), "same.html": "same", "mine.txt": "mine", "3/3.html": "edited" });
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("never writes, or removes, through a link that a person put in place of a folder", async () => {
    mkdirSync(join(root, "elsewhere"));
    writeFileSync(join(root, "elsewhere/a.html"), "mine");
    writeFileSync(join(root, "elsewhere/gone.html"), "a");
    await write({ "index.html": "one", "posts/a.html": "a", "posts/gone.html": "a" });
    rmSync(join(out, "posts"), { recursive: true });
    symlinkSync("../elsewhere", join(out, "posts"));
    await write({ "index.html": "two", "posts/a.html": "a2", "posts/b.html": "b" });
    expect(read(join(root, "elsewhere"))).toEqual({ "a.html": "mine", "gone.html": "a" });
    expect(readFileSync(join(out, "posts/b.html"), "utf8")).toBe("b");
  });
});

describe("a file with a fingerprint", () => {
  let made: string[];
  async function put(files: Record<string, [content: string, fingerprint: string]>, force = false) {
    made = [];
    const sink = folderSink(out, { force, onDiagnostic: (d) => found.push(d) });
    await sink.begin(MANIFEST);
    const results: Record<string, string> = {};
    for (const [path, [text, fingerprint]] of Object.entries(files)) {
      async function* content(): AsyncIterable<Uint8Array> {
        made.push(path);
        yield Buffer.from(text);
      }
      results[path] = await sink.put({ path, content: content(), fingerprint });
    }
    await sink.commit();
    return results;
  }

  it("is not made again while it stays the same, however often", async () => {
    await put({ a: ["a", "1"], b: ["b", "1"] });
    expect(made).toEqual(["a", "b"]);
    const manifest = readFileSync(join(out, ".ap-archive.json"), "utf8");
    for (let run = 0; run < 2; run += 1) {
      expect(await put({ a: ["a", "1"], b: ["b", "1"] })).toEqual({ a: "unchanged", b: "unchanged" });
      expect(made).toEqual([]);
    }
    expect(readFileSync(join(out, ".ap-archive.json"), "utf8")).toBe(manifest);
    expect(await put({ a: ["a", "1"], b: ["b2", "2"] })).toEqual({ a: "unchanged", b: "written" });
    expect(made).toEqual(["b"]);
    expect(withoutManifest(read())).toEqual({ a: "a", b: "b2" });
  });

  it("is made when it is not there any more, and kept when a person changed it", async () => {
    await put({ a: ["a", "1"], b: ["b", "1"] });
    rmSync(join(out, "a"));
    writeFileSync(join(out, "b"), "mine");
    utimesSync(join(out, "b"), new Date(), new Date(Date.now() + 5000));
    expect(await put({ a: ["a", "1"], b: ["b", "1"] })).toEqual({ a: "written", b: "kept-edited" });
    expect(made).toEqual(["a"]);
    expect(found.map(({ code }) => code)).toEqual(["output/kept-edited"]);
    expect(await put({ a: ["a", "1"], b: ["b", "1"] })).toEqual({ a: "unchanged", b: "kept-edited" });
    expect(await put({ a: ["a", "1"], b: ["b", "1"] }, true)).toMatchObject({ b: "written" });
    expect(readFileSync(join(out, "b"), "utf8")).toBe("b");
  });

  it("whose bytes are the same under a new one is left as it is", async () => {
    await put({ a: ["a", "1"] });
    const { ino } = statSync(join(out, "a"));
    expect(await put({ a: ["a", "2"] })).toEqual({ a: "unchanged" });
    expect(statSync(join(out, "a")).ino).toBe(ino);
    await put({ a: ["a", "2"] });
    expect(made).toEqual([]);
  });
});

describe("files of a person's own", () => {
  it("are carried over, with links and empty folders", async () => {
    await write(FIRST);
    mkdirSync(join(out, ".git/objects"), { recursive: true });
    writeFileSync(join(out, ".git/HEAD"), "ref");
    writeFileSync(join(out, "posts/note.txt"), "mine");
    mkdirSync(join(out, "empty"));
    symlinkSync("index.html", join(out, "start.html"));
    await write({ "index.html": "two" });
    expect(withoutManifest(read())).toEqual({
      "index.html": "two",
      ".git/HEAD": "ref",
      "posts/note.txt": "mine",
      "start.html": "index.html",
    });
    expect(statSync(join(out, "empty")).isDirectory()).toBe(true);
    expect(statSync(join(out, ".git/objects")).isDirectory()).toBe(true);
    expect(found).toEqual([]);
  });

  it("are not overwritten when the target begins to make a file of that name", async () => {
    await write({ "index.html": "one" });
    writeFileSync(join(out, "CNAME"), "mine.example");
    expect(await write({ "index.html": "one", CNAME: "theirs.example" })).toMatchObject({
      CNAME: "kept-edited",
    });
    expect(readFileSync(join(out, "CNAME"), "utf8")).toBe("mine.example");
  });

  it("are moved aside when a folder has to stand there, and when the file they changed is gone", async () => {
    await write({ "index.html": "one", "old.html": "old", "older.html": "older" });
    writeFileSync(join(out, "about"), "mine");
    mkdirSync(join(out, "tags"));
    writeFileSync(join(out, "tags/x"), "mine too");
    writeFileSync(join(out, "old.html"), "old, but mine");
    await write({ "index.html": "one", "about/index.html": "us", tags: "a file now" });
    expect(withoutManifest(read())).toEqual({
      "index.html": "one",
      "about/index.html": "us",
      tags: "a file now",
    });
    expect(read(`${out}.bak`)).toEqual({ about: "mine", "tags/x": "mine too", "old.html": "old, but mine" });
    expect(found.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      "output/moved-aside about",
      "output/moved-aside old.html",
      "output/moved-aside tags/x",
    ]);
  });

  it("with force, files changed by hand that are no longer produced go", async () => {
    await write({ "index.html": "one", "old.html": "old" });
    writeFileSync(join(out, "old.html"), "changed");
    writeFileSync(join(out, "added.txt"), "mine");
    await write({ "index.html": "one" }, { force: true });
    expect(withoutManifest(read())).toEqual({ "index.html": "one", "added.txt": "mine" });
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("an edit that kept size and time is never lost when the content changes", async () => {
    await write({ "index.html": "one" });
    const { atime, mtime } = statSync(join(out, "index.html"));
    writeFileSync(join(out, "index.html"), "eno");
    utimesSync(join(out, "index.html"), atime, mtime);
    expect(await write({ "index.html": "two" })).toEqual({ "index.html": "kept-edited" });
  });
});

describe("what stands at the place", () => {
  it("an empty folder is fine, and its mode stays", async () => {
    mkdirSync(out);
    chmodSync(out, 0o750);
    await write(FIRST);
    expect(statSync(out).mode & 0o777).toBe(0o750);
  });

  it.each([
    ["a folder with files", () => mkdirSync(out) ?? writeFileSync(join(out, "mine.txt"), "mine")],
    ["a file", () => writeFileSync(out, "mine")],
    ["a link to nowhere", () => symlinkSync("nowhere", out)],
    [
      "a folder whose manifest is not one",
      () => mkdirSync(out) ?? writeFileSync(join(out, ".ap-archive.json"), "[]"),
    ],
  ])("%s is refused, and kept as .bak with force", async (_, make) => {
    make();
    expect(codeOf(await failure(write(FIRST)))).toBe("output/exists");
    expect(readdirSync(root)).toEqual(["site"]);
    const was = lstatSync(out).ino;
    await write(FIRST, { force: true });
    expect(lstatSync(`${out}.bak`).ino).toBe(was);
    expect(Object.keys(withoutManifest(read())).sort()).toEqual(Object.keys(FIRST).sort());
  });

  it("an output of another command is refused; a second backup gets a number", async () => {
    await write({ "a.md": "a" }, { command: "convert markdown" });
    expect(codeOf(await failure(write(FIRST)))).toBe("output/exists");
    await write(FIRST, { force: true });
    await write({ "a.md": "a" }, { command: "convert markdown", force: true });
    expect(readdirSync(root).sort()).toEqual(["site", "site.bak", "site.bak-2"]);
  });

  it("a link to a folder stays a link", async () => {
    mkdirSync(join(root, "real"));
    symlinkSync("real", out);
    await write(FIRST);
    await write({ "index.html": "two" });
    expect(readlinkSync(out)).toBe("real");
    expect(withoutManifest(read(join(root, "real")))).toEqual({ "index.html": "two" });
  });

  it("a hostile manifest makes nothing outside the folder be touched", async () => {
    writeFileSync(join(root, "victim"), "mine");
    mkdirSync(out);
    const files = { "../victim": "0".repeat(64), "/etc/passwd": "1".repeat(64), __proto__: null };
    writeFileSync(join(out, ".ap-archive.json"), JSON.stringify({ ...MANIFEST, files }));
    await write(FIRST);
    expect(readFileSync(join(root, "victim"), "utf8")).toBe("mine");
    expect(readdirSync(root).sort()).toEqual(["site", "victim"]);
  });
});

describe("an output appears whole or not at all", () => {
  it("abort leaves the earlier output and nothing else; twice is fine", async () => {
    await write(FIRST);
    const before = read();
    const sink = folderSink(out);
    await sink.begin(MANIFEST);
    await sink.put({ path: "index.html", content: "half" });
    await sink.abort();
    await sink.abort();
    expect(read()).toEqual(before);
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("abort also removes the folders that were made for it", async () => {
    const sink = folderSink(join(root, "a/b/site"));
    await sink.begin(MANIFEST);
    await sink.abort();
    expect(readdirSync(root)).toEqual([]);
  });

  it("nothing is at the place before commit", async () => {
    const sink = folderSink(out);
    await sink.begin(MANIFEST);
    await sink.put({ path: "index.html", content: "one" });
    expect(existsSync(out)).toBe(false);
    await sink.commit();
    expect(existsSync(out)).toBe(true);
  });

  it("puts back what a killed run had moved away, and sweeps its build", async () => {
    await write(FIRST);
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    renameSync(out, join(root, `.site.ap-archive-${dead}-00c0ffee.old`));
    mkdirSync(join(root, `.site.ap-archive-${dead}-00c0ffee`));
    writeFileSync(join(root, `.site.ap-archive-${dead}-00c0ffee/index.html`), "half");
    const results = await write(FIRST);
    expect(new Set(Object.values(results))).toEqual(new Set(["unchanged"]));
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("leaves alone what a run that is still going, or somebody else, has there", async () => {
    const names = [
      `.site.ap-archive-${process.ppid}-00c0ffee`,
      ".site.ap-archive-x-00c0ffee",
      ".site.ap-archive-1",
    ];
    for (const name of names) mkdirSync(join(root, name));
    await write(FIRST);
    expect(readdirSync(root).sort()).toEqual([...names, "site"].sort());
  });

  it("a stream that fails leaves nothing", async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error("cut");
    }
    const sink = folderSink(out);
    await sink.begin(MANIFEST);
    await expect(sink.put({ path: "x", content: broken() })).rejects.toThrow("cut");
    await sink.abort();
    expect(readdirSync(root)).toEqual([]);
  });
});

describe("errors", () => {
  it("of the operating system are output/unwritable with path and cause", async () => {
    writeFileSync(join(root, "file"), "");
    const error = await failure(write(FIRST, { path: join(root, "file/site") }));
    expect(codeOf(error)).toBe("output/unwritable");
    const { file, cause } = error instanceof ArchiveError ? error : {};
    expect(file).toBe(join(root, "file/site"));
    expect(cause).toMatchObject({ syscall: "mkdir" });
  });

  it("the root of the disk can't be an output", async () => {
    expect(codeOf(await failure(write(FIRST, { path: dirname("/") })))).toBe("output/unwritable");
  });

  it("names that collide or lead outside stop the output", async () => {
    for (const names of [["../x"], ["a", "A"], ["a", "a"], ["a", "a/b"], [".ap-archive.json"]]) {
      const files = names.map((path) => ({ path, content: "" }));
      const sink = folderSink(out);
      await sink.begin(MANIFEST);
      const error = await failure(
        (async () => {
          for (const file of files) await sink.put(file);
        })(),
      );
      await sink.abort();
      expect([names, codeOf(error)]).toEqual([names, "output/unsafe-path"]);
    }
    expect(readdirSync(root)).toEqual([]);
  });

  it("a long name leaves room for the name of the build", async () => {
    out = join(root, "x".repeat(250));
    await write({ "index.html": "one" });
    await write({ "index.html": "two" });
    expect(withoutManifest(read())).toEqual({ "index.html": "two" });
  });
});

it("files with several names are not written through", async () => {
  await write(FIRST);
  linkSync(join(out, "index.html"), join(root, "elsewhere"));
  await write({ ...FIRST, "index.html": "two" });
  expect(readFileSync(join(root, "elsewhere"), "utf8")).toBe("one");
});
