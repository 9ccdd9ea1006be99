// A zip's outbox read item by item, against what no reader can go below (inflating, and parsing items whose places
// are known), and against unzipper with stream-json.
// Run after a build: vitest bench --run packages/reader/bench/items.bench.ts
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { pick } from "stream-json/filters/pick.js";
import { streamArray } from "stream-json/streamers/stream-array.js";
import { Open } from "unzipper";
import { afterAll, beforeAll, expect, test } from "vitest";
import { announce, create, mastodonArchive, note, packZip } from "../../fixtures/dist/index.js";
import { openArchive, readItems } from "../dist/index.js";

const ITEMS = 30_000;
const WORDS =
  "the sea was calm and grüne Wiesen 朝 под небом people walk to work while it rains on tiles".split(" ");
// Each takes most of a second: a number of rounds, not a time.
const time = { time: 0, iterations: 7, warmupTime: 0, warmupIterations: 1 };

let folder = "";
let outbox: Buffer = Buffer.alloc(0);
let spans: { readonly offset: number; readonly length: number }[] = [];
let packed = { start: 0, end: 0 };
const zip = (name = "archive"): string => join(folder, `${name}.zip`);

/** As long as posts with a signature were, and as hard to pack. */
function activities(): object[] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  return Array.from({ length: ITEMS }, (_, n) => {
    const id = `${110_000_000_000_000_000 + n * 104_729}`;
    if (next(4) === 0) return announce(`https://b.example/users/ada/statuses/${id}`, { id });
    const content = Array.from({ length: 20 + next(60) }, () => WORDS[next(WORDS.length)]).join(" ");
    return create(note({ id, content, hashtags: next(3) === 0 ? ["sea", "rain"] : [] }));
  });
}

const typeFirst = (item: object): object => ({ type: undefined, ...item });

/** Each item begins with another of its keys than the one before. */
function inAnyOrder(item: object, n: number): object {
  const entries = Object.entries(item);
  const first = n % entries.length;
  return Object.fromEntries([...entries.slice(first), ...entries.slice(0, first)]);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-bench-"));
  const items = activities();
  const files = mastodonArchive();
  const document = { type: "OrderedCollection", totalItems: ITEMS, orderedItems: items };
  const write = async (name: string, text: string): Promise<void> => {
    const all = new Map(files).set("outbox.json", new TextEncoder().encode(text));
    await writeFile(zip(name), await packZip(all));
  };
  await write("archive", JSON.stringify(document));
  await write("indented", JSON.stringify(document, null, 2));
  await write("type-first", JSON.stringify({ ...document, orderedItems: items.map(typeFirst) }));
  await write("any-order", JSON.stringify({ ...document, orderedItems: items.map(inAnyOrder) }));

  const { files: entries } = await Open.file(zip());
  const entry = entries.find(({ path }) => path === "outbox.json");
  if (entry === undefined) throw new Error("no outbox");
  const bytes = await readFile(zip());
  const header = entry.offsetToLocalFileHeader;
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  packed = { start, end: start + entry.compressedSize };
  outbox = inflateRawSync(bytes.subarray(packed.start, packed.end), { maxOutputLength: 2 ** 31 });
  spans = [];
  for await (const { offset, length } of readItems(once(outbox))) spans.push({ offset, length });
}, 120_000);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

afterAll(() => rm(folder, { recursive: true, force: true }));

async function inflate(): Promise<number> {
  const engine = createInflateRaw({ chunkSize: 256 * 1024, readableHighWaterMark: 2 ** 21 });
  const { start, end } = packed;
  pipeline(createReadStream(zip(), { start, end: end - 1, highWaterMark: 256 * 1024 }), engine, () => {});
  let length = 0;
  for await (const chunk of engine) length += Buffer.byteLength(chunk);
  return length;
}

function parse(): number {
  let count = 0;
  for (const { offset, length } of spans) {
    if (JSON.parse(outbox.toString("utf8", offset, offset + length)) !== null) count += 1;
  }
  return count;
}

async function ours(name: string): Promise<number> {
  let count = 0;
  await using archive = await openArchive(zip(name));
  for await (const { value } of archive.outbox()) if (value.type !== undefined) count += 1;
  return count;
}

async function streamJson(): Promise<number> {
  const { files } = await Open.file(zip());
  const entry = files.find(({ path }) => path === "outbox.json");
  if (entry === undefined) throw new Error("no outbox");
  const items = streamArray.asStream();
  pipeline(entry.stream(), pick.withParserAsStream({ filter: "orderedItems" }), items, () => {});
  let count = 0;
  for await (const _ of items) count += 1;
  return count;
}

test(`${ITEMS} items of an outbox in a zip`, async ({ bench }) => {
  await bench.compare(
    bench("floor: inflating and parsing, one after the other", async () => {
      expect(await inflate()).toBe(outbox.length);
      expect(parse()).toBe(ITEMS);
    }),
    bench("the reader: inflated, checked, split and parsed", async () => {
      expect(await ours("archive")).toBe(ITEMS);
    }),
    bench("the reader, of indented JSON", async () => {
      expect(await ours("indented")).toBe(ITEMS);
    }),
    bench("the reader, of items that begin with their type", async () => {
      expect(await ours("type-first")).toBe(ITEMS);
    }),
    bench("the reader, of items that begin with ever other keys: no end can be guessed", async () => {
      expect(await ours("any-order")).toBe(ITEMS);
    }),
    bench("unzipper and stream-json", async () => {
      expect(await streamJson()).toBe(ITEMS);
    }),
    time,
  );
}, 600_000);
