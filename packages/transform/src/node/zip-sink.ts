import type { EntrySink } from "../operations/entry-source.js";
import type { RunManifest, Sink } from "../sinks/sink.js";
import { type ContainerFormat, containerSink } from "./container-sink.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { MANIFEST_NAME } from "./output-manifest.js";
import { ZipPacker } from "./zip-packer.js";

/**
 * Writes an output as a zip file: the same bytes whatever the day and the time zone.
 *
 * It is built beside its place. One with the same bytes is left as it is. The first entry, `.ap-archive.json`,
 * says what made it; a zip without it is not replaced unless `force` is given.
 *
 * @throws ArchiveError `output/exists`, `output/unwritable`, `output/unsafe-path`.
 * @example
 * ```ts
 * import { zipSink } from "@archive/transform/node";
 * const sink = zipSink("site.zip");
 * ```
 */
export function zipSink(path: string, options: DiskSinkOptions = {}): Sink {
  return containerSink(path, options, ZIP);
}

/**
 * Writes a zip that holds exactly what was put into it: what made it stands in the zip's comment. Like
 * {@link zipSink} it replaces only what an earlier run of the same command wrote, unless `force` is given.
 *
 * @throws ArchiveError `output/exists`, `output/unwritable`, `output/unsafe-path`.
 * @example
 * ```ts
 * import { exactZipSink } from "@archive/transform/node";
 * const sink = exactZipSink("archive.zip");
 * ```
 */
export function exactZipSink(path: string, options: DiskSinkOptions = {}): EntrySink {
  return containerSink(path, options, EXACT_ZIP);
}

const ZIP: ContainerFormat = {
  find: findManifest,
  manifestFirst: true,
  pack: (file) => new ZipPacker(file, ""),
};

const EXACT_ZIP: ContainerFormat = {
  find: findComment,
  manifestFirst: false,
  pack: (file, manifest) => new ZipPacker(file, commentOf(manifest)),
};

/** The first entry of a zip, if it is a manifest that this sink wrote. */
function findManifest(head: Uint8Array): Uint8Array | null {
  if (head.length < 30) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const isPlainEntry = view.getUint32(0, true) === 0x04034b50 && view.getUint16(6, true) % 16 < 8;
  const isStored = view.getUint16(8, true) === 0;
  const nameEnd = 30 + view.getUint16(26, true);
  const name = Buffer.from(head.subarray(30, nameEnd)).toString("latin1");
  if (!isPlainEntry || !isStored || name !== MANIFEST_NAME) return null;
  const from = nameEnd + view.getUint16(28, true);
  return head.subarray(from, from + view.getUint32(18, true));
}

/** The comment tells nothing but what is needed to know an earlier output again. */
function commentOf({ tool, version, command }: RunManifest): string {
  return JSON.stringify({ tool, version, command });
}

/** A zip's comment, if it is one that was written here: all that follows the end record. */
function findComment(_: Uint8Array, tail: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const from = end + 22;
  if (end === -1 || from > bytes.length) return null;
  return bytes.readUInt16LE(end + 20) === bytes.length - from ? bytes.subarray(from) : null;
}
