import { stat } from "node:fs/promises";
import { ArchiveError } from "@archive/schema";
import {
  type ByteSource,
  borrowedSource,
  memorySource,
  type OwnedSource,
} from "../containers/byte-source.js";
import type { Container } from "../containers/container.js";
import { type ContainerOptions, openSource } from "../containers/open-source.js";
import { Findings } from "../guards/findings.js";
import { guardedLimits } from "../guards/guards.js";
import { type FileLike, fileSource, handleSource, pathError } from "./file-source.js";
import { folderContainer } from "./folder-container.js";
import { NODE } from "./platform.js";
import { type ByteStream, isStream, type SpoolOptions, spooled } from "./spool.js";

export type { ContainerOptions } from "../containers/open-source.js";

/**
 * What can be opened: the path of a file or folder, a file that is open already (Node's `FileHandle`), the bytes of
 * a file, or a store of one's own. What the caller opened stays the caller's to close.
 *
 * Also a stream such as standard input. It is taken in whole first: up to 64 MiB in memory, a longer one in a
 * temporary file that only its owner may read and that is gone when the process is, however that ends.
 */
export type ContainerSource = string | Uint8Array | FileLike | ByteSource | ByteStream;

/**
 * Opens what an archive is packed in.
 *
 * The kind is told by content, never by name. A zip and a folder are listed now, a tar by the first call that
 * needs it. Findings go to the `onDiagnostic` of the call at hand, else to the one given here. Dispose of the
 * container when done: it keeps its file open.
 *
 * @throws ArchiveError `archive/not-found`, `archive/unreadable`, `archive/empty`, `archive/not-an-archive`,
 * `archive/encrypted` when every file of a zip is, and `zip/ambiguous` unless `salvage` is set.
 *
 * @example
 * ```ts
 * import { openContainer } from "@archive/reader";
 * await using container = await openContainer("archive.zip");
 * for await (const entry of container.entries()) console.log(entry.path);
 * ```
 */
export async function openContainer(
  source: ContainerSource,
  options: ContainerOptions & SpoolOptions = {},
): Promise<Container> {
  options.signal?.throwIfAborted();
  if (isStream(source)) {
    const spool = await spooled(source, options);
    return owning(openContainer(spool.source, options), spool);
  }
  if (typeof source !== "string") return openSource(await sourceOf(source), NODE, options);

  const stats = await stat(source).catch((error: unknown) => {
    throw pathError(source, error);
  });
  if (stats.isDirectory()) {
    return folderContainer(source, guardedLimits(options), new Findings(options), options);
  }
  if (!stats.isFile()) {
    const message = "The source is neither a file nor a folder.";
    throw new ArchiveError("archive/unreadable", { file: source, message });
  }
  return openSource(await fileSource(source), NODE, options).catch((error: unknown) => {
    if (!(error instanceof ArchiveError) || error.file !== null) throw error;
    throw new ArchiveError(error.code, { message: error.message, file: source, cause: error });
  });
}

/** A container that closes what it was made from, or fails to be made. */
export async function owning(opening: Promise<Container>, owned: AsyncDisposable): Promise<Container> {
  try {
    const container = await opening;
    const close = async (): Promise<void> => {
      try {
        await container[Symbol.asyncDispose]();
      } finally {
        await owned[Symbol.asyncDispose]();
      }
    };
    return { ...container, [Symbol.asyncDispose]: close };
  } catch (error) {
    await owned[Symbol.asyncDispose]();
    throw error;
  }
}

/** The bytes of a source that is neither a path nor a stream. */
export async function sourceOf(source: Exclude<ContainerSource, string | ByteStream>): Promise<OwnedSource> {
  if (source instanceof Uint8Array) return memorySource(source);
  return "fd" in source ? handleSource(source) : borrowedSource(source);
}
