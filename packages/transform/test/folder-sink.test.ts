import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ArchiveError } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { folderSink } from "../src/node/folder-sink.js";
import {
  codeOf,
  FIRST,
  type Files,
  failure,
  filesBelow,
  MANIFEST,
  SinkPlace,
  withoutManifest,
} from "./support/sink-place.js";

const place = new SinkPlace();

describe.each([
  ["in memory", false],
  ["streamed", true],
])("content %s", (_, stream) => {
  it("writes files, folders and a manifest of their hashes", async () => {
    const results = await place.write(FIRST, { stream });
    expect(new Set(Object.values(results))).toEqual(new Set(["written"]));
    expect(readFileSync(join(place.out, "media/x.bin"))).toEqual(Buffer.from([0, 255]));
    expect(readdirSync(place.root)).toEqual(["site"]);
    const manifest: unknown = JSON.parse(readFileSync(join(place.out, ".ap-archive.json"), "utf8"));
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
    await place.write(FIRST, { stream });
    const before = statSync(join(place.out, "posts/a.html")).ino;
    const text = readFileSync(join(place.out, ".ap-archive.json"), "utf8");
    expect(await place.write(FIRST, { stream })).toEqual(
      Object.fromEntries(Object.keys(FIRST).map((path) => [path, "unchanged"])),
    );
    expect(readFileSync(join(place.out, ".ap-archive.json"), "utf8")).toBe(text);
    expect(await place.write({ "index.html": "two", "posts/a.html": "a" }, { stream })).toEqual({
      "index.html": "written",
      "posts/a.html": "unchanged",
    });
    expect(statSync(join(place.out, "posts/a.html")).ino).toBe(before);
    expect(withoutManifest(place.read())).toEqual({ "index.html": "two", "posts/a.html": "a" });
    expect(readdirSync(place.root)).toEqual(["site"]);
    expect(place.found).toEqual([]);
  });

  it("keeps what a person changed, run after run, and says so; force writes it anew", async () => {
    await place.write(FIRST, { stream });
    writeFileSync(join(place.out, "posts/a.html"), "mine");
    for (const content of ["a", "a2", "a3"]) {
      expect(await place.write({ ...FIRST, "posts/a.html": content }, { stream })).toMatchObject({
        "posts/a.html": "kept-edited",
        "posts/b.html": "unchanged",
      });
      expect(readFileSync(join(place.out, "posts/a.html"), "utf8")).toBe("mine");
    }
    expect(place.found.map(({ code, file }) => [code, file])).toEqual(
      Array.from({ length: 3 }, () => ["output/kept-edited", "posts/a.html"]),
    );
    expect(await place.write(FIRST, { stream, force: true })).toMatchObject({ "posts/a.html": "written" });
    expect(readFileSync(join(place.out, "posts/a.html"), "utf8")).toBe("a");
    expect(readdirSync(place.root)).toEqual(["site"]);
  });
});

describe("a second run", () => {
  it("that changes nothing touches nothing", async () => {
    await place.write(FIRST);
    const stats = ["", "posts", ".ap-archive.json"].map((path) => statSync(join(place.out, path)));
    await place.write(FIRST);
    const now = ["", "posts", ".ap-archive.json"].map((path) => statSync(join(place.out, path)));
    expect(now.map(({ ino, ctimeMs }) => [ino, ctimeMs])).toEqual(
      stats.map(({ ino, ctimeMs }) => [ino, ctimeMs]),
    );
  });

  it("that changes little leaves the folder itself in place, and folders that became empty go", async () => {
    await place.write({ ...FIRST, "old/deep/x.html": "x" });
    const { ino } = statSync(place.out);
    await place.write({ ...FIRST, "new/deep/y.html": "y" });
    expect(statSync(place.out).ino).toBe(ino);
    expect(readdirSync(place.out).sort()).toEqual([
      ".ap-archive.json",
      "index.html",
      "media",
      "new",
      "posts",
    ]);
    expect(readdirSync(place.root)).toEqual(["site"]);
  });

  it("that changes much builds the folder anew, to the same end", async () => {
    const many = (text: string): Files =>
      Object.fromEntries(Array.from({ length: 4100 }, (_, n) => [`${n % 7}/${n}.html`, `${text} ${n}`]));
    await place.write({ ...many("one"), "same.html": "same" });
    writeFileSync(join(place.out, "mine.txt"), "mine");
    writeFileSync(join(place.out, "3/3.html"), "edited");
    const [{ ino }, same] = [statSync(place.out), statSync(join(place.out, "same.html"))];
    await place.write({ ...many("two"), "same.html": "same" });
    expect(statSync(place.out).ino).not.toBe(ino);
    expect(statSync(join(place.out, "same.html")).ino).toBe(same.ino);
    const files = withoutManifest(place.read());
    expect(files).toEqual({ ...many("two"), "same.html": "same", "mine.txt": "mine", "3/3.html": "edited" });
    expect(readdirSync(place.root)).toEqual(["site"]);
  });

  it("never writes, or removes, through a link that a person put in place of a folder", async () => {
    mkdirSync(join(place.root, "elsewhere"));
    writeFileSync(join(place.root, "elsewhere/a.html"), "mine");
    writeFileSync(join(place.root, "elsewhere/gone.html"), "a");
    await place.write({ "index.html": "one", "posts/a.html": "a", "posts/gone.html": "a" });
    rmSync(join(place.out, "posts"), { recursive: true });
    symlinkSync("../elsewhere", join(place.out, "posts"));
    await place.write({ "index.html": "two", "posts/a.html": "a2", "posts/b.html": "b" });
    expect(filesBelow(join(place.root, "elsewhere"))).toEqual({ "a.html": "mine", "gone.html": "a" });
    expect(readFileSync(join(place.out, "posts/b.html"), "utf8")).toBe("b");
  });
});

