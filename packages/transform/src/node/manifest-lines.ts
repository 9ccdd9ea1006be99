import { isSafePath } from "../sinks/safe-path.js";
import type { RunManifest } from "../sinks/sink.js";
import { manifestText } from "./output-manifest.js";

/** A file as a manifest lists it. */
export interface ListedFile {
  readonly path: string;
  /** SHA-256 of what the target made, in hex. */
  readonly hash: string;
  /** What it was made from, where the target said it; see `OutputFile.fingerprint`. */
  readonly fingerprint: string | null;
}

const FILES = ' "files": {';
const LINE = /^\s*("(?:[^"\\]|\\.)*"): "([0-9a-f]{64})(?: ([0-9a-f]{16}))?",?\r?$/;

/** What stands in a manifest before its files: the JSON of a manifest without them, left open. */
export function manifestHead(manifest: RunManifest): string {
  return `${manifestText(manifest).trimEnd().slice(0, -2)},\n${FILES}`;
}

/** One file as a line, so that a manifest of any length is written and read line by line. */
export function manifestLine({ path, hash, fingerprint }: ListedFile, isFirst: boolean): string {
  const value = fingerprint === null ? hash : `${hash} ${fingerprint}`;
  return `${isFirst ? "" : ","}\n  ${JSON.stringify(path)}: "${value}"`;
}

/** What stands after the last file. */
export const MANIFEST_END = "\n }\n}\n";

/** Whether a line is the one after which the files come. */
export function opensFiles(line: string): boolean {
  return line.trim() === FILES.trim();
}

/** Reads a line; `null` for every other line. The path may be anything: a manifest lies where anybody can write. */
export function readManifestLine(line: string): ListedFile | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const [, quoted = "", hash = "", fingerprint = null] = match;
  const path = quoted.includes("\\") ? unescaped(quoted) : quoted.slice(1, -1);
  return path === null ? null : { path, hash, fingerprint };
}

/** Reads a line; `null` also for a path that no output of ours can hold. */
export function parseManifestLine(line: string): ListedFile | null {
  const file = readManifestLine(line);
  return file !== null && isSafePath(file.path) ? file : null;
}

function unescaped(quoted: string): string | null {
  try {
    const path: unknown = JSON.parse(quoted);
    return typeof path === "string" ? path : null;
  } catch {
    return null;
  }
}
