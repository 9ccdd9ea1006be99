import { ARCHIVE_CODES } from "./codes/archive-codes.js";
import { DOCUMENT_CODES } from "./codes/document-codes.js";
import { ENTRY_CODES } from "./codes/entry-codes.js";
import { FORMAT_CODES } from "./codes/format-codes.js";
import { MEDIA_CODES } from "./codes/media-codes.js";
import { OUTBOX_CODES } from "./codes/outbox-codes.js";
import { OUTPUT_CODES } from "./codes/output-codes.js";
import { POST_CODES } from "./codes/post-codes.js";
import type { Severity } from "./severity.js";

/** What the registry knows about one code. */
export interface DiagnosticRule {
  readonly severity: Severity;
  /** What happened, without a full stop. */
  readonly title: string;
  /** What it means and where it comes from. */
  readonly explanation: string;
  /** What to do next; empty when there is nothing to do. */
  readonly hint: string;
  /** Address of the section of a specification that it rests on, where there is one. */
  readonly docs?: string;
}

/**
 * Every code a finding or an {@link ArchiveError} can have. Codes are an API: they are added, and changed
 * only with a major version. They stand by area in `codes/`.
 *
 * @example
 * ```ts
 * import { DIAGNOSTICS } from "@archive/schema";
 * DIAGNOSTICS["media/missing"].severity; // "warning"
 * ```
 */
export const DIAGNOSTICS: typeof ARCHIVE_CODES &
  typeof ENTRY_CODES &
  typeof FORMAT_CODES &
  typeof OUTBOX_CODES &
  typeof POST_CODES &
  typeof MEDIA_CODES &
  typeof OUTPUT_CODES &
  typeof DOCUMENT_CODES = {
  ...ARCHIVE_CODES,
  ...ENTRY_CODES,
  ...FORMAT_CODES,
  ...OUTBOX_CODES,
  ...POST_CODES,
  ...MEDIA_CODES,
  ...OUTPUT_CODES,
  ...DOCUMENT_CODES,
};

/** One of the registry's codes. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;
