import { basename, dirname, resolve } from "node:path";
import { ArchiveError } from "@archive/schema";
import type { Archive, ReadingOptions } from "../archive.js";
import { archiveIn } from "../archive-in.js";
import type { Container } from "../containers/container.js";
import { csvContainer } from "../csv/csv-container.js";
import { OpeningFindings } from "../opening-findings.js";
import { filesBeside } from "./beside.js";
import { BUFFER_TOOLS } from "./buffer-tools.js";
import { fileSource } from "./file-source.js";
import {
  type ContainerOptions,
  type ContainerSource,
  openContainer,
  owning,
  sourceOf,
} from "./open-container.js";
import { type ByteStream, isStream, type Spool, type SpoolOptions, spooled } from "./spool.js";

/** How to open an archive. */
export interface OpenArchiveOptions extends ContainerOptions, ReadingOptions, SpoolOptions {
  /**
   * The name the archive had when its bytes were read: for the date in it, and for what a CSV holds. A path
   * brings its own.
   */
  readonly name?: string | undefined;
  /**
   * Whether to look for files such as `following_accounts.csv` in the folder the archive lies in. By default only
   * beside a bare document, which can't hold them itself; a packed archive may have others' files around it.
   */
  readonly beside?: boolean | undefined;
}

/**
 * Opens an archive: the path of a zip, tar, tar.gz, folder, bare file of posts or known CSV; the bytes of such a
 * file; or a file that is open.
 *
 * Reads no more than the container's directory, the actor and the beginnings of the outbox and the collections; a
 * tar.gz has no directory and is read through once. Never uses the network. What it finds goes to
 * `onDiagnostic`; dispose of the archive when done.
 *
 * @throws ArchiveError with a stable `code` when nothing can be read: `archive/not-found`,
 * `archive/unreadable`, `archive/empty`, `archive/not-an-archive`, `archive/no-outbox`, `archive/encrypted`,
 * `zip/ambiguous`.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * await using archive = await openArchive("archive.zip");
 * for await (const { value } of archive.outbox()) console.log(value.type);
 * for await (const { value } of archive.collection("following")) console.log(value.id, value.showBoosts);
 * ```
 */
export async function openArchive(
  source: ContainerSource,
  options: OpenArchiveOptions = {},
): Promise<Archive> {
  const heard = new OpeningFindings(options);
  const { onDiagnostic } = heard;
  const path = typeof source === "string" ? resolve(source) : null;
  const name = path === null ? options.name : basename(path);
  const [kept, spool] = await keptSource(source, options);
  const opening = openContainer(kept, { ...options, onDiagnostic }).catch((error: unknown) =>
    csvIn(kept, name, error),
  );
  const container = await (spool === null ? opening : owning(opening, spool));
  let beside: Container | null = null;
  try {
    if (path !== null && (options.beside ?? container.kind === "json"))
      beside = await filesBeside(dirname(path));
    const found = { name, heard, tools: BUFFER_TOOLS, beside: beside ?? undefined };
    return await archiveIn(container, { ...options, ...found });
  } catch (error) {
    await container[Symbol.asyncDispose]();
    if (!(error instanceof ArchiveError) || error.file !== null || path === null) throw error;
    throw new ArchiveError(error.code, { message: error.message, file: String(source), cause: error });
  }
}

/** A source that can be read more than once, and what has to be disposed of for it. */
async function keptSource(
  source: ContainerSource,
  options: SpoolOptions,
): Promise<readonly [Exclude<ContainerSource, ByteStream>, Spool | null]> {
  if (!isStream(source)) return [source, null];
  const spool = await spooled(source, options);
  return [spool.source, spool];
}

/** What is no container may be a CSV; whether it is one that is known shows when it is read. */
async function csvIn(
  source: Exclude<ContainerSource, ByteStream>,
  name: string | undefined,
  error: unknown,
): Promise<Container> {
  if (!(error instanceof ArchiveError) || error.code !== "archive/not-an-archive") throw error;
  return csvContainer(typeof source === "string" ? await fileSource(source) : await sourceOf(source), name);
}
