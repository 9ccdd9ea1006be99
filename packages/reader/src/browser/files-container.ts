import { ArchiveError, diagnostic } from "@archive/schema";
import type { Container } from "../containers/container.js";
import { withProgress } from "../containers/entry-progress.js";
import { randomContainer } from "../containers/random-container.js";
import type { Findings } from "../guards/findings.js";
import type { GuardedLimits } from "../guards/guards.js";
import { Listing } from "../guards/listing.js";
import { shownName } from "../guards/path.js";

/** One file of a folder that somebody chose or dropped. */
export interface FolderFile {
  /** Below that folder, `/` between the parts. */
  readonly path: string;
  readonly file: Blob;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * The files of a folder as a container. A page is never given the folder itself: it collects what is in it.
 *
 * @throws ArchiveError `archive/empty` when there is no file.
 */
export function filesContainer(
  files: readonly FolderFile[],
  limits: GuardedLimits,
  findings: Findings,
): Container {
  if (files.length === 0) throw new ArchiveError("archive/empty", { message: "The folder holds no file." });
  const report = findings.of({});
  const encoder = new TextEncoder();
  const listing = new Listing<Blob>(limits, report);
  let bytes = 0;
  // One order on each machine, whatever the order in which the browser told them.
  for (const { path, file } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const admitted = listing.admit(path);
    if (admitted === null) continue;
    bytes += file.size;
    const modified = file instanceof File ? { modified: new Date(file.lastModified).toISOString() } : {};
    listing.add({ path: admitted, rawPath: encoder.encode(path), size: file.size, ...modified }, file);
  }
  return randomContainer({
    kind: "folder",
    bytes,
    findings,
    listed: listing.finish(),
    read: ({ entry, place }, options, tell) =>
      withProgress(
        entry,
        fileBytes(place, () => tell(diagnostic("entry/unreadable", { file: shownName(entry.path) }))),
        options,
      ),
    close: async () => {},
  });
}

/** A file that was changed or deleted since it was chosen can't be read any more. */
async function* fileBytes(file: Blob, onUnreadable: () => void): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const chunk = await file
      .slice(at, at + CHUNK_BYTES)
      .arrayBuffer()
      .catch(() => null);
    if (chunk === null) {
      onUnreadable();
      return;
    }
    yield new Uint8Array(chunk);
  }
}
