import type { RunOptions } from "@archive/schema";
import { type CopyJob, type CopyReport, copyEntries } from "./copy-entries.js";
import type { EntrySource } from "./entry-source.js";

/**
 * Unpacks a container: every file byte for byte, under its own name and nowhere else. It need not be an archive.
 *
 * Names that lead out, links and what operating systems leave behind do not come through the reader; names that
 * some system can't write, or that differ from another one only in case, are left out with `entry/unwritable-name`.
 * Private keys and lists of addresses are left out, with a finding each, unless `only` names `secrets`. What can
 * be read of a damaged entry is written, and a finding tells of the damage.
 *
 * In a sequential container the total that progress tells is not known.
 *
 * @throws ArchiveError `output/…` when it can't be written; the signal's reason when it was aborted. Then nothing
 * of the output stays.
 * @example
 * ```ts
 * import { openContainer } from "@archive/reader";
 * import { extract } from "@archive/transform";
 * import { exactFolderSink } from "@archive/transform/node";
 *
 * await using container = await openContainer("archive.zip");
 * const manifest = { tool: "example", version: "1.0.0", command: "extract" };
 * const { files } = await extract(container, { sink: exactFolderSink("unpacked"), manifest });
 * ```
 */
export async function extract(source: EntrySource, job: CopyJob, run: RunOptions = {}): Promise<CopyReport> {
  return copyEntries(source, "scan", job, run);
}
