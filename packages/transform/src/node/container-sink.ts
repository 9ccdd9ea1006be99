import type { EntrySink } from "../operations/entry-source.js";
import { type OutputPaths, outputPaths } from "../sinks/safe-path.js";
import type { RunManifest } from "../sinks/sink.js";
import type { Bytes } from "../source.js";
import { type ContainerFile, createContainerFile, type FindManifest } from "./container-file.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { gather } from "./gather.js";
import { MANIFEST_NAME, manifestText } from "./output-manifest.js";
import { sinkOfSteps } from "./sink-steps.js";

/** Packs entries into a container, one after the other. Each call ends when the bytes have left, or throws. */
export interface Packer {
  addBytes(path: string, bytes: Buffer): Promise<void>;
  /** @param size Bytes, where they are known beforehand. */
  addStream(path: string, stream: Bytes, size: number | undefined): Promise<void>;
  /** Writes what stands after the last entry. */
  end(): Promise<void>;
  /** Ends it, whatever it is at; for one that holds something open. */
  stop?(): void;
}

/** A kind of container, and where it says what made it. */
export interface ContainerFormat {
  /** Finds what made an earlier one. */
  readonly find: FindManifest;
  /** Whether that is its first entry. */
  readonly manifestFirst: boolean;
  pack(file: ContainerFile, manifest: RunManifest): Packer;
}

interface Build {
  readonly file: ContainerFile;
  readonly paths: OutputPaths;
  readonly packer: Packer;
}

/** A sink that writes one container. It is built beside its place. One with the same bytes is left as it is. */
export function containerSink(path: string, options: DiskSinkOptions, format: ContainerFormat): EntrySink {
  return sinkOfSteps<Build>(path, {
    open(manifest) {
      const file = createContainerFile(path, manifest, format.find, options);
      return { file, paths: outputPaths(), packer: format.pack(file, manifest) };
    },
    async head({ paths, packer }, manifest) {
      if (!format.manifestFirst) return;
      paths.add(MANIFEST_NAME);
      await packer.addBytes(MANIFEST_NAME, Buffer.from(manifestText(manifest)));
    },
    async put({ paths, packer }, file) {
      const name = paths.add(file.path);
      const content = await gather(file.content);
      if (content.kind === "stream") {
        await packer.addStream(name, content.stream, file.size);
      } else {
        const { buffer, byteOffset, byteLength } = content.bytes;
        await packer.addBytes(name, Buffer.from(buffer, byteOffset, byteLength));
      }
      return "written";
    },
    async commit({ packer, file }) {
      await packer.end();
      file.commit();
    },
    discard({ packer, file }) {
      packer.stop?.();
      file.abort();
    },
  });
}
