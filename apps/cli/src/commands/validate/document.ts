import type { CodeReport, Diagnostic, Severity } from "@archive/schema";
import type { ValidationSummary } from "@archive/transform";

/** What `validate --json` prints. */
export interface ValidateDocument extends ValidationSummary {
  /** False exactly when there is an error. */
  readonly valid: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  /** The first of each code, at most `--max`. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every code that was found: how often, and in how many posts or documents. */
  readonly codes: readonly Omit<CodeReport, "samples">[];
}
