import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import type { RunManifest } from "../sinks/sink.js";
import { type ListedFile, MANIFEST_END, manifestHead, manifestLine } from "./manifest-lines.js";

/** Lines are gathered into writes of about this many characters. */
const BUFFER = 1 << 16;

/** Writes the manifest of a folder file by file, in the order of the output, so that none is held in memory. */
export interface ManifestWriter {
  add(file: ListedFile): void;
  /** Writes what is left, to the disk itself. Its time then tells which files were touched after it. */
  end(): void;
  /** Lets go of the file; safe to call at any time. */
  close(): void;
}

/** Begins a manifest at a path where nothing is. */
export function manifestWriter(path: string, manifest: RunManifest): ManifestWriter {
  let fd: number | null = openSync(path, "wx");
  let text = manifestHead(manifest);
  let isFirst = true;

  function flush(): void {
    const bytes = Buffer.from(text);
    text = "";
    for (let at = 0; fd !== null && at < bytes.length; ) at += writeSync(fd, bytes, at);
  }
  function close(): void {
    if (fd !== null) closeSync(fd);
    fd = null;
  }

  return {
    add(file) {
      text += manifestLine(file, isFirst);
      isFirst = false;
      if (text.length >= BUFFER) flush();
    },
    end() {
      text += MANIFEST_END;
      flush();
      if (fd !== null) fsyncSync(fd);
      close();
    },
    close,
  };
}
