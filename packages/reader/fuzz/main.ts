// Coverage-guided fuzzing of the reader: inputs that reach code no other reached are kept and changed further. What
// breaks a rule of targets.ts, throws anything but an ArchiveError, takes five seconds or hangs is written down.
//
//   node --import ./packages/reader/fuzz/resolve-sources.ts --conditions=@archive/source packages/reader/fuzz/main.ts \
//     --minutes 60 --out /tmp/fuzz [--seeds folder] [--seed 1] [zip tar splitter csv document]
//   … --replay /tmp/fuzz/findings/zip-0123456789abcdef
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { Coverage } from "./coverage.ts";
import { mutated, Random } from "./mutation.ts";
import { seedsOf } from "./seeds.ts";
import { TARGETS } from "./targets.ts";

/** Reading the coverage costs as much as running some inputs: they are run in batches, and singly only on news. */
const BATCH = 24;
const SLOW_MS = 5000;
const HANG_SECONDS = 30;
const MOST_BYTES = 2 ** 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "60" },
    out: { type: "string", default: "fuzz-out" },
    seeds: { type: "string" },
    seed: { type: "string", default: "1" },
    replay: { type: "string" },
  },
});

const kept = join(values.out, "corpus");
const findings = join(values.out, "findings");
const digest = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);
const log = (line: string): void => {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
};

if (values.replay !== undefined) {
  const run = TARGETS.get(basename(values.replay).split("-")[0] ?? "");
  if (run === undefined) throw new Error("A finding's name begins with its target.");
  await run(new Uint8Array(readFileSync(values.replay)));
  log("nothing is wrong with it any more");
  process.exit();
}

for (const folder of [kept, findings]) mkdirSync(folder, { recursive: true });
const shared = new SharedArrayBuffer(8 + MOST_BYTES);
const head = new Int32Array(shared, 0, 2);
const current = new Uint8Array(shared, 8);
new Worker(new URL("watchdog.ts", import.meta.url), {
  workerData: { shared, folder: findings, seconds: HANG_SECONDS },
});

const random = new Random(Number(values.seed));
const coverage = new Coverage();
const seen = new Set<string>();
let runs = 0;

/** Runs one input; writes it down when something is wrong, once for each place and message. */
async function tried(
  target: string,
  run: (bytes: Uint8Array) => Promise<void>,
  bytes: Uint8Array,
): Promise<void> {
  current.set(bytes.subarray(0, MOST_BYTES));
  Atomics.store(head, 1, Math.min(bytes.length, MOST_BYTES));
  Atomics.add(head, 0, 1);
  const began = process.cpuUsage();
  let wrong: string | null = null;
  try {
    await run(bytes);
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    wrong = stack.split("\n").slice(0, 6).join("\n");
  }
  // Of the processor's time: such runs go on for hours, and give way to whatever else is done meanwhile.
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  if (wrong === null && took > SLOW_MS) wrong = `slow: ${Math.round(took)} ms`;
  runs += 1;
  if (wrong === null) return;
  const place = digest(`${target} ${wrong.replaceAll(/\d+/g, "n")}`);
  if (seen.has(place)) return;
  seen.add(place);
  const name = `${target}-${digest(bytes)}`;
  writeFileSync(join(findings, name), bytes);
  writeFileSync(join(findings, `${name}.txt`), wrong);
  log(`FOUND ${name} ${wrong.split("\n")[0]}`);
}

interface Queue {
  readonly target: string;
  readonly run: (bytes: Uint8Array) => Promise<void>;
  readonly inputs: Uint8Array[];
}

const wanted = positionals.length > 0 ? positionals : [...TARGETS.keys()];
const queues: Queue[] = [];
for (const target of wanted) {
  const run = TARGETS.get(target);
  if (run === undefined) throw new Error(`There is no target "${target}".`);
  const inputs = [
    ...(await seedsOf(target, values.seeds === undefined ? undefined : join(values.seeds, target))),
  ];
  for (const file of existsSync(kept) ? readdirSync(kept) : []) {
    if (file.startsWith(`${target}-`)) inputs.push(new Uint8Array(readFileSync(join(kept, file))));
  }
  queues.push({ target, run, inputs });
  for (const bytes of inputs) await tried(target, run, bytes);
  coverage.take(true);
  log(`${target}: ${inputs.length} inputs to begin with, ${coverage.size} blocks known`);
}

const until = Date.now() + Number(values.minutes) * 60_000;
let nextLog = Date.now() + 60_000;
while (Date.now() < until) {
  for (const { target, run, inputs } of queues) {
    const batch: Uint8Array[] = [];
    for (let n = 0; n < BATCH; n += 1) {
      // The newest reach the least known code.
      const newest =
        inputs.length - 1 - random.below(Math.min(inputs.length, 1 + random.below(inputs.length)));
      batch.push(mutated(inputs[newest] ?? new Uint8Array(), random.of(inputs), random));
    }
    for (const bytes of batch) await tried(target, run, bytes);
    if (coverage.take(false) === 0) continue;
    for (const bytes of batch) {
      await tried(target, run, bytes);
      if (coverage.take(true) === 0) continue;
      inputs.push(bytes);
      writeFileSync(join(kept, `${target}-${digest(bytes)}`), bytes);
    }
  }
  if (Date.now() < nextLog) continue;
  nextLog = Date.now() + 60_000;
  const sizes = queues.map(({ target, inputs }) => `${target} ${inputs.length}`).join(", ");
  log(`${runs} runs, ${coverage.size} blocks, ${seen.size} findings; inputs: ${sizes}`);
}
log(`done: ${runs} runs, ${coverage.size} blocks, ${seen.size} findings`);
process.exit();
