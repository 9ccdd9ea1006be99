import { join } from "node:path";
import { createReporter, type RunOptions } from "@archive/schema";
import type { OutputReport } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import type { Command } from "commander";
import { exitAfterWriting } from "../../lost.js";
import { openInputs } from "../../open-inputs.js";
import { progressLine } from "../../progress.js";
import { announcement, convertText } from "../../render/convert-text.js";
import { checkAccounts } from "../../selecting/one-account.js";
import { selectFrom } from "../../selecting/select-from.js";
import { selectionOf, withNeeds } from "../../selecting/selection-of.js";
import type { Session } from "../../session.js";
import { targetOf } from "../../targets/index.js";
import { checkTargetOptions } from "../../targets/options.js";
import type { BoundTarget } from "../../targets/target-entry.js";
import { TOOL, VERSION } from "../../version.js";
import type { ConvertDocument } from "./document.js";
import { countLosses } from "./losses.js";
import { countMedia } from "./media-counts.js";
import type { ConvertOptions } from "./options.js";
import { type OutputPlace, outputPlace, tryPlace } from "./output-place.js";

/** Converts archives: merges, selects, stages, writes, reports. */
export async function runConvert(
  paths: readonly string[],
  options: ConvertOptions,
  command: Command,
  session: Session,
): Promise<number> {
  const { io } = session;
  const entry = targetOf(options.to);
  checkTargetOptions(command, options.to);
  const wanted = selectionOf(options);
  const place = outputPlace(options.out, paths, io.cwd, entry.isSingleFile(options.out));
  const target = await entry.bind(command, io);
  const manifest = { tool: TOOL, version: VERSION, command: `convert ${target.facts.name}` };
  await tryPlace(place.sink({ force: session.options.force }), manifest);
  const oneThread = io.cores === 1;
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: io.signal, onDiagnostic: reporter.report };

  await using inputs = await openInputs(paths, session, run);
  using library = sqliteLibrary({ oneThread });
  const { selection, report } = await selectFrom(
    inputs.archives,
    { ...withNeeds(wanted, target.needs), library },
    run,
    session,
  );
  checkAccounts(target.facts, selection, `--to ${options.to}`);
  const losses = await countLosses(target.facts, selection, run);
  const { lost, refused, byVisibility } = losses;
  const written = report.selected - refused.reduce((sum, { posts }) => sum + posts, 0);
  session.say(announcement({ written, byVisibility }, target.facts, options, session));

  const sink = place.sink({ force: session.options.force, oneThread, onDiagnostic: run.onDiagnostic });
  const files = await write(target, { selection, sink, manifest }, run, session);

  const document: ConvertDocument = {
    archives: inputs.archives.map(({ info: { container, dialect } }, at) => ({
      ...{ path: paths[at] ?? "-", container, dialect },
    })),
    target: options.to,
    out: { path: options.out, container: place.kind, index: indexOf(target, options, place) },
    posts: {
      read: report.items,
      written,
      leftOut: report.leftOut,
      refused,
      byVisibility,
    },
    lost,
    media: await countMedia(target.facts, losses, { selection, library }, run),
    files,
    diagnostics: reporter.codes(),
  };
  if (session.options.json) session.printJson(document);
  else if (!session.options.quiet) session.print(convertText(document, target.facts, session));
  return exitAfterWriting(reporter.codes(), "made");
}

async function write(
  target: BoundTarget,
  job: Parameters<BoundTarget["write"]>[0],
  run: RunOptions,
  session: Session,
): Promise<OutputReport> {
  using progress = progressLine(session, "Writing", "files");
  return target.write(job, { ...run, onProgress: progress.onProgress });
}

/** The page to open first. */
function indexOf({ index }: BoundTarget, options: ConvertOptions, place: OutputPlace): string | null {
  if (index === null) return null;
  return place.kind === "folder" ? join(options.out, index) : index;
}
