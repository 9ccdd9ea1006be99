import { DIAGNOSTICS, type DiagnosticCode, type DiagnosticRule } from "@archive/schema";
import { CliError, EXIT } from "../../exit.js";
import { nearest } from "../../nearest.js";
import { explainText } from "../../render/explain-text.js";
import type { Session } from "../../session.js";
import type { ExplainDocument } from "./document.js";

/** Explains one code of the registry. */
export function runExplain(given: string, session: Session): number {
  const code = given.trim().toLowerCase();
  if (!isCode(code)) throw unknownCode(given);
  // Typed as a rule, for the registry's own type knows of each code whether it has `docs`.
  const rule: DiagnosticRule & { readonly docs?: string | undefined } = DIAGNOSTICS[code];
  const { severity, title, explanation, hint, docs } = rule;
  const document: ExplainDocument = { code, severity, title, explanation, hint, docs: docs ?? null };
  if (session.options.json) session.printJson(document);
  else session.print(explainText(document, session));
  return EXIT.done;
}

function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(DIAGNOSTICS, text);
}

function unknownCode(given: string): CliError {
  const near = nearest(given, Object.keys(DIAGNOSTICS));
  const hint =
    near.length > 0
      ? `Did you mean ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(near)}?`
      : "Codes are like media/missing: validate prints them beside each finding.";
  return new CliError(EXIT.usage, `There is no finding with the code ${given}.`, hint);
}
