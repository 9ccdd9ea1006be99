// An archive's activities as published posts in an SQLite library, against only reading them: R is the unit that the
// target of three times is given in. Peak memory is that of the process: `--logHeapUsage`, or /usr/bin/time.
// Run after a build: vitest bench --run packages/transform/bench/select.bench.ts
// SELECT_BENCH_ARCHIVE=<zip> takes an archive of one's own.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  announce,
  create,
  mastodonArchive,
  note,
  packZip,
  statusUri,
  TESS,
} from "../../fixtures/dist/index.js";
import { openArchive } from "../../reader/dist/index.js";
import { select } from "../dist/index.js";
import { sqliteLibrary } from "../dist/node.js";

const ITEMS = 30_000;
const WORDS = "the sea was calm and grüne Wiesen 朝 people walk to work while it rains on tiles".split(" ");
const rounds = { time: 0, iterations: 5, warmupTime: 0, warmupIterations: 1 };
const given = process.env.SELECT_BENCH_ARCHIVE;
let folder = "";
const zip = (): string => given ?? join(folder, "archive.zip");

/** One in four a boost, one in eight for followers only, one in four of the rest a reply to oneself. */
function activities(): object[] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const idOf = (n: number): string => `${110_000_000_000_000_000 + n * 104_729}`;
  return Array.from({ length: ITEMS }, (_, n) => {
    const id = idOf(n);
    const published = new Date(1_600_000_000_000 + n * 3_600_000).toISOString().replace(".000", "");
    if (next(4) === 0) return announce(`https://b.example/users/ada/statuses/${id}`, { id, published });
    const content = `<p>${Array.from({ length: 20 + next(60) }, () => WORDS[next(WORDS.length)]).join(" ")}</p>`;
    return create(
      note({
        id,
        published,
        content,
        visibility: next(8) === 0 ? "followers" : "public",
        hashtags: next(3) === 0 ? ["sea", "rain"] : [],
        inReplyTo: n > 0 && next(4) === 0 ? statusUri(TESS, idOf(n - 1)) : null,
      }),
    );
  });
}

beforeAll(async () => {
  if (given !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), "select-bench-"));
  const outbox = JSON.stringify({ type: "OrderedCollection", totalItems: ITEMS, orderedItems: activities() });
  const all = new Map(mastodonArchive()).set("outbox.json", new TextEncoder().encode(outbox));
  await writeFile(zip(), await packZip(all));
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
