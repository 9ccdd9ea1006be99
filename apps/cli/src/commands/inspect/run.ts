import { type CodeReport, createReporter } from "@archive/schema";
import { inspect } from "@archive/transform";
import { CliError, EXIT } from "../../exit.js";
import { openInput } from "../../open-input.js";
import { progressLine } from "../../progress.js";
import { inspectText } from "../../render/inspect-text.js";
import type { Session } from "../../session.js";
import { checkTimeZone } from "../../time-zone.js";
import type { InspectDocument } from "./document.js";

/** What `inspect` was told. */
export interface InspectArguments {
  readonly paths: readonly string[];
  readonly timeZone: string;
}

/** Inspects each archive in turn. */
export async function runInspect(args: InspectArguments, session: Session): Promise<number> {
  const { paths } = args;
  if (paths.filter((path) => path === "-").length > 1) {
    throw new CliError(EXIT.usage, "Standard input (-) can be read only once.");
  }
  const timeZone = checkTimeZone(args.timeZone);
  const documents: InspectDocument[] = [];
  for (const path of paths) {
    const { document, codes } = await inspectOne(path, timeZone, session);
    documents.push(document);
    if (session.options.json) continue;
    if (documents.length > 1) session.print([""]);
    session.print(inspectText(document, codes, session));
  }
  if (session.options.json) session.printJson(paths.length === 1 ? documents[0] : documents);
  return EXIT.done;
}

async function inspectOne(
  path: string,
  timeZone: string,
  session: Session,
): Promise<{ readonly document: InspectDocument; readonly codes: readonly CodeReport[] }> {
  const reporter = createReporter({ samplesPerCode: 3 });
  using progress = progressLine(session, "Reading", "posts");
  const run = {
    signal: session.io.signal,
    onDiagnostic: reporter.report,
    onProgress: progress.onProgress,
  };
  await using archive = await openInput(path, session, run);
  const { archive: facts, ...rest } = await inspect(archive, { ...run, timeZone });
  const document = { archive: { path, ...facts }, ...rest, diagnostics: { ...reporter.counts } };
  return { document, codes: reporter.codes() };
}
