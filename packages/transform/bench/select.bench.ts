// An archive's activities as published posts in an SQLite library, against only reading them: R is the unit that the
// target of three times is given in. Peak memory is that of the process: `--logHeapUsage`, or /usr/bin/time.
// Run after a build: vitest bench --run packages/transform/bench/select.bench.ts
// SELECT_BENCH_ARCHIVE=<zip> takes an archive of one's own.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openArchive } from "../../reader/dist/index.js";
import { select } from "../dist/index.js";
import { sqliteLibrary } from "../dist/node.js";
import { madeArchive } from "./made-archive.js";

const ITEMS = 30_000;
const rounds = { time: 0, iterations: 5, warmupTime: 0, warmupIterations: 1 };
const given = process.env.SELECT_BENCH_ARCHIVE;
let folder = "";
const zip = (): string => given ?? join(folder, "archive.zip");

beforeAll(async () => {
  if (given !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), "select-bench-"));
  await writeFile(zip(), await madeArchive(ITEMS));
}, 120_000);

afterAll(async () => {
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

async function read(): Promise<number> {
  let items = 0;
  await using archive = await openArchive(zip());
  for await (const _ of archive.outbox()) items += 1;
  return items;
}

async function selected(documents: boolean): Promise<number> {
  await using archive = await openArchive(zip());
  using library = sqliteLibrary();
  return (await select(archive, { library, documents })).report.items;
}

test("an archive's posts", async ({ bench }) => {
  const items = await read();
  await bench.compare(
    bench("R: read only", async () => {
      expect(await read()).toBe(items);
    }),
    bench("selected into the library", async () => {
      expect(await selected(false)).toBe(items);
    }),
    bench("selected, with AS2 documents", async () => {
      expect(await selected(true)).toBe(items);
    }),
    rounds,
  );
}, 600_000);
