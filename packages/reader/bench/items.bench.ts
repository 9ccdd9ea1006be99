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
const time = { time: 0, iterations: 7, warmupTime: 0, warmupIterations: 3 };

let folder = "";
const zip = (name: string): string => join(folder, `${name}.zip`);

/** An outbox in a zip, with what the floors need to know: where its packed bytes stand, and where its items do. */
interface Packed {
  readonly start: number;
  readonly end: number;
  readonly outbox: Buffer;
  readonly spans: readonly { readonly offset: number; readonly length: number }[];
}
const packed = new Map<string, Packed>();

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

const sorted = (item: object): object =>
  Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Each item begins with another of its keys than the one before. */
function inAnyOrder(item: object, n: number): object {
  const entries = Object.entries(item);
  const first = n % entries.length;
  return Object.fromEntries([...entries.slice(first), ...entries.slice(0, first)]);
}

/** The same items as Mastodon writes them, and as other programs might. */
const WAYS: ReadonlyMap<string, (items: readonly object[]) => string> = new Map([
  ["as Mastodon writes them", (items) => JSON.stringify(collection(items))],
  ["indented", (items) => JSON.stringify(collection(items), null, 2)],
  ["that begin with their type", (items) => JSON.stringify(collection(items.map(typeFirst)))],
  ["with sorted keys", (items) => JSON.stringify(collection(items.map(sorted)))],
  [
    "that each begin with another key, so that no end can be guessed",
    (items) => JSON.stringify(collection(items.map(inAnyOrder))),
  ],
]);

const collection = (orderedItems: readonly object[]): object => ({
  type: "OrderedCollection",
  totalItems: ITEMS,
  orderedItems,
});

async function packedIn(name: string): Promise<Packed> {
  const { files } = await Open.file(zip(name));
  const entry = files.find(({ path }) => path === "outbox.json");
  if (entry === undefined) throw new Error("no outbox");
  const bytes = await readFile(zip(name));
  const header = entry.offsetToLocalFileHeader;
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const end = start + entry.compressedSize;
  const outbox = inflateRawSync(bytes.subarray(start, end), { maxOutputLength: 2 ** 31 });
  const spans: { offset: number; length: number }[] = [];
  for await (const { offset, length } of readItems(once(outbox))) spans.push({ offset, length });
  return { start, end, outbox, spans };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-bench-"));
  const items = activities();
  for (const [name, written] of WAYS) {
    const files = new Map(mastodonArchive()).set("outbox.json", new TextEncoder().encode(written(items)));
    await writeFile(zip(name), await packZip(files));
    packed.set(name, await packedIn(name));
  }
}, 240_000);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

afterAll(() => rm(folder, { recursive: true, force: true }));

async function inflate(name: string, { start, end }: Packed): Promise<number> {
  const engine = createInflateRaw({ chunkSize: 256 * 1024, readableHighWaterMark: 2 ** 21 });
  pipeline(createReadStream(zip(name), { start, end: end - 1, highWaterMark: 256 * 1024 }), engine, () => {});
  let length = 0;
  for await (const chunk of engine) length += Buffer.byteLength(chunk);
  return length;
}

function parse({ outbox, spans }: Packed): number {
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

async function streamJson(name: string): Promise<number> {
  const { files } = await Open.file(zip(name));
  const entry = files.find(({ path }) => path === "outbox.json");
  if (entry === undefined) throw new Error("no outbox");
  const items = streamArray.asStream();
  pipeline(entry.stream(), pick.withParserAsStream({ filter: "orderedItems" }), items, () => {});
  let count = 0;
  for await (const _ of items) count += 1;
  return count;
}

test.for([...WAYS.keys()])(
  `${ITEMS} items of an outbox in a zip, %s`,
  async (name, { bench }) => {
    const document = packed.get(name);
    if (document === undefined) throw new Error("nothing was packed");
    await bench.compare(
      bench("floor: inflating and parsing, one after the other", async () => {
        expect(await inflate(name, document)).toBe(document.outbox.length);
        expect(parse(document)).toBe(ITEMS);
      }),
      bench("the reader: inflated, checked, split and parsed", async () => {
        expect(await ours(name)).toBe(ITEMS);
      }),
      time,
    );
  },
  600_000,
);

test("the same as Mastodon writes them, against what is usual", async ({ bench }) => {
  const [name = ""] = WAYS.keys();
  await bench.compare(
    bench("the reader", async () => {
      expect(await ours(name)).toBe(ITEMS);
    }),
    bench("unzipper and stream-json", async () => {
      expect(await streamJson(name)).toBe(ITEMS);
    }),
    { ...time, iterations: 3 },
  );
}, 600_000);
