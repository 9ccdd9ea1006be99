import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isSafePath } from "../sinks/safe-path.js";

/** Where the parts of a change lie; all beside the output. */
export interface ChangePlaces {
  /** What is new, until it is moved into the output. */
  readonly build: string;
  /** The earlier output while it is being changed. */
  readonly work: string;
  /** Files of it that are being replaced or removed. */
  readonly undo: string;
  /** Names of the files that are being added. */
  readonly journal: string;
}

/** Puts an earlier output together again. It needs no room on the disk, and can be done over and over. */
export function rollBack({ build, work, undo, journal }: ChangePlaces): void {
  for (const path of readJournal(journal)) {
    // What is still in the build has not been added, but for the folders that it was to lie in.
    if (!existsSync(join(build, path))) rmSync(join(work, path), { force: true });
    removeEmptyFolders(work, path);
  }
  restore(undo, work);
}

/** Moves every file below a folder to the same place in another. */
function restore(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, place] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(place, { recursive: true });
      restore(source, place);
    } else renameSync(source, place);
  }
}

/** The journal lies where anybody can write: only paths inside the output are taken from it. */
function readJournal(path: string): readonly string[] {
  try {
    const added: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!Array.isArray(added)) return [];
    return added.filter((each): each is string => typeof each === "string" && isSafePath(each));
  } catch {
    // It is written before anything is moved: without it nothing was.
    return [];
  }
}

/** Removes the folders above a file that have become empty, up to the output itself. */
export function removeEmptyFolders(output: string, path: string): void {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    try {
      rmdirSync(join(output, path.slice(0, end)));
    } catch {
      return;
    }
  }
}
