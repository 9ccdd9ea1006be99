import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { toStream } from "../sinks/content.js";
import { safePath } from "../sinks/safe-path.js";
import type { PutResult, RunManifest, Sink } from "../sinks/sink.js";
import type { OutputFile } from "../targets/target.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { hashFile } from "./link-file.js";
import { isEarlierOutput, MANIFEST_NAME, manifestText, parseManifest } from "./output-manifest.js";
import { sinkOfSteps } from "./sink-steps.js";
import { backupName, outputExists, type Staging, stage, takePlace } from "./staging.js";

interface Build {
  readonly staging: Staging;
  readonly manifest: RunManifest;
  /** SHA-256 of what stands there, when an earlier run of this command wrote it. */
  readonly earlier: string | null;
  /** Where what stands there goes, when it is to be kept. */
  readonly keep: string | null;
  /** SHA-256 of what was put. */
  hash: string | null;
}

/**
 * Writes an output that is one file, such as `posts.ndjson`: beside its place, then there by one rename, so that
 * it is always whole. The file's name is that of the sink; what the target calls it plays no part.
 *
 * A file has no room for what made it: that stands beside it, in `.<name>.ap-archive.json`, with the file's
 * SHA-256. A file without it, or changed since, is not replaced unless `force` is given.
 *
 * @throws ArchiveError `output/exists`, `output/busy`, `output/unwritable`, `output/unsafe-path`; `TypeError` when
 * it is given no file, or a second one.
 * @example
 * ```ts
 * import { fileSink } from "@archive/transform/node";
 * const sink = fileSink("posts.ndjson");
 * ```
 */
export function fileSink(path: string, options: DiskSinkOptions = {}): Sink {
  return sinkOfSteps<Build>(path, {
    open: (manifest) => prepare(path, manifest, options),
    put: place,
    commit: finish,
    discard: ({ staging }) => staging.discard(),
  });
}

function prepare(path: string, manifest: RunManifest, options: DiskSinkOptions): Build {
  const staging = stage(path);
  const { target, existing } = staging;
  try {
    const listed = readMark(markOf(target), manifest);
    const actual = existing?.isFile() ? hashFile(target, existing.size) : null;
    const earlier = actual !== null && listed.includes(actual) ? actual : null;
    const isFree = existing === undefined || earlier !== null;
    if (!isFree && options.force !== true) throw outputExists(target);
    return { staging, manifest, earlier, keep: isFree ? null : backupName(target), hash: null };
  } catch (error) {
    staging.discard();
    throw error;
  }
}

async function place(build: Build, file: OutputFile): Promise<PutResult> {
  if (build.hash !== null) throw new TypeError("A file was put already; this output is one file.");
  safePath(file.path);
  build.hash = "";
  const sha256 = createHash("sha256");
  const fd = openSync(build.staging.build, "wx");
  try {
    for await (const chunk of toStream(file.content)) {
      sha256.update(chunk);
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
    }
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  build.hash = sha256.digest("hex");
  return build.hash === build.earlier ? "unchanged" : "written";
}

function finish({ staging, manifest, earlier, keep, hash }: Build): void {
  if (hash === null) throw new TypeError("No file was put.");
  if (hash !== earlier) {
    // Both are listed before the file takes its place: whichever a killed run leaves is known by the next one.
    writeMark(staging, manifest, [hash, ...(earlier === null ? [] : [earlier])]);
    takePlace(staging, keep);
  }
  writeMark(staging, manifest, [hash]);
  staging.discard();
}

/** Where it stands what made a file. */
function markOf(target: string): string {
  return join(dirname(target), `.${basename(target)}${MANIFEST_NAME}`);
}

/** The hashes that a file of this command may have; none when another command wrote it. */
function readMark(path: string, manifest: RunManifest): readonly string[] {
  try {
    const text = readFileSync(path, "utf8");
    if (!isEarlierOutput(parseManifest(text), manifest)) return [];
    return [...text.matchAll(/^ "(?:sha256|earlier)": "([0-9a-f]{64})"/gm)].map(([, hash = ""]) => hash);
  } catch {
    return [];
  }
}

function writeMark(staging: Staging, manifest: RunManifest, hashes: readonly string[]): void {
  const [sha256, earlier] = hashes;
  const head = manifestText(manifest).trimEnd().slice(0, -2);
  const lines = [` "sha256": "${sha256}"`, ...(earlier === undefined ? [] : [` "earlier": "${earlier}"`])];
  const text = `${head},\n${lines.join(",\n")}\n}\n`;
  const to = markOf(staging.target);
  if (isSameText(to, text)) return;
  writeFileSync(staging.spool, text, { flush: true });
  renameSync(staging.spool, to);
}

function isSameText(path: string, text: string): boolean {
  try {
    return statSync(path).size === Buffer.byteLength(text) && readFileSync(path, "utf8") === text;
  } catch {
    return false;
  }
}
