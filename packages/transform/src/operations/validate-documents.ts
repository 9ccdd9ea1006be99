import { createValidator } from "@archive/schema/validate";
import type { ValidateOptions, ValidationSummary } from "./validate-options.js";

/** A file that is a document of its own. */
export interface DocumentFile {
  /** As it was given; findings carry it as their `file`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Checks files that are documents of their own rather than parts of an archive, each alone: that it is UTF-8
 * and JSON, and that it keeps the profile, `wild` unless told. What is no JSON is a finding; the run goes on.
 * Only one file is held in memory at a time.
 *
 * @throws ArchiveError `profile/unknown` for a profile that is not there.
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { createReporter } from "@archive/schema";
 * import { validateDocuments } from "@archive/transform";
 *
 * const { report, counts } = createReporter();
 * await validateDocuments([{ path: "note.json", bytes: await readFile("note.json") }], { onDiagnostic: report });
 * ```
 */
export async function validateDocuments(
  files: AsyncIterable<DocumentFile> | Iterable<DocumentFile>,
  options: ValidateOptions = {},
): Promise<ValidationSummary> {
  const validator = await createValidator({
    profile: options.profile ?? "wild",
    showContent: options.showContent === true,
    onDiagnostic: options.onDiagnostic ?? (() => {}),
  });
  let documents = 0;
  for await (const { path, bytes } of files) {
    options.signal?.throwIfAborted();
    validator.text(bytes, { file: path, kind: "document" });
    documents += 1;
    options.onProgress?.({ file: path, bytes: bytes.length, items: documents });
  }
  return { profile: validator.profile.name, checked: { documents, items: documents } };
}
