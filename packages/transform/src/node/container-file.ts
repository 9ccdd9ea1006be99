import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import type { RunManifest } from "../sinks/sink.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { hashFile } from "./link-file.js";
import { isEarlierOutput, parseManifest } from "./output-manifest.js";
import { backupName, outputExists, type Staging, stage, takePlace } from "./staging.js";

/** Small pieces are gathered into writes of this size. */
const BUFFER = 1 << 18;
/** The manifest in a container holds no hashes: it is a few hundred bytes. */
const END = 4096;

/** A zip or tar being written beside its place. */
export interface ContainerFile {
  /** A path beside it for a part of unknown size; it goes when the run ends. */
  readonly spool: string;
  write(bytes: Uint8Array): void;
  /** Writes what is left and puts the file in its place; one with the same bytes is left as it is. */
  commit(): void;
  abort(): void;
}

/** Finds the manifest that a container begins or ends with, in the file's first and last 4096 bytes. */
export type FindManifest = (head: Uint8Array, tail: Uint8Array) => Uint8Array | null;

/**
 * Opens a container for writing.
 *
 * @throws ArchiveError `output/exists` when something is there that no earlier run of this command wrote.
 */
export function createContainerFile(
  path: string,
  manifest: RunManifest,
  find: FindManifest,
  options: DiskSinkOptions,
): ContainerFile {
  const staging = stage(path);
  const { existing, target } = staging;
  let fd: number | null = null;
  let keep: string | null = null;
  try {
    const isOurs = existing?.isFile() === true && isEarlierOutput(manifestOf(target, find), manifest);
    if (existing !== undefined && !isOurs) {
      if (options.force !== true) throw outputExists(target);
      keep = backupName(target);
    }
    fd = openSync(staging.build, "wx");
  } catch (error) {
    staging.discard();
    throw error;
  }

  const buffer = new Uint8Array(BUFFER);
  let filled = 0;

  function flush(bytes: Uint8Array): void {
    for (let at = 0; fd !== null && at < bytes.length; ) at += writeSync(fd, bytes, at);
  }

  return {
    spool: staging.spool,
    write(bytes) {
      if (filled + bytes.length > BUFFER) {
        flush(buffer.subarray(0, filled));
        filled = 0;
      }
      if (bytes.length > BUFFER) {
        flush(bytes);
      } else {
        buffer.set(bytes, filled);
        filled += bytes.length;
      }
    },
    commit() {
      flush(buffer.subarray(0, filled));
      filled = 0;
      if (fd !== null) {
        fsyncSync(fd);
        closeSync(fd);
        fd = null;
      }
      if (keep === null && isSame(staging)) unlinkSync(staging.build);
      else takePlace(staging, keep);
    },
    abort() {
      if (fd !== null) closeSync(fd);
      fd = null;
      staging.discard();
    },
  };
}

function manifestOf(path: string, find: FindManifest): RunManifest | null {
  const fd = openSync(path, "r");
  try {
    const { size } = fstatSync(fd);
    const bytes = find(range(fd, 0), range(fd, Math.max(0, size - END)));
    return bytes === null ? null : parseManifest(Buffer.from(bytes).toString("utf8"));
  } finally {
    closeSync(fd);
  }
}

function range(fd: number, from: number): Uint8Array {
  const bytes = Buffer.alloc(END);
  return bytes.subarray(0, readSync(fd, bytes, 0, END, from));
}

function isSame({ build, target }: Staging): boolean {
  const { size } = statSync(build);
  const there = lstatSync(target, { throwIfNoEntry: false });
  return there?.isFile() === true && there.size === size && hashFile(build, size) === hashFile(target, size);
}
