import { stat } from "node:fs/promises";
import { ArchiveError, type RunOptions } from "@archive/schema";
import { type ByteSource, chunksOf, memorySource } from "../containers/byte-source.js";
import type { Container } from "../containers/container.js";
import { contentKindOf, HEAD_BYTES } from "../containers/content-kind.js";
import { findDirectory } from "../containers/zip-end.js";
import { Findings } from "../guards/findings.js";
import { DEFAULT_LIMITS, type Limits } from "../guards/limits.js";
import { fileSource, pathError } from "./file-source.js";
import { folderContainer } from "./folder-container.js";
import { inflated, inflateEnd } from "./inflate.js";
import { jsonContainer } from "./json-container.js";
import { tarContainer } from "./tar-container.js";
import { zipContainer } from "./zip-container.js";

/** How to open a container. */
export interface ContainerOptions extends RunOptions {
  /** Overrides single limits. */
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * Opens what an archive is packed in: the path of a file or folder, or the bytes of a file.
 *
 * The kind is told by content, never by name. A zip and a folder are listed now, a tar by the first call that
 * needs it. Findings go to the `onDiagnostic` of the call at hand, else to the one given here. Dispose of the
 * container when done: it keeps its file open.
 *
 * @throws ArchiveError `archive/not-found`, `archive/unreadable`, `archive/empty`, `archive/not-an-archive`, and
 * `archive/encrypted` when every file of a zip is.
 *
 * @example
 * ```ts
 * await using container = await openContainer("archive-20240501-abc.zip");
 * for await (const entry of container.entries()) entry.path; // "outbox.json"
 * ```
 */
export async function openContainer(
  source: string | Uint8Array,
  options: ContainerOptions = {},
): Promise<Container> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const findings = new Findings(options);
  options.signal?.throwIfAborted();
  if (typeof source !== "string") return fromBytes(memorySource(source), null, limits, findings, options);

  const stats = await stat(source).catch((error: unknown) => {
    throw pathError(source, error);
  });
  if (stats.isDirectory()) return folderContainer(source, limits, findings, options);
  if (!stats.isFile()) {
    const message = "The source is neither a file nor a folder.";
    throw new ArchiveError("archive/unreadable", { file: source, message });
  }
  const file = await fileSource(source);
  try {
    return await fromBytes(file, source, limits, findings, options);
  } catch (error) {
    await file[Symbol.asyncDispose]();
    throw error;
  }
}

async function fromBytes(
  source: ByteSource,
  path: string | null,
  limits: Limits,
  findings: Findings,
  run: RunOptions,
): Promise<Container> {
  const fail = (code: "archive/empty" | "archive/not-an-archive"): ArchiveError =>
    new ArchiveError(code, path === null ? {} : { file: path });
  if (source.size === 0) throw fail("archive/empty");
  const head = await source.read(0, HEAD_BYTES);
  const kind = contentKindOf(head);
  if (kind === "gzip") {
    const unpacked = await unpackedHead(source);
    const inner = contentKindOf(unpacked);
    if (inner === "tar") return tarContainer(source, "gzip", limits, findings);
    if (inner === "json") return jsonContainer(source, "gzip", limits, findings);
    throw fail(isBlank(unpacked) ? "archive/empty" : "archive/not-an-archive");
  }
  if (kind === "tar") return tarContainer(source, "plain", limits, findings);
  // A zip may stand behind anything, such as the program that unpacks it.
  if (kind === "zip" || (await findDirectory(source)) !== null) {
    return zipContainer(source, limits, findings, run).catch((error: unknown) => {
      if (!(error instanceof ArchiveError) || error.file !== null || path === null) throw error;
      throw new ArchiveError(error.code, { message: error.message, file: path, cause: error });
    });
  }
  if (kind === "json") return jsonContainer(source, "plain", limits, findings);
  throw fail(isBlank(head) && source.size <= EMPTY_TAR_BYTES ? "archive/empty" : "archive/not-an-archive");
}

/** A tar of no entries is one record of zeros. */
const EMPTY_TAR_BYTES = 10_240;

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

async function unpackedHead(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const packed = () => chunksOf(source, 0, source.size, { chunkBytes: 16 * 1024 });
  for await (const chunk of inflated("gzip", packed, inflateEnd())) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(parts)).subarray(0, HEAD_BYTES);
}
