// What validating costs: an item by itself, loading, and on top of reading a zipped archive of 100 000 posts.
// Run after a build: vitest bench --run packages/schema/bench/validate.bench.ts
// The archive is made by the generator beside the corpora; without it, and without a built reader and transform, that part is left out.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createValidator } from "../dist/validate.js";
import { mastodonItem } from "../test/mastodon-item.js";

const GENERATOR = fileURLToPath(new URL("../../../../shared/tools/gen-archive.mjs", import.meta.url));
const READER = fileURLToPath(new URL("../../reader/dist/index.js", import.meta.url));
const TRANSFORM = fileURLToPath(new URL("../../transform/dist/index.js", import.meta.url));
const VALIDATE = fileURLToPath(new URL("../dist/validate.js", import.meta.url));
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

test("1000 items", async ({ bench }) => {
  const items = Array.from({ length: 1000 }, () => structuredClone(mastodonItem));
  const profiles = ["wild", "as2", "mastodon-archive"];
  const validators = await Promise.all(
    profiles.map((profile) => createValidator({ profile, onDiagnostic: () => {} })),
  );
  const place = { file: "outbox.json", kind: "item" } as const;
  expect(validators[2]?.document(items[0], place)).toBe(true);
  const time = { time: 2_000, warmupTime: 500 };
  await bench.compare(
    ...validators.map((validator, at) =>
      bench(profiles[at] ?? "", time, () => {
        for (const item of items) validator.document(item, place);
      }),
    ),
  );
}, 60_000);

test("loading", () => {
  for (const profile of ["wild", "as2", "mastodon-archive"]) {
    const code = `
      await import(${JSON.stringify(VALIDATE.replace("validate.js", "index.js"))});
      const before = process.cpuUsage();
      const { createValidator } = await import(${JSON.stringify(VALIDATE)});
      const validator = await createValidator({ profile: "${profile}", onDiagnostic() {} });
      validator.document({ type: "Note", content: "x" });
      const { user } = process.cpuUsage(before);
      process.stdout.write(String(user / 1000));`;
    const runs = Array.from({ length: 20 }, () =>
      Number(spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).stdout),
    );
    console.log(`loading ${profile}: median ${median(runs).toFixed(1)} ms of user CPU, of ${runs.length}`);
  }
}, 60_000);

// Each run in a process of its own, as a command is. CPU time: machines do other things as well.
const RUN = `
  const [path, reader, validate, transform, profile] = process.argv.slice(1);
  const { openArchive } = await import(reader);
  const { createValidator } = await import(validate);
  const whole = profile === "whole archive" ? (await import(transform)).validate : null;
  const before = process.cpuUsage();
  const done = (items) => {
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(JSON.stringify({ ms: (user + system) / 1000, items, rss: process.memoryUsage().rss / 1e6 }));
    process.exit();
  };
  const archive = await openArchive(path);
  if (whole !== null) {
    let read = 0;
    await whole(archive, { onDiagnostic() {}, onProgress: ({ items }) => { read = Math.max(read, items); } });
    done(read);
  }
  const actor = await archive.actor();
  const { era } = archive.info;
  const validator = profile === "none" ? null
    : await createValidator({ profile, era, actor: actor?.raw ?? null, onDiagnostic() {} });
  let items = 0;
  for await (const { raw, file, pointer, offset, hint } of archive.outbox()) {
    items += 1;
    validator?.document(raw, { file, kind: "item", pointer, offset, visibility: hint });
  }
  done(items);`;

test.skipIf(!existsSync(GENERATOR) || !existsSync(READER) || !existsSync(TRANSFORM))(
  "reading a zip of 100 000 posts",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "validate-bench-"));
    try {
      const zip = join(folder, "archive.zip");
      spawnSync(process.execPath, [GENERATOR, "--posts", "100000", "--shape", "4.2", "--out", zip]);
      const times: Record<string, number[]> = {
        none: [],
        wild: [],
        "mastodon-archive": [],
        "whole archive": [],
      };
      let rss = 0;
      for (let round = 0; round < 7; round += 1) {
        for (const [profile, list] of Object.entries(times)) {
          const args = ["--input-type=module", "-e", RUN, zip, READER, VALIDATE, TRANSFORM, profile];
          const told = JSON.parse(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout);
          expect(told.items).toBe(100_000);
          list.push(told.ms);
          rss = Math.max(rss, told.rss);
        }
      }
      const read = median(times.none ?? []);
      for (const [profile, list] of Object.entries(times)) {
        const ms = median(list);
        console.log(
          `${profile}: median ${ms.toFixed(0)} ms, ${((ms / read - 1) * 100).toFixed(0)} % on top of reading`,
        );
      }
      console.log(`largest resident size ${rss.toFixed(0)} MB`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  300_000,
);
