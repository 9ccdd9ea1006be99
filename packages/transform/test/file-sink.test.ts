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
import { ArchiveError } from "@archive/schema";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fileSink } from "../src/node/file-sink.js";
import type { OutputFile } from "../src/targets/target.js";

let root: string;
let out: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "file-sink-")));
  out = join(root, "posts.ndjson");
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function write(
  content: OutputFile["content"],
  options: { force?: boolean; command?: string } = {},
): Promise<string> {
  const sink = fileSink(out, { force: options.force });
  try {
    await sink.begin({ tool: "test", version: "1.0.0", command: options.command ?? "convert ndjson" });
    const result = await sink.put({ path: "posts.ndjson", content });
    await sink.commit();
    return result;
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

async function* lines(count: number): AsyncIterable<Uint8Array> {
  for (let line = 0; line < count; line += 1) yield Buffer.from(`{"line":${line}}\n`);
}

it("writes the file under its own name, whole, and beside it what made it", async () => {
  expect(await write(lines(5000))).toBe("written");
  expect(readFileSync(out, "utf8").split("\n")).toHaveLength(5001);
  expect(readdirSync(root).sort()).toEqual([".posts.ndjson.ap-archive.json", "posts.ndjson"]);
  expect(JSON.parse(readFileSync(join(root, ".posts.ndjson.ap-archive.json"), "utf8"))).toEqual({
    tool: "test",
    version: "1.0.0",
    command: "convert ndjson",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it("a second run replaces it, and leaves one with the same bytes as it is", async () => {
  await write("one");
  const { ino } = statSync(out);
  expect(await write("one")).toBe("unchanged");
  expect(statSync(out).ino).toBe(ino);
  expect(await write("two")).toBe("written");
  expect(readFileSync(out, "utf8")).toBe("two");
});

it.each([
  ["a file of a person", () => writeFileSync(out, "mine")],
  ["an empty file", () => writeFileSync(out, "")],
  ["a folder", () => mkdirSync(out)],
  ["an output that was changed by hand", () => write("one").then(() => writeFileSync(out, "one, edited"))],
  ["the output of another command", async () => void (await write("one", { command: "convert csv" }))],
])("%s is not replaced, and kept as .bak with force", async (_, make) => {
  await make();
  const isFile = statSync(out).isFile();
  const was = isFile ? readFileSync(out, "utf8") : null;
  expect(await codeOf(write("new"))).toBe("output/exists");
  await write("new", { force: true });
  expect(readFileSync(out, "utf8")).toBe("new");
  expect(isFile ? readFileSync(`${out}.bak`, "utf8") : null).toBe(was);
});

it("is known again whichever a killed run left: the old file or the new one", async () => {
  await write("one");
  const mark = join(root, ".posts.ndjson.ap-archive.json");
  const one = readFileSync(mark, "utf8");
  await write("two");
  const both = readFileSync(mark, "utf8").replace(
    "\n}",
    `,\n "earlier": "${/"sha256": "(\w+)"/.exec(one)?.[1]}"\n}`,
  );
  for (const left of ["one", "two"]) {
    writeFileSync(mark, both);
    writeFileSync(out, left);
    expect(await write("three")).toBe("written");
    expect(readFileSync(out, "utf8")).toBe("three");
  }
});

it("a stream that fails, or an abort, leaves what was there", async () => {
  await write("one");
  async function* broken(): AsyncIterable<Uint8Array> {
    yield* lines(3);
    throw new Error("cut");
  }
  await expect(write(broken())).rejects.toThrow("cut");
  expect(readFileSync(out, "utf8")).toBe("one");
  expect(readdirSync(root)).toHaveLength(2);
});

it("takes exactly one file", async () => {
  const sink = fileSink(out);
  await expect(sink.put({ path: "a", content: "" })).rejects.toThrow(TypeError);
  await sink.begin({ tool: "test", version: "1", command: "x" });
  await expect(sink.commit()).rejects.toThrow("No file was put");
  await sink.put({ path: "a", content: "" });
  await expect(sink.put({ path: "b", content: "" })).rejects.toThrow("one file");
  await sink.abort();
  expect(readdirSync(root)).toEqual([]);
});
