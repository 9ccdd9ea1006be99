import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pid } from "node:process";
import { ArchiveError } from "@archive/schema";
import { isRunning } from "./running.js";

/** The names an output has while it is made; all lie in the same folder, so that a rename is enough. */
export interface Staging {
  /** Where the output will be; links resolved. */
  readonly target: string;
  /** Where it is built. */
  readonly build: string;
  /** Where an earlier output is moved to while the new one takes its place. */
  readonly old: string;
  /** Where a part of unknown size is kept until it can be written. */
  readonly spool: string;
  /** What stands at the target now. */
  readonly existing: Stats | undefined;
  /** Removes what was built, and the folders made for it when they are empty. Safe to call twice. */
  discard(): void;
}

const LEFT_OVER = /^(\d+)-[0-9a-f]{8}(\.old|\.spool)?$/;

/** What this process builds: in a container a run that is no more had the same id as this one. */
const own = new Set<string>();

/**
 * Prepares the place for an output: makes the folder it lies in, puts back an earlier output that a killed run
 * had moved away, and sweeps what runs that are no more left behind.
 */
export function stage(path: string): Staging {
  const target = resolveTarget(path);
  const parent = dirname(target);
  const name = basename(target);
  if (name === "") {
    throw new ArchiveError("output/unwritable", { message: `${target} can't be an output.`, file: target });
  }
  const made = mkdirSync(parent, { recursive: true });
  const prefix = `.${shortName(name)}.ap-archive-`;
  recover(parent, prefix, target);

  const build = join(parent, `${prefix}${pid}-${randomBytes(4).toString("hex")}`);
  own.add(build);
  return {
    target,
    build,
    old: `${build}.old`,
    spool: `${build}.spool`,
    existing: lstatSync(target, { throwIfNoEntry: false }),
    discard() {
      own.delete(build);
      rmSync(build, { recursive: true, force: true });
      rmSync(`${build}.spool`, { force: true });
      if (made !== undefined) removeEmpty(parent, made);
    },
  };
}

/** Puts what was built in its place. `keep` says where what stands there goes, if it is to be kept. */
export function takePlace(staging: Staging, keep: string | null): void {
  const { target, build, old, existing } = staging;
  // One rename replaces a file; a folder can't be renamed over one that is not empty.
  if (existing?.isFile() && keep === null) {
    renameSync(build, target);
    syncFolder(dirname(target));
    return;
  }
  const away = keep ?? old;
  if (existing !== undefined) renameSync(target, away);
  try {
    renameSync(build, target);
  } catch (error) {
    if (existing !== undefined) renameSync(away, target);
    throw error;
  }
  syncFolder(dirname(target));
  if (existing === undefined || keep !== null) return;
  try {
    rmSync(old, { recursive: true, force: true });
  } catch {
    // The output is whole and in its place; the next run sweeps this.
  }
}

/** The first free name beside an output: `<out>.bak`, `<out>.bak-2` … */
export function backupName(target: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${target}.bak` : `${target}.bak-${number}`;
    if (lstatSync(name, { throwIfNoEntry: false }) === undefined) return name;
  }
}

/** Thrown when something stands at the output's place that this command did not write. */
export function outputExists(target: string): ArchiveError {
  return new ArchiveError("output/exists", {
    message: `${target} exists and was not written by this command.`,
    file: target,
  });
}

function resolveTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** A name that leaves room for what is added to it: file systems take 255 bytes. */
function shortName(name: string): string {
  if (Buffer.byteLength(name) <= 180) return name;
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}

function recover(parent: string, prefix: string, target: string): void {
  for (const name of readdirSync(parent)) {
    const match = name.startsWith(prefix) ? LEFT_OVER.exec(name.slice(prefix.length)) : null;
    if (match === null) continue;
    const [, id, moved] = match;
    const path = join(parent, name);
    const isOurs = Number(id) === pid;
    if (isOurs ? own.has(path.slice(0, path.length - (moved?.length ?? 0))) : isRunning(Number(id))) continue;
    if (moved === ".old" && lstatSync(target, { throwIfNoEntry: false }) === undefined)
      renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
}

function removeEmpty(from: string, to: string): void {
  for (let folder = from; folder.length >= to.length; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** Not every system lets a folder be opened; then there is nothing to do. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, "r");
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    return;
  }
}
