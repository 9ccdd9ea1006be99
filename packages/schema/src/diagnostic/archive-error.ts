import type { DiagnosticCode } from "./registry.js";
import { DIAGNOSTICS } from "./registry.js";

/**
 * Thrown when nothing further can be read or written: no archive, a source that can't be opened, an output
 * that can't be written. Bad data inside an archive is never thrown; it is a diagnostic.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { ArchiveError } from "@archive/schema";
 * try {
 *   await openArchive("holiday.jpg");
 * } catch (error) {
 *   if (!(error instanceof ArchiveError)) throw error;
 *   error.code; // "archive/not-found"
 *   console.error(error.message, error.hint);
 * }
 * ```
 */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  /** The same codes as diagnostics have. */
  readonly code: DiagnosticCode;
  /** The file or entry it is about. */
  readonly file: string | null;
  /** What to do next; empty when nothing can be advised. */
  readonly hint: string;

  constructor(code: DiagnosticCode, details: { message?: string; file?: string; cause?: unknown } = {}) {
    super(details.message ?? `${DIAGNOSTICS[code].title}.`, { cause: details.cause });
    this.code = code;
    this.file = details.file ?? null;
    this.hint = DIAGNOSTICS[code].hint;
  }
}
