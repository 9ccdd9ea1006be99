import { ArchiveError } from "@archive/schema";
import type { Archive, ReadingOptions } from "../archive.js";
import { archiveIn } from "../archive-in.js";
import type { Container } from "../containers/container.js";
import type { ContainerOptions } from "../containers/open-source.js";
import { csvContainer } from "../csv/csv-container.js";
import { OpeningFindings } from "../opening-findings.js";
import { type ContainerSource, isFolder, openContainer, sourceOf } from "./open-container.js";

/** How to open an archive. */
export interface OpenArchiveOptions extends ContainerOptions, ReadingOptions {
  /**
   * The name the archive had when its bytes were read: for the date in it, and for what a CSV holds. A `File`
   * brings its own.
   */
  readonly name?: string | undefined;
}

/**
 * Opens an archive in a browser: a chosen zip, tar, tar.gz, bare file of posts or known CSV, as `File`, `Blob` or bytes, or the files of a folder.
 *
 * Reads no more than the container's directory, the actor and the beginnings of the outbox and the collections; a
 * tar.gz has no directory and is read through once. Never uses the network. What it finds goes to `onDiagnostic`; dispose of
 * the archive when done.
 *
 * @throws ArchiveError with a stable `code` when nothing can be read: `archive/unreadable`, `archive/empty`,
 * `archive/not-an-archive`, `archive/no-outbox`, `archive/encrypted`, `zip/ambiguous`.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * const [file] = document.querySelector<HTMLInputElement>("input[type=file]")?.files ?? [];
 * if (file === undefined) throw new Error("Nobody chose a file.");
 * await using archive = await openArchive(file);
 * for await (const { value } of archive.outbox()) console.log(value.type);
 * ```
 */
export async function openArchive(
  source: ContainerSource,
  options: OpenArchiveOptions = {},
): Promise<Archive> {
  const heard = new OpeningFindings(options);
  const { onDiagnostic } = heard;
  const name = options.name ?? nameOf(source);
  const container = await openContainer(source, { ...options, onDiagnostic }).catch((error: unknown) =>
    csvIn(source, name, error),
  );
  try {
    return await archiveIn(container, { ...options, name, heard });
  } catch (error) {
    await container[Symbol.asyncDispose]();
    throw error;
  }
}

/** A `File` is a blob with a name. */
function nameOf(source: ContainerSource): string | undefined {
  return "name" in source && typeof source.name === "string" ? source.name : undefined;
}

/** What is no container may be a CSV; whether it is one that is known shows when it is read. */
function csvIn(source: ContainerSource, name: string | undefined, error: unknown): Container {
  if (!(error instanceof ArchiveError) || error.code !== "archive/not-an-archive") throw error;
  if (isFolder(source)) throw error;
  return csvContainer(sourceOf(source), name);
}
