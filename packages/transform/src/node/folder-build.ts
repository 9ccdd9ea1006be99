import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type OutputPaths, outputPaths } from "../sinks/safe-path.js";
import type { RunManifest } from "../sinks/sink.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { EarlierManifest } from "./earlier-manifest.js";
import { EarlierOutput } from "./earlier-output.js";
import { FolderFiles } from "./folder-files.js";
import { type ManifestWriter, manifestWriter } from "./manifest-writer.js";
import { isEarlierOutput, MANIFEST_NAME } from "./output-manifest.js";
import { backupName, outputExists, type Staging, stage } from "./staging.js";

/**
 * So many files are remembered by name; an output of which more change is built anew. While so many are exchanged
 * the output is away from its place for some tenths of a second; linking a large output anew takes many seconds.
 */
export const FEW = 4000;

/** A folder on its way to its place. */
export interface FolderBuild {
  readonly staging: Staging;
  /** The output of an earlier run, if that is what stands there. */
  readonly earlier: EarlierOutput | null;
  /** Where what stands there goes, when it is to be kept whole. */
  readonly keep: string | null;
  readonly manifest: ManifestWriter;
  readonly paths: OutputPaths;
  readonly files: FolderFiles;
  /** Files that lie in the build; `null` when they are not few. */
  written: string[] | null;
  /** Where files go that can't stay in the output; made when the first one does. */
  aside: string | null;
}

/** Prepares the place for a folder. */
export function beginFolder(path: string, run: RunManifest, options: DiskSinkOptions): FolderBuild {
  const staging = stage(path);
  const { target, existing } = staging;
  let known: EarlierManifest | null = null;
  try {
    known = existing?.isDirectory() ? EarlierManifest.open(join(target, MANIFEST_NAME)) : null;
    const isOurs = isEarlierOutput(known?.run ?? null, run);
    const isFree =
      existing === undefined || isOurs || (existing.isDirectory() && readdirSync(target).length === 0);
    if (!isFree && options.force !== true) throw outputExists(target);
    if (!isOurs) known?.close();

    mkdirSync(staging.build);
    const paths = outputPaths();
    paths.add(MANIFEST_NAME);
    return {
      staging,
      earlier: isOurs && known !== null ? new EarlierOutput(target, known) : null,
      keep: isFree ? null : backupName(target),
      manifest: manifestWriter(join(staging.build, MANIFEST_NAME), run),
      paths,
      files: new FolderFiles(staging.build, options.oneThread === true),
      written: [],
      aside: null,
    };
  } catch (error) {
    known?.close();
    staging.discard();
    throw error;
  }
}

/** Notes that a file lies in the build. */
export function noteWritten(build: FolderBuild, path: string): void {
  if (build.written === null) return;
  if (build.written.length >= FEW) build.written = null;
  else build.written.push(path);
}
