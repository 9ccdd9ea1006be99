import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import type { RunManifest } from "../sinks/sink.js";
import { type ListedFile, MANIFEST_END, manifestHead, manifestLine } from "./manifest-lines.js";

/** Lines are gathered into writes of about this many characters. */
const BUFFER = 1 << 16;

/** So many hashes are told before the files that have theirs are written: looked for with each, that would take long. */
const MANY = 1000;

/** Writes the manifest of a folder file by file, in the order of the output, so that few are held in memory. */
export interface ManifestWriter {
  add(file: ListedFile): void;
  /** Keeps the place of a file whose hash is told later; what follows it waits until then. */
  keepPlace(path: string, fingerprint: string | null): (hash: string) => void;
  /** Writes what is left, to the disk itself. Its time then tells which files were touched after it. */
  end(): void;
  /** Lets go of the file; safe to call at any time. */
  close(): void;
}

/** A file whose hash is empty until it is told. */
interface WaitingFile extends ListedFile {
  hash: string;
}

/** Begins a manifest at a path where nothing is. */
export function manifestWriter(path: string, manifest: RunManifest): ManifestWriter {
  let fd: number | null = openSync(path, "wx");
  let text = manifestHead(manifest);
  let isFirst = true;
  let waiting: WaitingFile[] = [];
  /** Hashes that came since files were last written. */
  let told = 0;

  function write(file: ListedFile): void {
    text += manifestLine(file, isFirst);
    isFirst = false;
    if (text.length >= BUFFER) flush();
  }
  /** Writes those of the files that wait whose turn it is. */
  function settle(): void {
    const open = waiting.findIndex(({ hash }) => hash === "");
    const ready = open === -1 ? waiting.length : open;
    for (const file of waiting.slice(0, ready)) write(file);
    waiting = waiting.slice(ready);
    told = 0;
  }
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
      if (waiting.length === 0) write(file);
      else waiting.push({ ...file });
    },
    keepPlace(path, fingerprint) {
      const file: WaitingFile = { path, hash: "", fingerprint };
      waiting.push(file);
      return (hash) => {
        file.hash = hash;
        told += 1;
        if (told >= MANY) settle();
      };
    },
    end() {
      settle();
      text += MANIFEST_END;
      flush();
      if (fd !== null) fsyncSync(fd);
      close();
    },
    close,
  };
}
