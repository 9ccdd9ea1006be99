// What is written of selected posts beyond selecting them, against only reading their archive (R), the unit that the
// targets are given in: ndjson 1.6, sqlite 4, parquet 2.5, Markdown by month 3.5.
// Run after a build: vitest bench --run packages/transform/bench/rows.bench.ts
// SELECT_BENCH_ARCHIVE=<zip> takes an archive of one's own.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openArchive } from "../../reader/dist/index.js";
import { csvTarget, ndjsonTarget, textTarget } from "../dist/data.js";
import { type Selection, type Sink, select, type Target, writeOutput } from "../dist/index.js";
import { markdownTarget } from "../dist/markdown.js";
import { fileSink, folderSink, sqliteLibrary } from "../dist/node.js";
import { parquetTarget } from "../dist/parquet.js";
import { sqliteTarget } from "../dist/sqlite.js";
import { madeArchive } from "./made-archive.js";

const ITEMS = 30_000;
const manifest = { tool: "bench", version: "1", command: "bench" };
const rounds = { time: 0, iterations: 5, warmupTime: 0, warmupIterations: 1 };
const library = sqliteLibrary();
let folder = "";
/** Of warm-ups several run at once: each output has a place of its own. */
let outputs = 0;
let zip = process.env.SELECT_BENCH_ARCHIVE ?? "";
let selection: Selection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rows-bench-"));
  if (zip === "") {
    zip = join(folder, "archive.zip");
    await writeFile(zip, await madeArchive(ITEMS));
  }
  await using archive = await openArchive(zip);
  ({ selection } = await select(archive, { library, media: false }));
}, 120_000);

afterAll(async () => {
  library[Symbol.dispose]();
  await rm(folder, { recursive: true, force: true });
});

async function read(): Promise<number> {
  let items = 0;
  await using archive = await openArchive(zip);
  for await (const _ of archive.outbox()) items += 1;
  return items;
}

async function written<Options>(
  target: Target<Options>,
  options: Options,
  sinkAt: (path: string) => Sink,
): Promise<void> {
  outputs += 1;
  const out = join(folder, `out-${outputs}`);
  const { files } = await writeOutput({ target, selection, options, sink: sinkAt(out), manifest });
  expect(files).toBeGreaterThan(0);
  await rm(out, { recursive: true });
}

test("the rows of an archive", async ({ bench }) => {
  const items = await read();
  await bench.compare(
    bench("R: read only", async () => {
      expect(await read()).toBe(items);
    }),
    bench("text", () => written(textTarget, {}, fileSink)),
    bench("ndjson", () => written(ndjsonTarget, {}, fileSink)),
    bench("csv", () => written(csvTarget, {}, fileSink)),
    bench("sqlite, with search", () => written(sqliteTarget, {}, fileSink)),
    bench("parquet", () => written(parquetTarget, {}, folderSink)),
    bench("markdown by month", () => written(markdownTarget, { split: "month" }, folderSink)),
    rounds,
  );
}, 600_000);
