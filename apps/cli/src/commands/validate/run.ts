import { createReporter, type Diagnostic } from "@archive/schema";
import { type ValidationSummary, validate } from "@archive/transform";
import { EXIT } from "../../exit.js";
import { openInput } from "../../open-input.js";
import { progressLine } from "../../progress.js";
import { validateText } from "../../render/validate-text.js";
import type { Session } from "../../session.js";

/** What `validate` was told. */
export interface ValidateArguments {
  readonly path: string;
  readonly format: "pretty" | "json";
  readonly strict: boolean;
  readonly max: number;
}

/** Validates one archive: 1 when there is an error. */
export async function runValidate(args: ValidateArguments, session: Session): Promise<number> {
  const reporter = createReporter({ samplesPerCode: args.max });
  const onDiagnostic = (found: Diagnostic): void =>
    reporter.report(args.strict && found.severity === "warning" ? { ...found, severity: "error" } : found);
  const summary = await check(args.path, onDiagnostic, session);

  const { counts } = reporter;
  const valid = counts.error === 0;
  if (args.format === "json" || session.options.json) {
    session.printJson({ valid, ...summary, counts: { ...counts }, diagnostics: reporter.samples() });
  } else {
    session.print(
      validateText({ path: args.path, valid, summary, counts, codes: reporter.codes() }, session),
    );
  }
  return valid ? EXIT.done : EXIT.findings;
}

async function check(
  path: string,
  onDiagnostic: (found: Diagnostic) => void,
  session: Session,
): Promise<ValidationSummary> {
  using progress = progressLine(session, "Checking", "items");
  const run = { signal: session.io.signal, onDiagnostic, onProgress: progress.onProgress };
  await using archive = await openInput(path, session.io, run);
  return await validate(archive, run);
}
