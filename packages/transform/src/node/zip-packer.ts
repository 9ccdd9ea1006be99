import { once } from "node:events";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { type Options, ZipFile } from "yazl";
import type { Bytes } from "../source.js";
import type { ContainerFile } from "./container-file.js";
import type { Packer } from "./container-sink.js";
import { MANIFEST_NAME } from "./output-manifest.js";
import { type FirstFailure, writeAll } from "./write-all.js";
import { ZipEntries } from "./zip-entries.js";

const ALREADY_PACKED =
  /\.(?:jpe?g|png|gif|webp|avif|heic|mp4|m4v|m4a|mov|webm|mp3|ogg|oga|ogv|opus|flac|aac|woff2?|zip|gz)$/i;

/** Bytes up to which an entry needs no Zip64, with room for what deflate adds to what it can't make smaller. */
const LARGEST_PLAIN = 0xff00_0000;

/** Packs a zip whose entries say nothing of the day and the time zone. */
export class ZipPacker implements Packer {
  readonly #zip = new ZipFile();
  readonly #entries = new ZipEntries(this.#zip);
  readonly #failure: FirstFailure;
  readonly #comment: string;

  constructor(file: ContainerFile, comment: string) {
    this.#comment = comment;
    this.#failure = writeAll(this.#zip, this.#zip.outputStream, file);
  }

  async addBytes(path: string, bytes: Buffer): Promise<void> {
    this.#zip.addBuffer(bytes, path, { ...stamp(), compress: isWorthPacking(path) });
    // yazl holds every entry until it is written: waiting here is what keeps memory bounded.
    while (!this.#failure.any && this.#entries.isBusy()) await once(this.#zip.outputStream, "data");
    this.#failure.throwIfAny();
    this.#entries.setAside();
  }

  async addStream(path: string, stream: Bytes, size: number | undefined): Promise<void> {
    const source = Readable.from(stream, { objectMode: false });
    // A deflated entry knows its own end, a stored one of unknown size does not: programs that read a zip from
    // front to back need the first.
    const compressionLevel = ALREADY_PACKED.test(path) ? 1 : 6;
    const ended = finished(source);
    // What is that large has to say so in front of its bytes too. Packed, it may grow by some bytes.
    const forceZip64Format = size !== undefined && size > LARGEST_PLAIN;
    const how = { ...stamp(), compressionLevel, forceZip64Format };
    this.#zip.addReadStreamLazy(path, how, (ready) => ready(null, source));
    await ended;
    this.#failure.throwIfAny();
  }

  async end(): Promise<void> {
    this.#entries.giveBack();
    const ended = once(this.#zip.outputStream, "end");
    this.#zip.end({ comment: this.#comment, forceZip64Format: false });
    await ended;
    this.#failure.throwIfAny();
  }
}

/** The manifest is stored too, so that it can be read without unpacking. */
function isWorthPacking(path: string): boolean {
  return path !== MANIFEST_NAME && !ALREADY_PACKED.test(path);
}

/** DOS time has no zone: the local parts are written as they are, so they are what has to be the same. */
function stamp(): Pick<Options, "mtime" | "mode" | "forceDosTimestamp"> {
  return { mtime: new Date(1980, 0, 1, 12), mode: 0o100644, forceDosTimestamp: true };
}
