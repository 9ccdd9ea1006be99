import type { ArchiveSource, Bytes, Library, MediaKey, SourceMedia } from "@archive/transform";
import { LARGEST_SHOWN } from "../protocol.js";
import { BlobPieces } from "./blob-pieces.js";

/**
 * Browsers tell pictures and films by their bytes, but for SVG, which could load things. Opened by itself a blob
 * of this type is saved and never run.
 */
const TYPE = "application/octet-stream";

/** Reads files of the archive in one pass. */
export async function archiveMedia(
  source: ArchiveSource,
  library: Library,
  keys: readonly MediaKey[],
): Promise<ReadonlyMap<MediaKey, Blob>> {
  const wanted = new Map<string, MediaKey>();
  const files: SourceMedia[] = [];
  for (const key of new Set(keys)) {
    const file = library.getMedia(key)?.file ?? null;
    if (file === null || file.size === 0 || file.size > LARGEST_SHOWN) continue;
    wanted.set(file.path, key);
    files.push(file);
  }
  const blobs = new Map<MediaKey, Blob>();
  for await (const { file, bytes } of source.readMedia(files)) {
    const key = wanted.get(file.path);
    if (key !== undefined) blobs.set(key, await gathered(bytes));
  }
  return blobs;
}

async function gathered(bytes: Bytes): Promise<Blob> {
  const pieces = new BlobPieces();
  for await (const chunk of bytes) pieces.add(chunk);
  return pieces.blob(TYPE);
}
