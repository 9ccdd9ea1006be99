import { ArchiveError, type RunOptions } from "@archive/schema";
import { Findings } from "../guards/findings.js";
import { type Guards, guardedLimits } from "../guards/guards.js";
import type { Limits } from "../guards/limits.js";
import { type ByteSource, chunksOf, type OwnedSource } from "./byte-source.js";
import type { Container } from "./container.js";
import { contentKindOf, HEAD_BYTES } from "./content-kind.js";
import { inflateEnd } from "./inflation.js";
import { jsonContainer } from "./json-container.js";
import type { Platform } from "./platform.js";
import { tarContainer } from "./tar-container.js";
import { zipContainer } from "./zip-container.js";
import { findDirectory } from "./zip-end.js";

/** How to open a container. */
export interface ContainerOptions extends RunOptions {
  /** Overrides single limits. */
  readonly limits?: Partial<Limits> | undefined;
  /** Switches single guards off; see {@link Guards} for what that does. */
  readonly guards?: Partial<Guards> | undefined;
  /**
   * Also read a zip that different programs would read differently (`zip/ambiguous`): by its directory, with a
   * finding for each contradiction. Default false, which refuses it: such zips are made to deceive.
   *
   * And read on behind the mark that ends a tar, as `tar --ignore-zeros` does: tars that were joined are then read as
   * one. Default false: what stands there is no part of the tar (`archive/bytes-behind-end`).
   */
  readonly salvage?: boolean | undefined;
}

/** A tar of no entries is one record of zeros. */
const EMPTY_TAR_BYTES = 10_240;

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/**
 * Opens the container in a source, its kind told by content, and owns the source from then on.
 *
 * @throws ArchiveError `archive/empty`, `archive/not-an-archive`, `archive/encrypted`, `zip/ambiguous`; then the
 * source is closed.
 */
export async function openSource(
  source: OwnedSource,
  platform: Platform,
  options: ContainerOptions,
): Promise<Container> {
  try {
    return await containerIn(source, platform, options);
  } catch (error) {
    await source[Symbol.asyncDispose]();
    throw error;
  }
}

async function containerIn(
  source: OwnedSource,
  platform: Platform,
  options: ContainerOptions,
): Promise<Container> {
  const limits = guardedLimits(options);
  const findings = new Findings(options);
  const { salvage = false } = options;
  const opening = { platform, limits, findings, salvage };
  options.signal?.throwIfAborted();
  if (source.size === 0) throw new ArchiveError("archive/empty");
  const head = await source.read(0, HEAD_BYTES);
  const kind = contentKindOf(head);
  if (kind === "gzip") {
    const unpacked = await unpackedHead(source, platform);
    const inner = contentKindOf(unpacked);
    if (inner === "tar") return tarContainer(source, "gzip", opening);
    if (inner === "json") return jsonContainer(source, "gzip", platform, limits, findings);
    throw new ArchiveError(isBlank(unpacked) ? "archive/empty" : "archive/not-an-archive");
  }
  if (kind === "tar") return tarContainer(source, "plain", opening);
  // A zip may stand behind anything, such as the program that unpacks it.
  if (kind === "zip" || (await findDirectory(source)) !== null) {
    return zipContainer(source, { ...opening, run: options });
  }
  if (kind === "json") return jsonContainer(source, "plain", platform, limits, findings);
  const empty = isBlank(head) && source.size <= EMPTY_TAR_BYTES;
  throw new ArchiveError(empty ? "archive/empty" : "archive/not-an-archive");
}

async function unpackedHead(source: ByteSource, platform: Platform): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  const packed = () => chunksOf(source, 0, source.size, { chunkBytes: 16 * 1024 });
  for await (const chunk of platform.inflated("gzip", packed, inflateEnd())) {
    head.set(chunk.subarray(0, HEAD_BYTES - length), length);
    length = Math.min(HEAD_BYTES, length + chunk.length);
    if (length === HEAD_BYTES) break;
  }
  return head.subarray(0, length);
}
