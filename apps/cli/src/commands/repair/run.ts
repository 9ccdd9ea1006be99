import { readItems } from "@archive/reader";
import { createReporter, type Diagnostic, type RunOptions } from "@archive/schema";
import { type EntrySink, type RepairChange, type RepairReport, repair } from "@archive/transform";
import { exactFolderSink, exactZipSink } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";
import { exitAfterWriting } from "../../lost.js";
import { openContainerInput } from "../../open-input.js";
import { outputPath } from "../../output-path.js";
import { PARTS } from "../../parts.js";
import { progressLine } from "../../progress.js";
import { repairText } from "../../render/repair-text.js";
import type { Session } from "../../session.js";
import { TOOL, VERSION } from "../../version.js";
import type { RepairDocument } from "./document.js";
import type { RepairCommandOptions } from "./options.js";

/** Changes listed at a terminal, and in JSON, unless `--max` says otherwise. */
const [FEW, MANY] = [20, 100_000];

/** Writes a sound copy of an archive, or with `--dry-run` tells what it would change. */
export async function runRepair(
  input: string,
  options: RepairCommandOptions,
  session: Session,
): Promise<number> {
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: session.io.signal, onDiagnostic: reporter.report };
  const place = placeOf(input, options, session, run);
  const changes: RepairChange[] = [];
  const max = options.max ?? (session.options.json ? MANY : FEW);

  // What contradicts itself is what a repair is for.
  const salvaging = { ...session, options: { ...session.options, salvage: true } };
  const found: Diagnostic[] = [];
  const onDiagnostic = (each: Diagnostic): void => {
    if (found.length < MANY) found.push(each);
    run.onDiagnostic(each);
  };
  await using container = await openContainerInput(input, salvaging, { ...run, onDiagnostic });
  const opening = found.splice(0);
  let report: RepairReport;
  {
    using progress = progressLine(session, options.dryRun ? "Checking" : "Repairing", "files");
    const job = {
      sink: place?.sink ?? null,
      manifest: { tool: TOOL, version: VERSION, command: "repair" },
      readItems,
      found: opening,
      only: options.includeSecrets ? PARTS : undefined,
      onChange: (change: RepairChange): void => {
        if (changes.length < max) changes.push(change);
      },
    };
    report = await repair(container, job, { ...run, onProgress: progress.onProgress });
  }
  const { files, changed, unrepaired } = report;
  const document: RepairDocument = {
    input: { path: input, container: container.kind },
    out: place === null ? null : { path: place.path, container: place.container },
    changed,
    changes,
    unrepaired,
    files: { written: place === null ? 0 : files.files, bytes: place === null ? 0 : files.bytes },
    leftOut: files.leftOut,
    diagnostics: reporter.codes(),
  };
  if (session.options.json) session.printJson(document);
  else if (!session.options.quiet) session.print(repairText(document, session));
  return exitAfterWriting(reporter.codes(), "copied");
}

interface Place {
  /** As it was given. */
  readonly path: string;
  readonly container: "folder" | "zip";
  readonly sink: EntrySink;
}

function placeOf(
  input: string,
  { out, dryRun }: RepairCommandOptions,
  session: Session,
  { onDiagnostic }: RunOptions,
): Place | null {
  if (dryRun) return null;
  if (out === undefined) {
    const hint = "Name where the copy goes, or pass --dry-run to see what would be changed.";
    throw new CliError(EXIT.usage, "--out is missing.", hint);
  }
  const path = outputPath(out, [input], session.io.cwd);
  const how = { force: session.options.force, onDiagnostic };
  return /\.zip$/i.test(path)
    ? { path: out, container: "zip", sink: exactZipSink(path, how) }
    : { path: out, container: "folder", sink: exactFolderSink(path, how) };
}
