import { basename, resolve } from "node:path";
import { ArchiveError, type Diagnostic } from "@archive/schema";
import { type Archive, archiveIn } from "../archive.js";
import { type ContainerOptions, openContainer } from "./open-container.js";

/** How to open an archive. */
export interface OpenArchiveOptions extends ContainerOptions {
  /** The name the archive had when its bytes were read, for the date in it; a path brings its own. */
  readonly name?: string | undefined;
}

/**
 * Opens an archive: the path of a zip, tar, tar.gz, folder or bare outbox.json, or the bytes of such a file.
 *
 * Reads no more than the container's directory, the actor and the beginning of the outbox; a tar.gz has no
 * directory and is read through once. Never uses the network. What it finds goes to `onDiagnostic`; dispose of
 * the archive when done.
 *
 * @throws ArchiveError with a stable `code` when nothing can be read: `archive/not-found`,
 * `archive/unreadable`, `archive/empty`, `archive/not-an-archive`, `archive/no-outbox`, `archive/encrypted`.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * await using archive = await openArchive("archive-20240501100000-0a1b2c3d.zip");
 * for await (const { value } of archive.outbox()) use(value.type);
 * ```
 */
export async function openArchive(
  source: string | Uint8Array,
  options: OpenArchiveOptions = {},
): Promise<Archive> {
  const encrypted: string[] = [];
  const onDiagnostic = (found: Diagnostic): void => {
    if (found.code === "entry/encrypted" && found.file !== undefined) encrypted.push(found.file);
    options.onDiagnostic?.(found);
  };
  const container = await openContainer(source, { ...options, onDiagnostic });
  try {
    const name = typeof source === "string" ? basename(resolve(source)) : options.name;
    return await archiveIn(container, { ...options, onDiagnostic, name, encrypted });
  } catch (error) {
    await container[Symbol.asyncDispose]();
    if (!(error instanceof ArchiveError) || error.file !== null || typeof source !== "string") throw error;
    throw new ArchiveError(error.code, { message: error.message, file: source, cause: error });
  }
}
