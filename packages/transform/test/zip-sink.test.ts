import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { inflateRawSync } from "node:zlib";
import { ArchiveError } from "@archive/schema";
import { extract } from "tar-stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tarSink } from "../src/node/tar-sink.js";
import { zipSink } from "../src/node/zip-sink.js";
import type { OutputFile } from "../src/targets/target.js";

const MANIFEST = { tool: "test", version: "1.0.0", command: "convert html" };
const LARGE = 9 << 20;

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "zip-sink-")));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function* stream(size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < size; at += 65_536) yield new Uint8Array(Math.min(65_536, size - at)).fill(at >> 16);
}

function output(): OutputFile[] {
  return [
    { path: "index.html", content: "grüße ".repeat(100) },
    { path: "media/a.jpg", content: new Uint8Array([1, 2, 3]) },
    { path: "empty", content: "" },
    { path: `${"long/".repeat(30)}ä.txt`, content: stream(100_000) },
    { path: "media/film.mp4", content: stream(LARGE) },
    { path: "after.txt", content: "after" },
  ];
}

interface Read {
  readonly files: Record<string, Buffer>;
  readonly modified: Set<string>;
}

/** Reads a zip by its directory, as the format's specification has it. */
async function readZip(bytes: Buffer): Promise<Read> {
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const files: Record<string, Buffer> = {};
  const modified = new Set<string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < bytes.readUInt16LE(end + 10); number += 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    files[name] = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    expect(files[name].length).toBe(bytes.readUInt32LE(at + 24));
    modified.add(`${bytes.readUInt16LE(at + 14)} ${bytes.readUInt16LE(at + 12)}`);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { files, modified };
}

async function readTar(bytes: Buffer): Promise<Read> {
  const files: Record<string, Buffer> = {};
  const modified = new Set<string>();
  const tar = extract();
  tar.end(bytes);
  for await (const entry of tar) {
    const parts: Buffer[] = [];
    for await (const part of entry) if (part instanceof Uint8Array) parts.push(Buffer.from(part));
    files[entry.header.name] = Buffer.concat(parts);
    modified.add(entry.header.mtime.toISOString());
  }
  return { files, modified };
}

const CONTAINERS = [
  { kind: "zip", sink: zipSink, read: readZip },
  { kind: "tar", sink: tarSink, read: readTar },
];

describe.each(CONTAINERS)("$kind", ({ kind, sink: makeSink, read }) => {
  const path = (): string => join(root, `site.${kind}`);

  async function write(
    files: readonly OutputFile[],
    options: { force?: boolean; command?: string } = {},
  ): Promise<void> {
    const sink = makeSink(path(), { force: options.force });
    try {
      await sink.begin({ ...MANIFEST, ...(options.command !== undefined && { command: options.command }) });
      for (const file of files) expect(await sink.put(file)).toBe("written");
      await sink.commit();
    } catch (error) {
      await sink.abort();
      throw error;
    }
  }

  async function codeOf(work: Promise<unknown>): Promise<string | null> {
    return work.then(
      () => null,
      (error: unknown) => (error instanceof ArchiveError ? error.code : String(error)),
    );
  }

  it("holds every file, in the target's order, after the manifest", async () => {
    await write(output());
    const { files, modified } = await read(readFileSync(path()));
    expect(Object.keys(files)).toEqual([".ap-archive.json", ...output().map((file) => file.path)]);
    expect(files["index.html"]?.toString()).toBe("grüße ".repeat(100));
    expect(files["media/film.mp4"]?.length).toBe(LARGE);
    expect(files["media/film.mp4"]?.at(-1)).toBe((LARGE >> 16) - 1);
    expect(files[`${"long/".repeat(30)}ä.txt`]?.length).toBe(100_000);
    expect(modified.size).toBe(1);
    expect(JSON.parse(String(files[".ap-archive.json"]))).toEqual(MANIFEST);
    expect(readdirSync(root)).toEqual([`site.${kind}`]);
  });

  it("has the same bytes in every time zone, and one with the same bytes is left as it is", async () => {
    const zone = env.TZ;
    try {
      env.TZ = "Pacific/Kiritimati";
      await write(output());
      const [first, { ino }] = [readFileSync(path()), statSync(path())];
      env.TZ = "America/Adak";
      await write(output());
      expect(statSync(path()).ino).toBe(ino);
      rmSync(path());
      await write(output());
      expect(readFileSync(path()).equals(first)).toBe(true);
    } finally {
      if (zone === undefined) delete env.TZ;
      else env.TZ = zone;
    }
  });

  it("holds many files, small and large in turn, each whole", async () => {
    const files = Array.from({ length: 2500 }, (_, n) => ({
      path: `posts/${n}.html`,
      content: n === 1400 ? stream(LARGE) : `post ${n}`,
    }));
    await write(files);
    const found = (await read(readFileSync(path()))).files;
    expect(Object.keys(found)).toHaveLength(2501);
    expect(found["posts/1400.html"]?.length).toBe(LARGE);
    for (const n of [0, 499, 500, 999, 1000, 1399, 1401, 2499])
      expect(String(found[`posts/${n}.html`])).toBe(`post ${n}`);
  });

  it("replaces an earlier output of the same command, and nothing else", async () => {
    await write([{ path: "a", content: "1" }]);
    await write([{ path: "a", content: "2" }]);
    expect((await read(readFileSync(path()))).files.a?.toString()).toBe("2");
    expect(await codeOf(write([], { command: "convert markdown" }))).toBe("output/exists");
    await write([{ path: "a", content: "3" }], { command: "convert markdown", force: true });
    expect((await read(readFileSync(`${path()}.bak`))).files.a?.toString()).toBe("2");
    expect(readdirSync(root).sort()).toEqual([`site.${kind}`, `site.${kind}.bak`]);
  });

  it.each([
    ["an empty file", () => writeFileSync(path(), "")],
    ["a text", () => writeFileSync(path(), "not mine to overwrite".repeat(100))],
    ["a folder", () => mkdirSync(path())],
  ])("refuses to overwrite %s", async (_, make) => {
    make();
    expect(await codeOf(write([]))).toBe("output/exists");
    expect(readdirSync(root)).toEqual([`site.${kind}`]);
  });

  it("abort leaves nothing, also within a large stream", async () => {
    const sink = makeSink(path());
    await sink.begin(MANIFEST);
    await sink.put({ path: "a", content: "a" });
    async function* broken(): AsyncIterable<Uint8Array> {
      yield* stream(LARGE);
      throw new Error("cut");
    }
    await expect(sink.put({ path: "b", content: broken() })).rejects.toThrow("cut");
    await sink.abort();
    await sink.abort();
    expect(readdirSync(root)).toEqual([]);
  });

  it("refuses names that collide or lead outside", async () => {
    for (const names of [["../x"], ["a", "A"], [".ap-archive.json"], ["a\\b"]]) {
      expect(await codeOf(write(names.map((name) => ({ path: name, content: "" }))))).toBe(
        "output/unsafe-path",
      );
    }
    expect(readdirSync(root)).toEqual([]);
  });
});
