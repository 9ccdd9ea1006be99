import { DIAGNOSTICS, type DiagnosticCode, type DiagnosticRule } from "./registry.js";
import type { Severity } from "./severity.js";

/** One finding, in the one shape all parts of the toolkit use. */
export interface Diagnostic {
  /** Stable, kebab-case, with an area prefix: `media/missing`. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What was found, in a sentence. Quotes nothing that its author did not make public. */
  readonly message: string;
  /** Path of the entry inside the archive. */
  readonly file?: string;
  /** RFC 6901, in the whole file. */
  readonly pointer?: string;
  /** Byte in the uncompressed file at which the innermost array item around the finding begins. */
  readonly offset?: number;
  /** Id of the object it concerns. */
  readonly id?: string;
  readonly expected?: string;
  /** What stood there instead; redacted and clipped. */
  readonly actual?: string;
  /** What to do next. */
  readonly hint?: string;
  /** Address of the section of a specification that it rests on. */
  readonly docs?: string;
}

/** Everything about a finding but what the registry knows of its code. */
export interface DiagnosticDetails {
  readonly message?: string | undefined;
  readonly file?: string | undefined;
  readonly pointer?: string | undefined;
  readonly offset?: number | undefined;
  readonly id?: string | null | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  /** In place of the registry's, where a closer one is known. */
  readonly docs?: string | undefined;
}

/**
 * Makes a finding: severity and hint come from the registry, and so does the message unless one is given.
 *
 * @example
 * ```ts
 * import { diagnostic } from "@archive/schema";
 * diagnostic("media/missing", { file: "outbox.json", offset: 4711 }).severity; // "warning"
 * ```
 */
export function diagnostic(code: DiagnosticCode, details: DiagnosticDetails = {}): Diagnostic {
  const { severity, title, hint, docs: section }: DiagnosticRule = DIAGNOSTICS[code];
  const { file, pointer, offset, id, expected, actual, docs = section } = details;
  // Built by assigning: an archive may have a finding for each of its posts, and spreading takes five times as long.
  const found: { -readonly [Key in keyof Diagnostic]: Diagnostic[Key] } = {
    code,
    severity,
    message: details.message ?? `${title}.`,
  };
  if (file !== undefined) found.file = file;
  if (pointer !== undefined) found.pointer = pointer;
  if (offset !== undefined) found.offset = offset;
  if (typeof id === "string") found.id = id;
  if (expected !== undefined) found.expected = expected;
  if (actual !== undefined) found.actual = clip(actual);
  if (hint !== "") found.hint = hint;
  if (docs !== undefined) found.docs = docs;
  return found;
}

const LONGEST_EXCERPT = 120;

function clip(text: string): string {
  return text.length <= LONGEST_EXCERPT ? text : `${text.slice(0, LONGEST_EXCERPT)}…`;
}
