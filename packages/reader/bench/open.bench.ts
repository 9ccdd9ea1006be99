// Opening a zip of 100 000 entries, against `unzipper` alone; and verifying every entry of a zip of pictures,
// against `unzip -tq`, where that is installed. Run after a build: vitest bench --run packages/reader/bench/open.bench.ts
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Open } from "unzipper";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawZip } from "../../fixtures/dist/index.js";
import { openArchive, openContainer, verifyEntries } from "../dist/index.js";

const ENTRIES = 100_000;
const PICTURES = 400;
// Each takes most of a second: a number of rounds, not a time.
const rounds = { time: 0, iterations: 9, warmupTime: 0, warmupIterations: 2 };
let folder = "";
const many = (): string => join(folder, "many.zip");
const pictures = (): string => join(folder, "pictures.zip");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-bench-"));
  const name = (n: number): string => `media_attachments/files/110/${n % 1000}/${n}/original/${n * 7919}.png`;
  const small = Array.from({ length: ENTRIES }, (_, n) => ({
    name: name(n),
    data: "x".repeat(100),
    method: 0,
  }));
  small.push({ name: "outbox.json", data: '{"type":"OrderedCollection","orderedItems":[]}', method: 0 });
  await writeFile(many(), rawZip(small, { zip64End: true }));
  const large = Array.from({ length: PICTURES }, (_, n) => ({ name: name(n), data: randomBytes(170_000) }));
  const text = Array.from(
    { length: 200_000 },
    (_, n) => `{"id":"https://m.example/${n * 7919}","type":"Note"}`,
  );
  await writeFile(pictures(), rawZip([...large, { name: "outbox.json", data: `[${text.join()}]` }]));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function entriesVerified(): Promise<number> {
  let whole = 0;
  await using container = await openContainer(pictures());
  for await (const { codes } of verifyEntries(container)) if (codes.length === 0) whole += 1;
  return whole;
}

test(`opening a zip of ${ENTRIES} entries`, async ({ bench }) => {
  await bench.compare(
    bench("unzipper lists it", async () => {
      expect((await Open.file(many())).files.length).toBe(ENTRIES + 1);
    }),
    bench("the reader opens it: both readings, and the headers before the data", async () => {
      await using container = await openContainer(many());
      expect(container.bytes).toBeGreaterThan(0);
    }),
    bench("the reader opens the archive in it as well", async () => {
      await using archive = await openArchive(many());
      expect(archive.info.container).toBe("zip");
    }),
    rounds,
  );
}, 120_000);

const unzip = spawnSync("unzip", ["-v"]).status === 0;
test.skipIf(!unzip)(
  `verifying ${PICTURES} pictures and an outbox`,
  async ({ bench }) => {
    expect(await entriesVerified()).toBe(PICTURES + 1);
    await bench.compare(
      bench("unzip -tq", async () => {
        expect(spawnSync("unzip", ["-tq", pictures()]).status).toBe(0);
      }),
      bench("verifyEntries", async () => {
        expect(await entriesVerified()).toBe(PICTURES + 1);
      }),
      rounds,
    );
  },
  120_000,
);
