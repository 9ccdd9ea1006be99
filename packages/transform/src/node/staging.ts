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
import { lookAt } from "./look-at.js";
import { MANIFEST_NAME } from "./output-manifest.js";
import { type ChangePlaces, rollBack } from "./roll-back.js";
import { isRunning } from "./running.js";

/** The names an output has while it is made; all lie in the same folder, so that a rename is enough. */
export interface Staging extends ChangePlaces {
  /** Where the output will be; links resolved. */
  readonly target: string;
  /** Where an earlier output is moved to while the new one takes its place. */
  readonly old: string;
  /** Where a part of unknown size is kept until it can be written. */
  readonly spool: string;
  /** What stood at the target when this run began. */
  readonly existing: Stats | undefined;
  /** The manifest in it. */
  readonly existingManifest: Stats | undefined;
  /** Removes what was built, and the folders made for it when they are empty. Safe to call twice. */
  discard(): void;
}

const LEFT_OVER = /^(\d+)-[0-9a-f]{8}(\.(?:old|work|undo|journal|spool))?$/;

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
    ...changeNames(build),
    spool: `${build}.spool`,
    ...standing(target),
    discard() {
      own.delete(build);
      rmSync(build, { recursive: true, force: true });
      for (const rest of [".spool", ".undo", ".journal"]) {
        rmSync(`${build}${rest}`, { recursive: true, force: true });
      }
      if (made !== undefined) removeEmpty(parent, made);
    },
  };
}

/** The names that a change of an earlier output needs, from the name of its build. */
function changeNames(build: string): Omit<ChangePlaces, "build"> {
  return { work: `${build}.work`, undo: `${build}.undo`, journal: `${build}.journal` };
}

/**
 * Puts what was built in its place. `keep` says where what stands there goes, if it is to be kept. What stands
 * there has to be what stood there when this run began, or it stays and this throws `output/busy`.
 */
export function takePlace(staging: Staging, keep: string | null): void {
  const { target, build, old, existing } = staging;
  if (!isAsItWas(staging, target)) throw outputBusy(target);
  // One rename replaces a file; a folder can't be renamed over one that is not empty.
  if (existing?.isFile() && keep === null) {
    renameSync(build, target);
    syncFolder(dirname(target));
    return;
  }
  const away = keep ?? old;
  if (existing !== undefined) moveAway(staging, away);
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

/**
 * Moves what stands at the target to another name. From then on no other run can touch it, so this is where it
 * is told for certain whether another one has been there.
 */
export function moveAway(staging: Staging, to: string): void {
  const { target } = staging;
  renameSync(target, to);
  if (isAsItWas(staging, to)) return;
  renameSync(to, target);
  throw outputBusy(target);
}

/** An output of another run is another folder, or has another manifest. */
function isAsItWas({ existing, existingManifest }: Staging, place: string): boolean {
  const now = standing(place);
  return isSame(existing, now.existing) && isSame(existingManifest, now.existingManifest);
}

function isSame(before: Stats | undefined, now: Stats | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  if (before.ino !== now.ino || before.dev !== now.dev) return false;
  return before.isDirectory() || (before.size === now.size && before.mtimeMs === now.mtimeMs);
}

function standing(target: string): Pick<Staging, "existing" | "existingManifest"> {
  const existing = lstatSync(target, { throwIfNoEntry: false });
  const manifest = existing?.isDirectory() ? lookAt(join(target, MANIFEST_NAME)) : undefined;
  return { existing, existingManifest: manifest };
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

/** Thrown when another run has put its output there since this one began. */
export function outputBusy(target: string): ArchiveError {
  return new ArchiveError("output/busy", {
    message: `${target} was changed by another run while this one worked; what that one wrote stays.`,
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
  const rest: string[] = [];
  for (const name of readdirSync(parent)) {
    const match = name.startsWith(prefix) ? LEFT_OVER.exec(name.slice(prefix.length)) : null;
    if (match === null) continue;
    const [, id, moved] = match;
    const path = join(parent, name);
    const isOurs = Number(id) === pid;
    if (isOurs ? own.has(path.slice(0, path.length - (moved?.length ?? 0))) : isRunning(Number(id))) continue;
    if (moved === ".work") {
      const build = path.slice(0, -moved.length);
      rollBack({ build, ...changeNames(build) });
    }
    const isEarlier = moved === ".old" || moved === ".work";
    if (isEarlier && lstatSync(target, { throwIfNoEntry: false }) === undefined) renameSync(path, target);
    // Somebody put something in its place: what is a person's own may be in it.
    else if (moved === ".work") renameSync(path, backupName(target));
    else rest.push(path);
  }
  for (const path of rest) rmSync(path, { recursive: true, force: true });
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
export function syncFolder(folder: string): void {
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
