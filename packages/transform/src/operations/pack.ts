import type { RunOptions } from "@archive/schema";
import { type CopyJob, type CopyReport, copyEntries } from "./copy-entries.js";
import type { EntrySource } from "./entry-source.js";

/**
 * Packs the files of a folder, sorted by name: the same files give the same bytes, whatever the day, the machine
 * and the order the disk lists them in. Left out is what {@link extract} leaves out, for the same reasons.
 *
 * @throws ArchiveError `output/…` when it can't be written; the signal's reason when it was aborted. Then nothing
 * of the output stays.
 * @example
 * ```ts
 * import { openContainer } from "@archive/reader";
 * import { pack } from "@archive/transform";
 * import { exactZipSink } from "@archive/transform/node";
 *
 * await using folder = await openContainer("unpacked");
 * const manifest = { tool: "example", version: "1.0.0", command: "pack" };
 * await pack(folder, { sink: exactZipSink("packed.zip"), manifest });
 * ```
 */
export async function pack(source: EntrySource, job: CopyJob, run: RunOptions = {}): Promise<CopyReport> {
  return copyEntries(source, "sorted", job, run);
}
