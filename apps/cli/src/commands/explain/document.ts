import type { DiagnosticCode, Severity } from "@archive/schema";

/** What `explain --json` prints. */
export interface ExplainDocument {
  readonly code: DiagnosticCode;
  /** As it is unless a profile says otherwise. */
  readonly severity: Severity;
  readonly title: string;
  readonly explanation: string;
  /** Empty when there is nothing to do. */
  readonly hint: string;
  /** Where the rule is written down. */
  readonly docs: string | null;
}
