import { once } from "node:events";
import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Header, type Pack, pack } from "tar-stream";
import { type OutputPaths, outputPaths } from "../sinks/safe-path.js";
import type { PutResult, Sink } from "../sinks/sink.js";
import type { Bytes } from "../source.js";
import { type ContainerFile, createContainerFile } from "./container-file.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { gather } from "./gather.js";
import { MANIFEST_NAME, manifestText } from "./output-manifest.js";
import { writing } from "./unwritable.js";

const BLOCK = 512;

interface Build {
  readonly file: ContainerFile;
  readonly tar: Pack;
  readonly paths: OutputPaths;
  /** The first error met while writing; the stream that writes can't throw it itself. */
  failure: { readonly error: unknown } | null;
}

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
  let build: Build | null = null;

  function begun(): Build {
    if (build === null) throw new TypeError("The sink has not begun.");
    return build;
  }

  return {
    begin: (manifest) =>
      writing(path, async () => {
        if (build !== null) throw new TypeError("The sink has already begun.");
        build = start(createContainerFile(path, manifest, findManifest, options));
        build.paths.add(MANIFEST_NAME);
        await addBytes(build, MANIFEST_NAME, Buffer.from(manifestText(manifest)));
      }),
    put: (file) =>
      writing(path, async (): Promise<PutResult> => {
        const current = begun();
        const name = current.paths.add(file.path);
        const content = await gather(file.content);
        if (content.kind === "stream") {
          await addStream(current, name, content.stream);
        } else {
          const { buffer, byteOffset, byteLength } = content.bytes;
          await addBytes(current, name, Buffer.from(buffer, byteOffset, byteLength));
        }
        return "written";
      }),
    commit: () =>
      writing(path, async () => {
        const current = begun();
        const ended = once(current.tar, "end");
        current.tar.finalize();
        await ended;
        throwFailure(current);
        current.file.commit();
        build = null;
      }),
    async abort() {
      build?.tar.destroy();
      build?.file.abort();
      build = null;
    },
  };
}

function start(file: ContainerFile): Build {
  const build: Build = { file, tar: pack(), paths: outputPaths(), failure: null };
  build.tar.on("error", (error: unknown) => {
    build.failure ??= { error };
  });
  build.tar.on("data", (chunk) => {
    if (build.failure !== null || !(chunk instanceof Uint8Array)) return;
    try {
      file.write(chunk);
    } catch (error) {
      build.failure = { error };
    }
  });
  return build;
}

async function addBytes(build: Build, path: string, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    build.tar.entry(header(path, bytes.length), bytes, (error) => (error ? reject(error) : resolve()));
  });
  throwFailure(build);
}

/** A tar says how long an entry is before the entry: what is large and of unknown size is kept on disk first. */
async function addStream(build: Build, path: string, stream: Bytes): Promise<void> {
  const { spool } = build.file;
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
  await pipeline(createReadStream(spool), build.tar.entry(header(path, size)));
  rmSync(spool);
  throwFailure(build);
}

function throwFailure(build: Build): void {
  if (build.failure !== null) throw build.failure.error;
}

function header(name: string, size: number): Partial<Header> & Pick<Header, "name"> {
  return { name, size, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), type: "file" };
}

/** The first entry of a tar, if it is a manifest. */
function findManifest(head: Uint8Array): Uint8Array | null {
  const text = Buffer.from(head.subarray(0, BLOCK)).toString("latin1");
  if (text.length < BLOCK || text.slice(0, MANIFEST_NAME.length + 1) !== `${MANIFEST_NAME}\0`) return null;
  const size = Number.parseInt(text.slice(124, 136), 8);
  return Number.isNaN(size) ? null : head.subarray(BLOCK, BLOCK + size);
}
