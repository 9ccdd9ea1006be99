import { createReporter, type RunOptions } from "@archive/schema";
import type { CopyJob, CopyReport, EntrySink, EntrySource } from "@archive/transform";
import type { DiskSinkOptions } from "@archive/transform/node";
import { exitAfterWriting } from "../../lost.js";
import { openContainerInput } from "../../open-input.js";
import { progressLine } from "../../progress.js";
import { copyText } from "../../render/copy-text.js";
import type { Session } from "../../session.js";
import { TOOL, VERSION } from "../../version.js";
import type { CopyDocument } from "./document.js";

/** One run of `extract` or `pack`. */
export interface Copying {
  readonly command: "extract" | "pack";
  readonly verb: string;
  readonly input: string;
  /** As it was given. */
  readonly out: string;
  readonly container: "folder" | "zip";
  readonly only: CopyJob["only"];
  sink(options: DiskSinkOptions): EntrySink;
  copy(source: EntrySource, job: CopyJob, run: RunOptions): Promise<CopyReport>;
}

/** Copies the files of a container, and tells what became of them. */
export async function runCopy(copying: Copying, session: Session): Promise<number> {
  const { command, input, out, only } = copying;
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: session.io.signal, onDiagnostic: reporter.report };

  await using container = await openContainerInput(input, session, run);
  const sink = copying.sink({ force: session.options.force, onDiagnostic: run.onDiagnostic });
  const manifest = { tool: TOOL, version: VERSION, command };
  const { files, bytes, byPart, leftOut } = await shown(
    copying,
    container,
    { sink, manifest, only },
    run,
    session,
  );

  const document: CopyDocument = {
    input: { path: input, container: container.kind },
    out: { path: out, container: copying.container },
    files: { written: files, bytes, byPart },
    leftOut,
    diagnostics: reporter.codes(),
  };
  if (session.options.json) session.printJson(document);
  else if (!session.options.quiet) session.print(copyText(document, session));
  return exitAfterWriting(reporter.codes(), "copied");
}

/** Shows how far it is, as long as it takes. */
async function shown(
  { verb, copy }: Copying,
  source: EntrySource,
  job: CopyJob,
  run: RunOptions,
  session: Session,
): Promise<CopyReport> {
  using progress = progressLine(session, verb, "files");
  return await copy(source, job, { ...run, onProgress: progress.onProgress });
}
