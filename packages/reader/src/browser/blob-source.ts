import { ArchiveError } from "@archive/schema";
import type { OwnedSource } from "../containers/byte-source.js";

/**
 * A source over a blob or file; only what is asked for is read.
 *
 * Its reads throw ArchiveError `archive/unreadable`, as when the file was changed since it was chosen.
 */
export function blobSource(blob: Blob): OwnedSource {
  const { size } = blob;
  return {
    size,
    async read(offset, length) {
      if (length <= 0 || offset >= size) return new Uint8Array();
      try {
        return new Uint8Array(await blob.slice(offset, Math.min(size, offset + length)).arrayBuffer());
      } catch (cause) {
        throw new ArchiveError("archive/unreadable", { cause });
      }
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
