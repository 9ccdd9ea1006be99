import { once } from "node:events";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { type Options, ZipFile } from "yazl";
import type { EntrySink } from "../operations/entry-source.js";
import { type OutputPaths, outputPaths } from "../sinks/safe-path.js";
import type { PutResult, RunManifest, Sink } from "../sinks/sink.js";
import { type ContainerFile, createContainerFile, type FindManifest } from "./container-file.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { gather } from "./gather.js";
import { MANIFEST_NAME, manifestText } from "./output-manifest.js";
import { writing } from "./unwritable.js";
import { ZipEntries } from "./zip-entries.js";

const ALREADY_PACKED =
  /\.(?:jpe?g|png|gif|webp|avif|heic|mp4|m4v|m4a|mov|webm|mp3|ogg|oga|ogv|opus|flac|aac|woff2?|zip|gz)$/i;

interface Build {
  readonly file: ContainerFile;
  readonly zip: ZipFile;
  readonly paths: OutputPaths;
  readonly entries: ZipEntries;
  /** The first error met while writing; the stream that writes can't throw it itself. */
  failure: { readonly error: unknown } | null;
}

/** Bytes up to which an entry needs no Zip64, with room for what deflate adds to what it can't make smaller. */
const LARGEST_PLAIN = 0xff00_0000;

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
  return sinkWith(path, options, {
    find: findManifest,
    async begin(build, manifest) {
      build.paths.add(MANIFEST_NAME);
      await addBytes(build, MANIFEST_NAME, Buffer.from(manifestText(manifest)));
    },
    comment: () => "",
  });
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
  return sinkWith(path, options, { find: findComment, async begin() {}, comment: commentOf });
}

/** Where a zip says what made it. */
interface Mark {
  readonly find: FindManifest;
  begin(build: Build, manifest: RunManifest): Promise<void>;
  comment(manifest: RunManifest): string;
}

function sinkWith(path: string, options: DiskSinkOptions, mark: Mark): EntrySink {
  let comment = "";
  let build: Build | null = null;

  function begun(): Build {
    if (build === null) throw new TypeError("The sink has not begun.");
    return build;
  }

  return {
    begin: (manifest) =>
      writing(path, async () => {
        if (build !== null) throw new TypeError("The sink has already begun.");
        build = start(createContainerFile(path, manifest, mark.find, options));
        comment = mark.comment(manifest);
        await mark.begin(build, manifest);
      }),
    put: (file) =>
      writing(path, async (): Promise<PutResult> => {
        const current = begun();
        const name = current.paths.add(file.path);
        const content = await gather(file.content);
        if (content.kind === "bytes") {
          const { buffer, byteOffset, byteLength } = content.bytes;
          await addBytes(current, name, Buffer.from(buffer, byteOffset, byteLength));
        } else {
          await addStream(current, name, Readable.from(content.stream, { objectMode: false }), file.size);
        }
        return "written";
      }),
    commit: () =>
      writing(path, async () => {
        const current = begun();
        current.entries.giveBack();
        const ended = once(current.zip.outputStream, "end");
        current.zip.end({ comment, forceZip64Format: false });
        await ended;
        throwFailure(current);
        current.file.commit();
        build = null;
      }),
    async abort() {
      build?.file.abort();
      build = null;
    },
  };
}

function start(file: ContainerFile): Build {
  const zip = new ZipFile();
  const build: Build = { file, zip, paths: outputPaths(), entries: new ZipEntries(zip), failure: null };
  build.zip.on("error", (error: unknown) => {
    build.failure ??= { error };
  });
  build.zip.outputStream.on("data", (chunk: Uint8Array) => {
    if (build.failure !== null) return;
    try {
      file.write(chunk);
    } catch (error) {
      build.failure = { error };
    }
  });
  return build;
}

async function addBytes(build: Build, path: string, bytes: Buffer): Promise<void> {
  build.zip.addBuffer(bytes, path, { ...stamp(), compress: isWorthPacking(path) });
  // yazl holds every entry until it is written: waiting here is what keeps memory bounded.
  while (build.failure === null && build.entries.isBusy()) await once(build.zip.outputStream, "data");
  throwFailure(build);
  build.entries.setAside();
}

async function addStream(build: Build, path: string, stream: Readable, size?: number): Promise<void> {
  // A deflated entry knows its own end, a stored one of unknown size does not: programs that read a zip from
  // front to back need the first.
  const compressionLevel = ALREADY_PACKED.test(path) ? 1 : 6;
  const ended = finished(stream);
  // What is that large has to say so in front of its bytes too. Packed, it may grow by some bytes.
  const forceZip64Format = size !== undefined && size > LARGEST_PLAIN;
  const how = { ...stamp(), compressionLevel, forceZip64Format };
  build.zip.addReadStreamLazy(path, how, (ready) => ready(null, stream));
  await ended;
  throwFailure(build);
}

/** The manifest is stored too, so that it can be read without unpacking. */
function isWorthPacking(path: string): boolean {
  return path !== MANIFEST_NAME && !ALREADY_PACKED.test(path);
}

function throwFailure(build: Build): void {
  if (build.failure !== null) throw build.failure.error;
}

/** DOS time has no zone: the local parts are written as they are, so they are what has to be the same. */
function stamp(): Pick<Options, "mtime" | "mode" | "forceDosTimestamp"> {
  return { mtime: new Date(1980, 0, 1, 12), mode: 0o100644, forceDosTimestamp: true };
}

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
