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
const SCHEMA = fileURLToPath(new URL("../dist/index.js", import.meta.url));
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

// Each run in a process of its own, as a command is. CPU time, for machines do other things as well, and by the clock.
const RUN = `
  const [path, reader, schema, validate, transform, task] = process.argv.slice(1);
  const { openArchive } = await import(reader);
  const { createReporter } = await import(schema);
  const { createValidator } = await import(validate);
  const whole = task === WHOLE ? (await import(transform)).validate : null;
  const [cpu, clock] = [process.cpuUsage(), performance.now()];
  const { report: onDiagnostic } = createReporter();
  const archive = await openArchive(path, { onDiagnostic });
  let items = 0;
  if (whole !== null) {
    // As the command does it: every check, and as many places as it shows.
    const onProgress = (progress) => { if (progress.file.endsWith("outbox.json")) items = Math.max(items, progress.items); };
    await whole(archive, { onDiagnostic, onProgress, media: true, exactOffsets: 20 });
  } else {
    const actor = await archive.actor();
    const { era } = archive.info;
    const validator = task === READ || task === READ_ALL ? null
      : await createValidator({ profile: task, era, actor: actor?.raw ?? null, onDiagnostic });
    for await (const { raw, file, pointer, offset, hint } of archive.outbox()) {
      items += 1;
      validator?.document(raw, { file, kind: "item", pointer, offset, visibility: hint });
    }
    if (task === READ_ALL) for (const name of archive.has) for await (const _ of archive.collection(name));
  }
  const { user, system } = process.cpuUsage(cpu);
  const told = { cpu: (user + system) / 1000, clock: performance.now() - clock, items };
  process.stdout.write(JSON.stringify({ ...told, rss: process.memoryUsage().rss / 1e6 }));
  process.exit();`;

const READ = "the outbox";
const READ_ALL = "the outbox and the collections";
const WHOLE = "the whole operation";
const CODE = `const [READ, READ_ALL, WHOLE] = ${JSON.stringify([READ, READ_ALL, WHOLE])};${RUN}`;

test.skipIf(!existsSync(GENERATOR) || !existsSync(READER) || !existsSync(TRANSFORM))(
  "reading a zip of 100 000 posts",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "validate-bench-"));
    try {
      const zip = join(folder, "archive.zip");
      spawnSync(process.execPath, [GENERATOR, "--posts", "100000", "--shape", "4.2", "--out", zip]);
      const tasks = [READ, READ_ALL, "wild", "mastodon-archive", WHOLE];
      const runs = new Map(tasks.map((task) => [task, { cpu: [] as number[], clock: [] as number[] }]));
      let rss = 0;
      for (let round = 0; round < 7; round += 1) {
        for (const [task, { cpu, clock }] of runs) {
          const args = ["--input-type=module", "-e", CODE, zip, READER, SCHEMA, VALIDATE, TRANSFORM, task];
          const told = JSON.parse(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout);
          expect(told.items).toBe(100_000);
          cpu.push(told.cpu);
          clock.push(told.clock);
          rss = Math.max(rss, told.rss);
        }
      }
      for (const base of [READ, READ_ALL]) {
        const read = runs.get(base);
        for (const [task, { cpu, clock }] of runs) {
          const [times, wall] = [
            median(cpu) / median(read?.cpu ?? []),
            median(clock) / median(read?.clock ?? []),
          ];
          console.log(
            `${task}: ${median(cpu).toFixed(0)} ms of CPU, ${times.toFixed(2)} × reading ${base} (${wall.toFixed(2)} by the clock)`,
          );
        }
      }
      console.log(`largest resident size ${rss.toFixed(0)} MB`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  600_000,
);
