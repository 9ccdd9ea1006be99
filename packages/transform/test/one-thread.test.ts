import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, note } from "@archive/fixtures";
import { memoryLibrary, select, writeOutput } from "@archive/transform";
import { ndjsonTarget } from "@archive/transform/data";
import { markdownTarget } from "@archive/transform/markdown";
import { folderSink, sqliteLibrary } from "@archive/transform/node";
import { afterAll, expect, it, vi } from "vitest";
import { only } from "./support/data-posts.js";
import { memorySource } from "./support/memory-source.js";

const started = vi.hoisted(() => ({ threads: 0 }));

vi.mock("node:worker_threads", async (original) => {
  const real = await original<typeof import("node:worker_threads")>();
  return {
    ...real,
    Worker: class extends real.Worker {
      constructor(...given: ConstructorParameters<typeof real.Worker>) {
        super(...given);
        started.threads += 1;
      }
    },
  };
});

const folder = mkdtempSync(join(tmpdir(), "one-thread-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POSTS = 6000;
const source = memorySource({
  activities: Array.from({ length: POSTS }, (_, at) => ({
    ...create(note({ id: `${at}`, content: `<p>Number ${at}: ${"words ".repeat(at % 90)}</p>` })),
  })),
});
const manifest = { tool: "test", version: "1.0.0", command: "convert" };

async function convertedBy(oneThread: boolean): Promise<{ readonly rows: string; readonly files: string[] }> {
  using library = sqliteLibrary({ oneThread });
  const { selection } = await select(source, { library });
  const out = join(folder, `${oneThread}`);
  const sink = folderSink(out, { oneThread });
  await writeOutput({ target: markdownTarget, selection, options: { split: "post" }, sink, manifest });
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).sort();
  return { rows: await only(ndjsonTarget.render(selection, {})), files };
}

it("starts no thread where it is to keep to one, and gives the same", async () => {
  const alone = await convertedBy(true);
  expect(started.threads).toBe(0);
  const helped = await convertedBy(false);
  expect(started.threads).toBeGreaterThan(1);
  expect(alone).toEqual(helped);
  expect(alone.files.length).toBeGreaterThan(POSTS);
  const { selection } = await select(source, { library: memoryLibrary() });
  expect(alone.rows).toBe(await only(ndjsonTarget.render(selection, {})));
  for (const name of alone.files.filter((path) => path.endsWith(".md")).slice(0, 50)) {
    expect(readFileSync(join(folder, "true", name))).toEqual(readFileSync(join(folder, "false", name)));
  }
}, 60_000);
