// Many archives by one job and by two. A job is a process that keeps to one core, so two are to take at most 1 / 1.6 of
// the time of one, start included: a few larger archives, and many small ones.
// Run after a build: vitest bench --run apps/cli/bench/batch.bench.ts
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create, mastodonArchive, note, packZip, sampleArchive } from "@archive/fixtures";
import { afterAll, beforeAll, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
const rounds = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "batch-bench-"));
  await copies("few", await packZip(mastodonArchive({ activities: posts(10_000) })), 6);
  await copies("many", await packZip(sampleArchive()), 40);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function posts(count: number) {
  return Array.from({ length: count }, (_, at) =>
    create(
      note({
        id: `${at}`,
        published: new Date(1_600_000_000_000 + at * 3_600_000).toISOString(),
        content: `<p>${"The sea was calm, and people walked to work. ".repeat(1 + (at % 12))}</p>`,
        hashtags: at % 3 === 0 ? ["sea"] : [],
      }),
    ),
  );
}

async function copies(name: string, archive: Uint8Array, count: number): Promise<void> {
  await mkdir(join(folder, name));
  const first = join(folder, name, "0.zip");
  await writeFile(first, archive);
  for (let at = 1; at < count; at += 1) await copyFile(first, join(folder, name, `${at}.zip`));
}

function converted(name: string, jobs: number): void {
  const out = join(folder, "out");
  const argv = ["batch", join(folder, name), "--to", "ndjson", "--out", out, "--jobs", `${jobs}`, "--force"];
  const { status } = spawnSync(process.execPath, [COMMAND, ...argv, "--quiet"]);
  expect(status).toBe(0);
}

for (const name of ["few", "many"]) {
  test(`${name} archives`, async ({ bench }) => {
    await bench.compare(
      bench("one job", () => converted(name, 1)),
      bench("two jobs", () => converted(name, 2)),
      rounds,
    );
  }, 600_000);
}
