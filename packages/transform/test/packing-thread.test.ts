import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { bundleThreadScript } from "../src/generate/thread-script.js";
import { type PendingPosts, packPosts } from "../src/library/packing.js";
import { packingScript } from "../src/node/generated/packing-script.js";
import { PackingThread } from "../src/node/packing-thread.js";
import { HOSTILE_HTML } from "./support/hostile-html.js";

const CHUNKS = 12;
const MARKS = new Set(["/@ada/"]);

/** One chunk of posts, unlike every other. */
function chunk(number: number, htmls: readonly string[] = HOSTILE_HTML): PendingPosts {
  return {
    notes: JSON.stringify([number]),
    rows: htmls.map((_, at) => `["post ${at} of ${number}"]`),
    htmls: htmls.map((html, at) => (at % 5 === 4 ? null : `<p>${number} :ship: ✓</p>${html}`)),
    emoji: new Map([[number, new Set(["ship"])]]),
    marks: MARKS,
  };
}

let thread = new PackingThread();
afterEach(() => thread.rest());

/** What comes of so many chunks that are given one after the other, with a turn of the event loop between. */
async function packedBy(each: PackingThread, chunks: readonly PendingPosts[]): Promise<Uint8Array[]> {
  thread = each;
  const packed: Promise<Uint8Array>[] = [];
  for (const posts of chunks) {
    packed.push(thread.pack(posts));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const small = await Promise.all(packed);
  return Promise.all(small.map((bytes) => thread.expand(bytes)));
}

const NOTICES = readFileSync(new URL("../THIRD-PARTY-NOTICES", import.meta.url), "utf8");

const CHUNKS_OF_POSTS = Array.from({ length: CHUNKS }, (_, number) => chunk(number));
const expected = (chunks: readonly PendingPosts[]): Uint8Array[] =>
  chunks.map((posts) => packPosts(posts).slice());
const same = (bytes: readonly Uint8Array[]): string[] => bytes.map((each) => Buffer.from(each).toString());

it("the packing script in the package is made of its source", async () => {
  const entry = fileURLToPath(new URL("../src/node/pack-posts.ts", import.meta.url));
  const { script, packages } = await bundleThreadScript(entry);
  expect(packages).toEqual(["entities", "htmlparser2"]);
  for (const name of packages) expect(NOTICES).toContain(`\n${name}\n`);
  expect(packingScript === script, "`pnpm generate` in packages/transform makes it anew").toBe(true);
});

describe("a thread that packs posts", () => {
  it("gives what packing them here gives", async () => {
    const packed = await packedBy(new PackingThread(), CHUNKS_OF_POSTS);
    expect(same(packed)).toEqual(same(expected(CHUNKS_OF_POSTS)));
  });

  it("answers in any case, also when it is given more than it can do at once", async () => {
    thread = new PackingThread();
    const packed = await Promise.all(CHUNKS_OF_POSTS.map((posts) => thread.pack(posts)));
    const bytes = await Promise.all(packed.map((each) => thread.expand(each)));
    expect(same(bytes)).toEqual(same(expected(CHUNKS_OF_POSTS)));
  });

  it("may be told to rest while it works, and be asked again", async () => {
    thread = new PackingThread();
    const before = CHUNKS_OF_POSTS.map((posts) => thread.pack(posts));
    thread.rest();
    const after = CHUNKS_OF_POSTS.map((posts) => thread.pack(posts));
    const bytes = await Promise.all(
      (await Promise.all([...before, ...after])).map((each) => thread.expand(each)),
    );
    expect(same(bytes)).toEqual(same(expected([...CHUNKS_OF_POSTS, ...CHUNKS_OF_POSTS])));
  });

  it.each([
    ["does not start", "throw new Error('no')"],
    ["ends at once", "process.exit(3)"],
    ["fails later", "require('node:worker_threads').parentPort.on('message', () => { throw 1 })"],
    ["is no program", "}"],
    ["needs more memory than it has", "const all = []; for (;;) all.push(new Array(1e5).fill(all.length))"],
  ])("is no loss when it %s", async (_, script) => {
    const packed = await packedBy(new PackingThread(script), CHUNKS_OF_POSTS);
    expect(same(packed)).toEqual(same(expected(CHUNKS_OF_POSTS)));
  });

  it("survives texts of all sizes", async () => {
    const long = [1 << 16, 1 << 18, 1 << 19].flatMap((length) => [
      "<b>".repeat(length / 3),
      "<br>".repeat(length / 4),
      "<p>a".repeat(length / 4),
      "\u202e<i>x".repeat(length / 5),
    ]);
    const chunks = [...CHUNKS_OF_POSTS, ...long.map((html, at) => chunk(at, [html]))];
    const packed = await packedBy(new PackingThread(), chunks);
    expect(packed.map((bytes) => bytes.length)).toEqual(expected(chunks).map((bytes) => bytes.length));
  });
});

it("a program ends though its thread was not told to rest", () => {
  const ended = spawnSync(
    process.execPath,
    [
      "--no-warnings",
      "--conditions=@archive/source",
      "--import",
      fileURLToPath(new URL("support/resolve-sources.mjs", import.meta.url)),
      fileURLToPath(new URL("support/pack-and-leave.ts", import.meta.url)),
    ],
    { encoding: "utf8", timeout: 60_000 },
  );
  expect(ended).toMatchObject({ status: 0, stdout: `${CHUNKS} chunks\n` });
});
