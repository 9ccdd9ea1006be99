import { once } from "node:events";
import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Header, type Pack, pack } from "tar-stream";
import type { Bytes } from "../source.js";
import type { ContainerFile } from "./container-file.js";
import type { Packer } from "./container-sink.js";
import { type FirstFailure, writeAll } from "./write-all.js";

/** Packs a tar whose entries say nothing of the day and the machine. */
export class TarPacker implements Packer {
  readonly #file: ContainerFile;
  readonly #tar: Pack = pack();
  readonly #failure: FirstFailure;

  constructor(file: ContainerFile) {
    this.#file = file;
    this.#failure = writeAll(this.#tar, this.#tar, file);
  }

  async addBytes(path: string, bytes: Buffer): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#tar.entry(header(path, bytes.length), bytes, (error) => (error ? reject(error) : resolve()));
    });
    this.#failure.throwIfAny();
  }

  /** A tar says how long an entry is before the entry: what is large and of unknown size is kept on disk first. */
  async addStream(path: string, stream: Bytes): Promise<void> {
    const { spool } = this.#file;
    const fd = openSync(spool, "wx");
    let size = 0;
    try {
      for await (const chunk of stream) {
        size += chunk.length;
        for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
      }
    } finally {
      closeSync(fd);
    }
    await pipeline(createReadStream(spool), this.#tar.entry(header(path, size)));
    rmSync(spool);
    this.#failure.throwIfAny();
  }

  async end(): Promise<void> {
    const ended = once(this.#tar, "end");
    this.#tar.finalize();
    await ended;
    this.#failure.throwIfAny();
  }

  stop(): void {
    this.#tar.destroy();
  }
}

function header(name: string, size: number): Partial<Header> & Pick<Header, "name"> {
  return { name, size, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), type: "file" };
}
