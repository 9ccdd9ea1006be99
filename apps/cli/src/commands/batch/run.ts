import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { CliError, EXIT } from "../../exit.js";
import { outputPath } from "../../output-path.js";
import { progressLine } from "../../progress.js";
import { batchText } from "../../render/batch-text.js";
import { printable } from "../../render/printable.js";
import { selectionOf } from "../../selecting/selection-of.js";
import type { Session } from "../../session.js";
import { targetOf } from "../../targets/index.js";
import { checkTargetOptions } from "../../targets/options.js";
import { VERSION } from "../../version.js";
import { convertOptions } from "./convert-argv.js";
import type { BatchDocument } from "./document.js";
import { type BatchInput, batchInputs } from "./inputs.js";
import type { BatchOptions } from "./options.js";
import { outputNames } from "./output-names.js";
import { appendResult, type BatchResult, earlierResults } from "./results.js";
import { isInShard } from "./shard.js";

/** What a batch knows that all of its jobs share. */
interface Batch {
  readonly folder: string;
  readonly ending: string;
  readonly argv: readonly string[];
  readonly session: Session;
}

/** Converts many archives, some at once. One that fails is told, and the others go on. */
export async function runBatch(
  named: readonly string[],
  options: BatchOptions,
  command: Command,
  session: Session,
): Promise<number> {
  const { io } = session;
  checkTargetOptions(command, options.to);
  selectionOf(options);
  const all = await batchInputs(named, io);
  const folder = outputPath(
    options.out,
    all.map(({ path }) => path),
    io.cwd,
  );
  const names = outputNames(all);
  const { shard } = options;
  const inputs = shard === undefined ? all : all.filter(({ name }) => isInShard(name, shard));
  makeFolder(folder);

  const results = join(folder, "batch.ndjson");
  const earlier = session.options.force ? new Map() : earlierResults(results);
  const batch: Batch = {
    folder,
    ending: targetOf(options.to).isSingleFile(`x.${options.to}`)
      ? `.${ENDINGS[options.to] ?? options.to}`
      : "",
    argv: convertOptions(command),
    session,
  };
  const made: BatchResult[] = [];
  let skipped = 0;
  using progress = progressLine(session, "Converting", "archives");
  await inParallel(Math.max(1, options.jobs), inputs, async (input) => {
    // What is at work when Ctrl-C comes takes its half-written output away first.
    if (io.signal.aborted) return;
    const fingerprint = fingerprintOf(input, batch.argv);
    const known = earlier.get(input.path);
    if (known?.status === "done" && known.fingerprint === fingerprint) skipped += 1;
    else {
      const result = await convertOne(input, names.get(input) ?? input.name, fingerprint, batch);
      if (io.signal.aborted) return;
      appendResult(results, result);
      made.push(result);
      if (result.status === "failed") session.say([failure(result, session)]);
    }
    progress.onProgress({
      file: input.name,
      bytes: made.length + skipped,
      total: inputs.length,
      items: made.length,
    });
  });
  io.signal.throwIfAborted();

  const document = documentOf({ options, inputs, made, skipped });
  if (session.options.json) session.printJson(document);
  else if (!session.options.quiet) session.print(batchText(document, session));
  return document.failed > 0 ? EXIT.findings : EXIT.done;
}

/** Endings that say more than the target's name. */
const ENDINGS: Readonly<Record<string, string>> = { text: "txt", atom: "atom", rss: "rss", jsonfeed: "json" };

async function convertOne(
  input: BatchInput,
  name: string,
  fingerprint: string,
  { folder, ending, argv, session }: Batch,
): Promise<BatchResult> {
  const began = performance.now();
  const output = `${name}${ending}`;
  const { options } = session;
  const salvage = options.salvage ? ["--salvage"] : [];
  const force = options.force ? ["--force"] : [];
  const trust = options.trustVisibility ? ["--trust-visibility"] : [];
  const { exitCode, stdout, stderr } = await session.io.runSelf(
    [
      "convert",
      input.path,
      ...argv,
      "--out",
      join(folder, output),
      "--json",
      "--quiet",
      ...salvage,
      ...force,
      ...trust,
    ],
    session.io.signal,
  );
  const posts = postsOf(stdout);
  const isDone = posts !== null && (exitCode === EXIT.done || exitCode === EXIT.findings);
  return {
    input: input.path,
    output: posts === null ? null : output,
    status: isDone ? "done" : "failed",
    exitCode,
    error: isDone ? null : (stderr.split("\n")[0] ?? "").replace(/^error: /, ""),
    posts,
    fingerprint,
    seconds: Math.round(performance.now() - began) / 1000,
  };
}

function postsOf(stdout: string): BatchResult["posts"] {
  try {
    const { posts }: { posts?: { read: number; written: number } } = JSON.parse(stdout);
    return posts === undefined ? null : { read: posts.read, written: posts.written };
  } catch {
    return null;
  }
}

/** An archive that has not changed, asked for in the same way by the same version, gives what it gave. */
function fingerprintOf({ path }: BatchInput, argv: readonly string[]): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return JSON.stringify([VERSION, stats?.size ?? null, stats?.mtimeMs ?? null, ...argv]);
}

function failure({ input, error }: BatchResult, { paintError }: Session): string {
  const why = error ?? "";
  // Most errors name the archive themselves.
  const told = why.includes(input) ? why : [input, why].filter((part) => part !== "").join(": ");
  return `${paintError("red", "failed:")} ${printable(told)}`;
}

interface BatchOutcome {
  readonly options: BatchOptions;
  readonly inputs: readonly BatchInput[];
  readonly made: readonly BatchResult[];
  readonly skipped: number;
}

function documentOf({ options, inputs, made, skipped }: BatchOutcome): BatchDocument {
  const sum = (field: "read" | "written"): number =>
    made.reduce((total, { posts }) => total + (posts?.[field] ?? 0), 0);
  return {
    target: options.to,
    out: options.out,
    archives: inputs.length,
    done: made.filter(({ status }) => status === "done").length,
    failed: made.filter(({ status }) => status === "failed").length,
    skipped,
    posts: { read: sum("read"), written: sum("written") },
    results: made.toSorted((a, b) => (a.input < b.input ? -1 : 1)),
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CliError(EXIT.output, `${folder} can't be made.`, "Choose another --out.", error);
  }
}

/** Runs a task for each of a list, so many at once. */
async function inParallel<T>(
  most: number,
  list: readonly T[],
  task: (each: T) => Promise<void>,
): Promise<void> {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: Math.min(most, list.length) }, async () => {
      for (const each of rest) await task(each);
    }),
  );
}
