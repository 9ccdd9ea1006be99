import type { Archive } from "@archive/reader";
import { createReporter } from "@archive/schema";
import { type MergeReport, merge } from "@archive/transform";
import { exactZipSink } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";
import { exitAfterWriting } from "../../lost.js";
import { openInputs } from "../../open-inputs.js";
import { outputPath } from "../../output-path.js";
import { progressLine } from "../../progress.js";
import { mergeText } from "../../render/merge-text.js";
import type { Session } from "../../session.js";
import { TOOL, VERSION } from "../../version.js";
import type { MergeDocument } from "./document.js";
import type { MergeCommandOptions } from "./options.js";

/** Puts several exports into one zip. */
export async function runMerge(
  paths: readonly string[],
  { out }: MergeCommandOptions,
  session: Session,
): Promise<number> {
  const path = outputPath(out, paths, session.io.cwd);
  if (!/\.zip$/i.test(path))
    throw new CliError(EXIT.usage, `The output ${out} does not end in .zip.`, "A zip is what merge writes.");
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: session.io.signal, onDiagnostic: reporter.report };
  await using inputs = await openInputs(paths, session, run);
  const sink = exactZipSink(path, { force: session.options.force, onDiagnostic: run.onDiagnostic });
  const manifest = { tool: TOOL, version: VERSION, command: "merge" };
  let report: MergeReport;
  {
    using progress = progressLine(session, "Merging", "items");
    report = await merge(inputs.archives, { sink, manifest }, { ...run, onProgress: progress.onProgress });
  }
  const archives: { path: string; dialect: string; other: number }[] = [];
  for (const [at, archive] of inputs.archives.entries()) {
    archives.push({ path: paths[at] ?? "", dialect: archive.info.dialect, other: await otherFiles(archive) });
  }
  const document: MergeDocument = { archives, out, ...report, diagnostics: reporter.codes() };
  if (session.options.json) session.printJson(document);
  else if (!session.options.quiet) session.print(mergeText(document, session));
  return exitAfterWriting(reporter.codes(), "copied");
}

/** Files that nothing of what is merged was read from. */
async function otherFiles(archive: Archive): Promise<number> {
  let others = 0;
  for await (const { role, path } of archive.entries())
    if (role === "other" && !/(?:^|\/)(?:gone|history)\.json$/.test(path)) others += 1;
  return others;
}
