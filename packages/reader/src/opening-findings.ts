import type { Diagnostic, DiagnosticCode, RunOptions } from "@archive/schema";

const BREAKS_OFF: ReadonlySet<DiagnosticCode> = new Set(["tar/truncated", "zip/salvaged", "entry/truncated"]);

/** Hears what is found while an archive is opened, and passes it on: what is not in it may be so for a reason. */
export class OpeningFindings {
  /** Names of entries that were left out because they are encrypted. */
  readonly encrypted: string[] = [];
  /** Whether the container is not whole, as after a download that broke off. */
  breaksOff = false;
  readonly onDiagnostic: (found: Diagnostic) => void;

  constructor(options: RunOptions) {
    this.onDiagnostic = (found) => {
      if (found.code === "entry/encrypted" && found.file !== undefined) this.encrypted.push(found.file);
      this.breaksOff ||= BREAKS_OFF.has(found.code);
      options.onDiagnostic?.(found);
    };
  }
}
