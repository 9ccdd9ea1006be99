import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats, utimesSync } from "node:fs";
import { join } from "node:path";
import { umask } from "node:process";
import type { EntryFile, EntrySink } from "../operations/entry-source.js";
import { toStream } from "../sinks/content.js";
import { type OutputPaths, outputPaths } from "../sinks/safe-path.js";
import type { PutResult } from "../sinks/sink.js";
import type { DiskSinkOptions } from "./disk-sink.js";
import { hashFile } from "./link-file.js";
import { sinkOfSteps } from "./sink-steps.js";
import { backupName, outputExists, type Staging, stage, takePlace } from "./staging.js";
import { writeStream } from "./write-stream.js";

/** What tells whether a file was touched since it was looked at. */
interface Seen {
  readonly size: number;
  readonly inode: number;
  readonly modified: number;
}

interface Build {
  readonly staging: Staging;
  readonly paths: OutputPaths;
  readonly folders: Set<string>;
  /** The files that stood at the place when this began, each as it was. */
  readonly earlier: ReadonlyMap<string, Seen>;
  /** Those of them that were written again, with the same bytes. */
  readonly again: Set<string>;
  /** Whether what stands there holds anything that is not written again. */
  foreign: boolean;
  /** Whether anything is written that does not stand there. */
  changed: boolean;
}

/**
 * Writes a folder that holds exactly what was put into it: no manifest, the files' own times.
 *
 * Without a manifest an earlier output is known by what it holds: only files that this run writes too, each with
 * the same bytes. Such a folder is left as it is, or completed; anything else is not replaced unless `force` is
 * given. So nothing is ever lost that is not written again.
 *
 * The folder is built beside its place, closed to other accounts until it is whole. Each folder and file in it is
 * made new, and made by this run: no link is followed.
 *
 * @throws ArchiveError `output/exists`, `output/unwritable`, `output/unsafe-path`.
 * @example
 * ```ts
 * import { exactFolderSink } from "@archive/transform/node";
 * const sink = exactFolderSink("unpacked");
 * ```
 */
export function exactFolderSink(path: string, options: DiskSinkOptions = {}): EntrySink {
  const force = options.force === true;
  return sinkOfSteps<Build>(path, {
    open: () => prepare(path, force),
    placeOf: (file) => join(path, file.path),
    put: (build, file) => place(build, file, force),
    commit: (build) => finish(build, force),
    discard: ({ staging }) => staging.discard(),
  });
}

function prepare(path: string, force: boolean): Build {
  const staging = stage(path);
  const { target, existing } = staging;
  try {
    const earlier = new Map<string, Seen>();
    const foreign = existing !== undefined && !(existing.isDirectory() && gather(target, "", earlier));
    if (foreign && !force) throw outputExists(target);
    mkdirSync(staging.build, { mode: 0o700 });
    const empty = { paths: outputPaths(), folders: new Set([""]), again: new Set<string>() };
    return { staging, ...empty, earlier, foreign, changed: false };
  } catch (error) {
    staging.discard();
    throw error;
  }
}

/** Notes the files below a folder. False when it holds something that no extract makes: a link, an empty folder. */
function gather(folder: string, prefix: string, files: Map<string, Seen>): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.length === 0) return prefix === "";
  return entries.every((entry) => {
    const path = `${prefix}${entry.name}`;
    const at = join(folder, entry.name);
    if (entry.isDirectory()) return gather(at, `${path}/`, files);
    if (entry.isFile()) {
      const { size, ino: inode, mtimeMs: modified } = lstatSync(at);
      files.set(path, { size, inode, modified });
    }
    return entry.isFile();
  });
}

async function place(build: Build, file: EntryFile, force: boolean): Promise<PutResult> {
  const { staging, earlier } = build;
  const path = build.paths.add(file.path);
  makeFolders(build, path);
  const to = join(staging.build, path);
  const { hash, size } = await writeStream(to, toStream(file.content));
  if (file.modified !== undefined) keepTime(to, file.modified);

  const known = earlier.get(path);
  if (known === undefined) {
    build.changed = true;
    return "written";
  }
  if (known.size === size && hashFile(join(staging.target, path), size) === hash) {
    build.again.add(path);
    return "unchanged";
  }
  build.foreign = true;
  if (!force) throw outputExists(staging.target);
  return "written";
}

function finish({ staging, earlier, again, foreign, changed }: Build, force: boolean): void {
  const { target, existing } = staging;
  const replaces = foreign || again.size < earlier.size || !isAsItWas(staging, earlier);
  if (replaces && !force) throw outputExists(target);
  if (!replaces && !changed && existing !== undefined) {
    staging.discard();
    return;
  }
  chmodSync(staging.build, modeOf(existing));
  takePlace(staging, replaces ? backupName(target) : null);
}

/** Whether nobody worked in the earlier output while this was built: what is there then goes away. */
function isAsItWas({ target, existing }: Staging, earlier: ReadonlyMap<string, Seen>): boolean {
  if (existing === undefined) return true;
  const now = new Map<string, Seen>();
  if (!gather(target, "", now) || now.size !== earlier.size) return false;
  return [...now].every(([path, { size, inode, modified }]) => {
    const then = earlier.get(path);
    return then?.size === size && then.inode === inode && then.modified === modified;
  });
}

function modeOf(existing: Stats | undefined): number {
  return existing?.isDirectory() === true ? existing.mode & 0o7777 : 0o777 & ~umask();
}

/** Not `recursive`: that would take a folder, or a link to one, that somebody else put there. */
function makeFolders({ staging, folders }: Build, path: string): void {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    const folder = path.slice(0, end);
    if (folders.has(folder)) continue;
    mkdirSync(join(staging.build, folder));
    folders.add(folder);
  }
}

function keepTime(path: string, modified: string): void {
  const time = new Date(modified);
  if (!Number.isNaN(time.getTime())) utimesSync(path, time, time);
}
