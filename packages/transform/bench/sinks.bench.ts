// Writing 20 000 small files into a folder: anew, again with nothing changed, with one file changed, and with
// fingerprints. Beside it the floor: the same files by `writeFileSync` alone.
// Run after a build: vitest bench --run packages/transform/bench/sinks.bench.ts
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { folderSink, zipSink } from "../dist/node.js";

const FILES = 20_000;
const manifest = { tool: "bench", version: "1", command: "bench" };
// Each takes seconds: a number of rounds, not a time.
const rounds = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };
const root = mkdtempSync(join(tmpdir(), "sinks-bench-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const pathOf = (number: number): string => `20${number % 20}/${number % 12}/${number * 7919}/index.html`;
const textOf = (number: number, round: number): string =>
  `${"page ".repeat(500)}${number}${number === 0 ? round : ""}`;

async function write(
  sink: ReturnType<typeof folderSink>,
  round: number,
  hasFingerprint = false,
): Promise<number> {
  let written = 0;
  await sink.begin(manifest);
  for (let number = 0; number < FILES; number += 1) {
    async function* lazily(): AsyncIterable<Uint8Array> {
      yield Buffer.from(textOf(number, round));
    }
    const path = pathOf(number);
    const result = await sink.put(
      hasFingerprint
        ? { path, content: lazily(), fingerprint: `${number} ${number === 0 ? round : ""}` }
        : { path, content: textOf(number, round) },
    );
    if (result === "written") written += 1;
  }
  await sink.commit();
  return written;
}

test(`a folder of ${FILES} files`, async ({ bench }) => {
  let round = 0;
  const next = (): number => {
    round += 1;
    return round;
  };
  const fresh = (): string => join(root, `fresh-${next()}`);
  const [plain, known] = [join(root, "plain"), join(root, "known")];
  await write(folderSink(plain), 0);
  await write(folderSink(known), 0, true);
  await bench.compare(
    bench("the floor: mkdir and writeFile", () => {
      const out = fresh();
      for (let number = 0; number < FILES; number += 1) {
        const path = join(out, pathOf(number));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, textOf(number, 0));
      }
    }),
    bench("written anew", async () => {
      expect(await write(folderSink(fresh()), 0)).toBe(FILES);
    }),
    bench("again, one file changed", async () => {
      expect(await write(folderSink(plain), next())).toBe(1);
    }),
    bench("again, one file changed, the rest known by fingerprints", async () => {
      expect(await write(folderSink(known), next(), true)).toBe(1);
    }),
    bench("a zip", async () => {
      expect(await write(zipSink(`${fresh()}.zip`), 0)).toBe(FILES);
    }),
    rounds,
  );
}, 600_000);
