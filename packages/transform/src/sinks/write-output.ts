import type { RunOptions } from "@archive/schema";
import type { Selection } from "../select/selection.js";
import type { Bytes } from "../source.js";
import type { OutputFile, Target } from "../targets/target.js";
import { isStream, LazyContent, toBytes } from "./content.js";
import type { RunManifest, Sink } from "./sink.js";
import { wholeOutput } from "./whole-output.js";

/** What to write and where to. */
export interface OutputJob<Options> {
  readonly target: Target<Options>;
  readonly selection: Selection;
  readonly options: Options;
  readonly sink: Sink;
  readonly manifest: RunManifest;
}

/** What became of an output's files. */
export interface OutputReport {
  /** How many files the output has, those that were kept included. */
  readonly files: number;
  /** Bytes of those files, as the target made them; one that was known by its fingerprint was not made. */
  readonly bytes: number;
  readonly written: number;
  /** As they were in the earlier output. */
  readonly unchanged: number;
  /** Changed by hand since the earlier output, and left alone. */
  readonly keptEdited: number;
}

/** Longest time in ms without a look at what else is waiting, such as Ctrl-C. */
const LONGEST_TURN = 40;

/**
 * Writes an output: pulls the files out of a target, puts each into a sink and commits.
 *
 * When anything fails, also when the signal is aborted, the sink is aborted and the error is thrown on: nothing
 * of the output stays behind.
 *
 * @throws ArchiveError `output/…` when it can't be written; the signal's reason when it was aborted.
 * @example
 * ```ts
 * import { memorySink, writeOutput } from "@archive/transform";
 * import { htmlTarget } from "@archive/transform/html";
 * const sink = memorySink();
 * const manifest = { tool: "example", version: "1.0.0", command: "convert html" };
 * const report = await writeOutput({ target: htmlTarget, selection, options: {}, sink, manifest });
 * report.files === sink.files.size; // true
 * ```
 */
export async function writeOutput<Options>(
  job: OutputJob<Options>,
  run: RunOptions = {},
): Promise<OutputReport> {
  const { target, selection, options, sink, manifest } = job;
  const { signal } = run;
  const report = { files: 0, bytes: 0, written: 0, unchanged: 0, keptEdited: 0 };
  let turn = performance.now();
  // Progress is told file by file, from here: a target's own would count something else.
  const { onProgress, ...rest } = run;
  const earlier = (path: string): string | null => sink.earlier?.(path) ?? null;

  await wholeOutput(sink, manifest, run, async () => {
    for await (const file of target.render(selection, options, { ...rest, earlier })) {
      signal?.throwIfAborted();
      const counted = countBytes(file, signal);
      const result = await sink.put(counted.file);
      report.files += 1;
      report.bytes += counted.bytes();
      if (result === "written") report.written += 1;
      else if (result === "unchanged") report.unchanged += 1;
      else report.keptEdited += 1;

      if (performance.now() - turn > LONGEST_TURN) {
        onProgress?.({ file: file.path, bytes: counted.bytes(), items: report.files });
        await nextTurn();
        turn = performance.now();
      }
    }
  });
  return report;
}

/** The same file, with its bytes counted as they pass and its stream stopped by the signal. */
function countBytes(
  file: OutputFile,
  signal: AbortSignal | undefined,
): { readonly file: OutputFile; readonly bytes: () => number } {
  if (!isStream(file.content)) {
    const content = toBytes(file.content);
    return { file: { ...file, content }, bytes: () => content.length };
  }
  let bytes = 0;
  const stream = file.content;
  if (stream instanceof LazyContent) {
    const content = new LazyContent(async (space) => {
      const made = await stream.bytes(space);
      bytes = made.length;
      return made;
    });
    return { file: { ...file, content }, bytes: () => bytes };
  }
  async function* counted(): Bytes {
    for await (const chunk of stream) {
      signal?.throwIfAborted();
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { file: { ...file, content: counted() }, bytes: () => bytes };
}

/** Lets timers and signals of the system have their turn: promises alone never do. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