describe("a file with a fingerprint", () => {
  let made: string[];
  async function put(files: Record<string, [content: string, fingerprint: string]>, force = false) {
    made = [];
    const sink = folderSink(place.out, { force, onDiagnostic: (d) => place.found.push(d) });
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
    const manifest = readFileSync(join(place.out, ".ap-archive.json"), "utf8");
    for (let run = 0; run < 2; run += 1) {
      expect(await put({ a: ["a", "1"], b: ["b", "1"] })).toEqual({ a: "unchanged", b: "unchanged" });
      expect(made).toEqual([]);
    }
    expect(readFileSync(join(place.out, ".ap-archive.json"), "utf8")).toBe(manifest);
    expect(await put({ a: ["a", "1"], b: ["b2", "2"] })).toEqual({ a: "unchanged", b: "written" });
    expect(made).toEqual(["b"]);
    expect(withoutManifest(place.read())).toEqual({ a: "a", b: "b2" });
  });

  it("is made when it is not there any more, and kept when a person changed it", async () => {
    await put({ a: ["a", "1"], b: ["b", "1"] });
    rmSync(join(place.out, "a"));
    writeFileSync(join(place.out, "b"), "mine");
    utimesSync(join(place.out, "b"), new Date(), new Date(Date.now() + 5000));
    expect(await put({ a: ["a", "1"], b: ["b", "1"] })).toEqual({ a: "written", b: "kept-edited" });
    expect(made).toEqual(["a"]);
    expect(place.found.map(({ code }) => code)).toEqual(["output/kept-edited"]);
    expect(await put({ a: ["a", "1"], b: ["b", "1"] })).toEqual({ a: "unchanged", b: "kept-edited" });
    expect(await put({ a: ["a", "1"], b: ["b", "1"] }, true)).toMatchObject({ b: "written" });
    expect(readFileSync(join(place.out, "b"), "utf8")).toBe("b");
  });

  it("whose bytes are the same under a new one is left as it is", async () => {
    await put({ a: ["a", "1"] });
    const { ino } = statSync(join(place.out, "a"));
    expect(await put({ a: ["a", "2"] })).toEqual({ a: "unchanged" });
    expect(statSync(join(place.out, "a")).ino).toBe(ino);
    await put({ a: ["a", "2"] });
    expect(made).toEqual([]);
  });
});

describe("errors", () => {
  it("of the operating system are output/unwritable with path and cause", async () => {
    writeFileSync(join(place.root, "file"), "");
    const error = await failure(place.write(FIRST, { path: join(place.root, "file/site") }));
    expect(codeOf(error)).toBe("output/unwritable");
    const { file, cause } = error instanceof ArchiveError ? error : {};
    expect(file).toBe(join(place.root, "file/site"));
    expect(cause).toMatchObject({ syscall: "mkdir" });
  });

  it("the root of the disk can't be an output", async () => {
    expect(codeOf(await failure(place.write(FIRST, { path: dirname("/") })))).toBe("output/unwritable");
  });

  it("names that collide or lead outside stop the output", async () => {
    for (const names of [["../x"], ["a", "A"], ["a", "a"], ["a", "a/b"], [".ap-archive.json"]]) {
      const files = names.map((path) => ({ path, content: "" }));
      const sink = folderSink(place.out);
      await sink.begin(MANIFEST);
      const error = await failure(
        (async () => {
          for (const file of files) await sink.put(file);
        })(),
      );
      await sink.abort();
      expect([names, codeOf(error)]).toEqual([names, "output/unsafe-path"]);
    }
    expect(readdirSync(place.root)).toEqual([]);
  });

  it("a long name leaves room for the name of the build", async () => {
    place.out = join(place.root, "x".repeat(250));
    await place.write({ "index.html": "one" });
    await place.write({ "index.html": "two" });
    expect(withoutManifest(place.read())).toEqual({ "index.html": "two" });
  });
});

it("files with several names are not written through", async () => {
  await place.write(FIRST);
  linkSync(join(place.out, "index.html"), join(place.root, "elsewhere"));
  await place.write({ ...FIRST, "index.html": "two" });
  expect(readFileSync(join(place.root, "elsewhere"), "utf8")).toBe("one");
});
