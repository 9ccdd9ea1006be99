import {
  type ByteSource,
  borrowedSource,
  memorySource,
  type OwnedSource,
} from "../containers/byte-source.js";
import type { Container } from "../containers/container.js";
import { inflatedExactly } from "../containers/inflate-exactly.js";
import { type ContainerOptions, openSource } from "../containers/open-source.js";
import type { Platform } from "../containers/platform.js";
import { blobSource } from "./blob-source.js";
import { crc32 } from "./crc32.js";
import { inflated } from "./inflate.js";

/** Web APIs, and `pako` where they say too little. Runs wherever there is `DecompressionStream`, in Node too. */
const WEB: Platform = { inflated, inflatedExactly, crc32 };

/** What can be opened: a chosen file, a blob, the bytes of a file, or a store of one's own. */
export type ContainerSource = Blob | Uint8Array | ByteSource;

/**
 * Opens what an archive is packed in, its kind told by content, never by name.
 *
 * @throws ArchiveError `archive/unreadable`, `archive/empty`, `archive/not-an-archive`, `archive/encrypted` when
 * every file of a zip is, and `zip/ambiguous` unless `salvage` is set.
 *
 * @example
 * ```ts
 * import { openContainer } from "@archive/reader";
 * await using container = await openContainer(input.files[0]);
 * for await (const entry of container.entries()) entry.path; // "outbox.json"
 * ```
 */
export async function openContainer(
  source: ContainerSource,
  options: ContainerOptions = {},
): Promise<Container> {
  options.signal?.throwIfAborted();
  return openSource(sourceOf(source), WEB, options);
}

/** The bytes of a source. */
export function sourceOf(source: ContainerSource): OwnedSource {
  if (source instanceof Uint8Array) return memorySource(source);
  return source instanceof Blob ? blobSource(source) : borrowedSource(source);
}
