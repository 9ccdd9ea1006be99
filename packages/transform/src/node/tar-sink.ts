import type { Sink } from "../sinks/sink.js";
import { type ContainerFormat, containerSink } from "./container-sink.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { MANIFEST_NAME } from "./output-manifest.js";
import { TarPacker } from "./tar-packer.js";

const BLOCK = 512;

/**
 * Writes an output as a tar file: the same bytes whatever the day and the machine.
 *
 * It is built beside its place. One with the same bytes is left as it is. The first entry, `.ap-archive.json`,
 * says what made it; a tar without it is not replaced unless `force` is given.
 *
 * @throws ArchiveError `output/exists`, `output/unwritable`, `output/unsafe-path`.
 * @example
 * ```ts
 * import { tarSink } from "@archive/transform/node";
 * const sink = tarSink("site.tar");
 * ```
 */
export function tarSink(path: string, options: DiskSinkOptions = {}): Sink {
  return containerSink(path, options, TAR);
}

const TAR: ContainerFormat = {
  find: findManifest,
  manifestFirst: true,
  pack: (file) => new TarPacker(file),
};

/** The first entry of a tar, if it is a manifest. */
function findManifest(head: Uint8Array): Uint8Array | null {
  const text = Buffer.from(head.subarray(0, BLOCK)).toString("latin1");
  if (text.length < BLOCK || text.slice(0, MANIFEST_NAME.length + 1) !== `${MANIFEST_NAME}\0`) return null;
  const size = Number.parseInt(text.slice(124, 136), 8);
  return Number.isNaN(size) ? null : head.subarray(BLOCK, BLOCK + size);
}
