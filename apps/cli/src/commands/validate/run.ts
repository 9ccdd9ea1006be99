import { createReporter, type Diagnostic } from "@archive/schema";
import type { Profile } from "@archive/schema/validate";
import { type ValidationSummary, validate, validateDocuments } from "@archive/transform";
import { EXIT } from "../../exit.js";
import { progressLine } from "../../progress.js";
import { counted } from "../../render/quantity.js";
import { githubLines } from "../../render/validate-github.js";
import { sarifLog } from "../../render/validate-sarif.js";
import { validateText, verdictLines } from "../../render/validate-text.js";
import type { Session } from "../../session.js";
import type { ValidateDocument } from "./document.js";
import type { Findings, Subject } from "./findings.js";
import type { ValidateOptions } from "./options.js";
import { profileOf } from "./profile.js";
import { Sightings } from "./sightings.js";
import { openSubject, readDocuments } from "./subject.js";

/** Validates an archive, or documents: 1 when there is an error. */
export async function runValidate(
  paths: readonly string[],
  options: ValidateOptions,
  session: Session,
): Promise<number> {
  const profile = await profileOf(options.profile, session.io.cwd);
  const reporter = createReporter({ samplesPerCode: options.max });
  const sightings = new Sightings(options.max, options.showContent);
  const onDiagnostic = (given: Diagnostic): void => {
    const found: Diagnostic =
      options.strict && given.severity === "warning" ? { ...given, severity: "error" } : given;
    sightings.see(found);
    reporter.report(found);
  };
  const { subject, summary } = await check(paths, { ...options, profile, onDiagnostic, sightings }, session);

  const { counts } = reporter;
  const valid = counts.error === 0;
  const findings: Findings = { subject, valid, summary, counts, codes: reporter.codes(), sightings };
  print(findings, session.options.json ? "json" : options.format, session);
  return valid ? EXIT.done : EXIT.findings;
}

interface Checking extends Pick<ValidateOptions, "max"> {
  readonly profile: Profile | undefined;
  readonly showContent: boolean;
  readonly onDiagnostic: (found: Diagnostic) => void;
  readonly sightings: Sightings;
}

async function check(
  paths: readonly string[],
  { profile, showContent, max, onDiagnostic, sightings }: Checking,
  session: Session,
): Promise<{ readonly subject: Subject; readonly summary: ValidationSummary }> {
  using progress = progressLine(session, "Checking", "items");
  const run = { signal: session.io.signal, onDiagnostic, onProgress: progress.onProgress };
  const opened = await openSubject(paths, session, run);
  if (opened.kind === "documents") {
    const files = sightings.documents(readDocuments(opened.paths, session));
    const summary = await validateDocuments(files, { ...run, profile, showContent });
    const [only] = opened.paths;
    const name =
      opened.paths.length === 1 && only !== undefined ? only : counted(opened.paths.length, "document");
    return { subject: { kind: "documents", name, container: null }, summary };
  }
  await using archive = opened.archive;
  // What is not shown needs no place found for it.
  const how = { ...run, profile, showContent, media: true, exactOffsets: max };
  const summary = await validate(archive, { ...how, onDocument: sightings.look });
  return { subject: { kind: "archive", name: opened.path, container: archive.info.container }, summary };
}

function print(findings: Findings, format: ValidateOptions["format"], session: Session): void {
  switch (format) {
    case "json":
      session.printJson(documentOf(findings));
      break;
    case "sarif":
      session.printJson(sarifLog(findings));
      break;
    case "github":
      session.print(githubLines(findings));
      session.say(verdictLines(findings, session.paintError));
      break;
    case "pretty":
      session.print(validateText(findings, session));
  }
}

function documentOf({ valid, summary, counts, codes }: Findings): ValidateDocument {
  return {
    valid,
    ...summary,
    counts: { ...counts },
    diagnostics: codes.flatMap(({ samples }) => samples),
    codes: codes.map(({ code, severity, count, items }) => ({ code, severity, count, items })),
  };
}
