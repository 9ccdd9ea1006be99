// A site of an archive's posts, against only reading them: R is the unit that its targets are given in. "Without pages
// of posts" pulls all files but those pages: months, tags, search index and feeds. A second run is one with a post more,
// into the folder of the first. Run after a build: vitest bench --run packages/transform/bench/site.bench.ts
// SITE_BENCH_ITEMS=<number> makes another archive than one of 10 000 items.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openArchive } from "../../reader/dist/index.js";
import { htmlTarget } from "../dist/html.js";
import { select, writeOutput } from "../dist/index.js";
import { folderSink, searchThread, sqliteLibrary } from "../dist/node.js";
import { madeArchive } from "./made-archive.js";

const ITEMS = Number(process.env.SITE_BENCH_ITEMS ?? 10_000);
const OPTIONS = { baseUrl: "https://site.example/", media: false, searchIndex: searchThread } as const;
const MANIFEST = { tool: "bench", version: "1.0.0", command: "convert html" };
const PAGE_OF_POST = /^(?:\d{4}\/\d\d|undated)\/(?!part-)[^/]+\/index\.html$/;
const rounds = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };
let folder = "";
const place = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "site-bench-"));
  await writeFile(place("archive.zip"), await madeArchive(ITEMS));
  await writeFile(place("later.zip"), await madeArchive(ITEMS + 1));
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(): Promise<number> {
  let items = 0;
  await using archive = await openArchive(place("archive.zip"));
  for await (const _ of archive.outbox()) items += 1;
  return items;
}

async function selectOnly(): Promise<number> {
  await using archive = await openArchive(place("archive.zip"));
  using library = sqliteLibrary();
  return (await select(archive, { library })).report.items;
}

async function withoutPages(): Promise<number> {
  await using archive = await openArchive(place("archive.zip"));
  using library = sqliteLibrary();
  const { selection } = await select(archive, { library });
  let bytes = 0;
  for await (const { path, content } of htmlTarget.render(selection, OPTIONS)) {
    if (PAGE_OF_POST.test(path)) continue;
    if (typeof content === "string") bytes += Buffer.byteLength(content);
    else for await (const chunk of content) bytes += typeof chunk === "number" ? 1 : chunk.length;
  }
  return bytes;
}

async function write(zip: string, out: string): Promise<number> {
  await using archive = await openArchive(place(zip));
  using library = sqliteLibrary();
  const { selection } = await select(archive, { library });
  const job = { target: htmlTarget, selection, options: OPTIONS, manifest: MANIFEST };
  return (await writeOutput({ ...job, sink: folderSink(place(out)) })).written;
}

test("a site", async ({ bench }) => {
  await write("archive.zip", "again");
  let runs = 0;
  await bench.compare(
    bench("R: read only", async () => {
      expect(await read()).toBe(ITEMS);
    }),
    bench("selected only", async () => {
      expect(await selectOnly()).toBe(ITEMS);
    }),
    bench("selected, and its site without pages of posts", async () => {
      expect(await withoutPages()).toBeGreaterThan(0);
    }),
    bench("selected, and its whole site in a folder", async () => {
      runs += 1;
      expect(await write("archive.zip", `site-${runs}`)).toBeGreaterThan(0);
    }),
    bench("selected, and the same again with a post more, or one less", async () => {
      runs += 1;
      expect(await write(runs % 2 === 0 ? "archive.zip" : "later.zip", "again")).toBeLessThan(ITEMS / 10);
    }),
    rounds,
  );
}, 1_200_000);
