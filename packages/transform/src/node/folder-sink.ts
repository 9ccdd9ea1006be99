import { hash as hashOf } from "node:crypto";
import { rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { diagnostic } from "@archive/schema";
import type { PutResult, Sink } from "../sinks/sink.js";
import type { OutputFile } from "../targets/target.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import type { Verdict } from "./earlier-output.js";
import { beginFolder, type FolderBuild, noteWritten } from "./folder-build.js";
import { commitFolder } from "./folder-commit.js";
import { gather } from "./gather.js";
import type { ListedFile } from "./manifest-lines.js";
import { sinkOfSteps } from "./sink-steps.js";
import { writeStream } from "./write-stream.js";

/**
 * Writes an output as a folder.
 *
 * What is new is built beside its place and put there by renames, so that what stands there is whole: the earlier
 * output or the new one. A run that is killed in between is put right by the next one. Files that did not change
 * are not touched. Files that a person changed are kept (a diagnostic says so), files that a person added stay,
 * files that are no longer part of the output go. `.ap-archive.json` in it says what made it and lists the files;
 * of each only some 30 bytes are held in memory.
 *
 * A file with a `fingerprint` that is the one of the earlier run is not even made: its content is not pulled.
 *
 * The files are written by synchronous calls, many of them in a thread of their own: measured, that is faster
 * than any number of parallel promises.
 *
 * @throws ArchiveError `output/exists`, `output/busy`, `output/unwritable`, `output/unsafe-path`.
 * @example
 * ```ts
 * import { folderSink } from "@archive/transform/node";
 * const sink = folderSink("site", { onDiagnostic: (found) => process.stderr.write(`${found.message}\n`) });
 * ```
 */
export function folderSink(path: string, options: DiskSinkOptions = {}): Sink {
  return sinkOfSteps<FolderBuild>(path, {
    open: (manifest) => beginFolder(path, manifest, options),
    placeOf: (file) => join(path, file.path),
    put: (build, file) => place(build, file, options),
    earlier: (build, file) => build.earlier?.textOf(file) ?? null,
    async commit(build) {
      await build.files.end();
      commitFolder(build, options);
    },
    async discard({ staging, aside, manifest, earlier, files }) {
      await files.stop();
      manifest.close();
      earlier?.manifest.close();
      staging.discard();
      if (aside !== null) rmSync(aside, { recursive: true, force: true });
    },
  });
}

async function place(build: FolderBuild, file: OutputFile, options: DiskSinkOptions): Promise<PutResult> {
  const path = build.paths.add(file.path);
  const known = build.earlier?.manifest.find(path) ?? null;
  const fingerprint = file.fingerprint === undefined ? null : shortHash(file.fingerprint);
  if (known !== null && fingerprint !== null && known.fingerprint === fingerprint) {
    const verdict = build.earlier?.compareListed(known) ?? "new";
    if (verdict === "unchanged" || (verdict === "edited" && options.force !== true)) {
      list(build, known, verdict);
      return kept(path, verdict, options);
    }
  }
  const content = await gather(file.content, await build.files.space());
  if (content.kind === "bytes") {
    const { bytes } = content;
    if (build.earlier === null) {
      // There is nothing to compare it with, so its hash may come later.
      await build.files.write(path, bytes, build.manifest.keepPlace(path, fingerprint));
      return "written";
    }
    const listed = { path, hash: hashOf("sha256", bytes, "hex"), fingerprint };
    const verdict = judge(build, listed, known, bytes.length, options);
    list(build, listed, verdict);
    if (verdict !== "new") return kept(path, verdict, options);
    await build.files.write(path, bytes, null);
  } else {
    // What is large is written before it can be compared.
    const to = build.files.placeOf(path);
    const { hash, size } = await writeStream(to, content.stream);
    const listed = { path, hash, fingerprint };
    const verdict = judge(build, listed, known, size, options);
    list(build, listed, verdict);
    if (verdict !== "new") {
      unlinkSync(to);
      return kept(path, verdict, options);
    }
  }
  noteWritten(build, path);
  return "written";
}

/** What becomes of a file; with `force`, what a person made is no reason to keep anything. */
function judge(
  build: FolderBuild,
  { path, hash }: ListedFile,
  known: ListedFile | null,
  size: number,
  options: DiskSinkOptions,
): Verdict {
  const verdict = build.earlier?.compare(path, known, hash, size) ?? "new";
  return verdict === "edited" && options.force === true ? "new" : verdict;
}

/** One that a person changed is listed without its fingerprint: the next run is to look at it again. */
function list(build: FolderBuild, listed: ListedFile, verdict: Verdict): void {
  build.manifest.add(verdict === "edited" ? { ...listed, fingerprint: null } : listed);
}

function kept(path: string, verdict: "unchanged" | "edited", options: DiskSinkOptions): PutResult {
  if (verdict === "unchanged") return "unchanged";
  options.onDiagnostic?.(diagnostic("output/kept-edited", { file: path }));
  return "kept-edited";
}

function shortHash(fingerprint: string): string {
  return hashOf("sha256", fingerprint, "hex").slice(0, 16);
}
