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
import { Findings } from "../guards/findings.js";
import { guardedLimits } from "../guards/guards.js";
import { PORTABLE_TOOLS } from "../json/byte-tools.js";
import { blobSource } from "./blob-source.js";
import { crc32 } from "./crc32.js";
import { type FolderFile, filesContainer } from "./files-container.js";
import { inflated } from "./inflate.js";

/** Web APIs, and `pako` where they say too little. Runs wherever there is `DecompressionStream`, in Node too. */
const WEB: Platform = { inflated, inflatedExactly, crc32, text: PORTABLE_TOOLS.text };

/** What can be opened: a chosen file, a blob, the bytes of a file, a store of one's own, or the files of a folder. */
export type ContainerSource = OneSource | readonly FolderFile[];

type OneSource = Blob | Uint8Array | ByteSource;

/**
 * Opens what an archive is packed in, its kind told by content, never by name.
 *
 * @throws ArchiveError `archive/unreadable`, `archive/empty`, `archive/not-an-archive`, `archive/encrypted` when
 * every file of a zip is, and `zip/ambiguous` unless `salvage` is set.
 *
 * @example
 * ```ts
 * import { openContainer } from "@archive/reader";
 * const [file] = document.querySelector<HTMLInputElement>("input[type=file]")?.files ?? [];
 * if (file === undefined) throw new Error("Nobody chose a file.");
 * await using container = await openContainer(file);
 * for await (const entry of container.entries()) console.log(entry.path);
 * ```
 */
export async function openContainer(
  source: ContainerSource,
  options: ContainerOptions = {},
): Promise<Container> {
  options.signal?.throwIfAborted();
  if (isFolder(source)) return filesContainer(source, guardedLimits(options), new Findings(options));
  return openSource(sourceOf(source), WEB, options);
}

/** Whether a source is the files of a folder. */
export function isFolder(source: ContainerSource): source is readonly FolderFile[] {
  return Array.isArray(source);
}

/** The bytes of a source. */
export function sourceOf(source: OneSource): OwnedSource {
  if (source instanceof Uint8Array) return memorySource(source);
  return source instanceof Blob ? blobSource(source) : borrowedSource(source);
}
