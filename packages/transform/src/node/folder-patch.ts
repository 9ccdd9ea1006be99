import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lookAt } from "./look-at.js";
import { MANIFEST_NAME } from "./output-manifest.js";
import { removeEmptyFolders, rollBack } from "./roll-back.js";
import { moveAway, type Staging, syncFolder } from "./staging.js";

/** What turns an earlier output into the new one. */
export interface FolderPatch {
  /** Files that lie in the build. */
  readonly written: readonly string[];
  /** Files of the earlier output that the new one does not have. */
  readonly removed: readonly string[];
}

/** Whether a folder on the way to a path is none: a file stands there, or a link that leads out of the output. */
export function leadsElsewhere(folder: string, path: string, checked: Set<string>): boolean {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    const part = path.slice(0, end);
    if (checked.has(part)) continue;
    const stat = lookAt(join(folder, part));
    if (stat !== undefined && !stat.isDirectory()) return true;
    checked.add(part);
  }
  return false;
}

/**
 * Changes an earlier output into the new one without touching the files that stay: it moves the folder away,
 * exchanges what changed, and moves it back. What is replaced waits beside until that is done, so that whatever
 * comes in between, an error or the end of the process, the earlier output can be put together again.
 *
 * Meant for few files: the output is away from its place while they are exchanged.
 */
export function patchFolder(staging: Staging, { written, removed }: FolderPatch): void {
  const { build, work, undo, journal, target } = staging;
  const files = [...written, MANIFEST_NAME];
  const added = files.filter((path) => lookAt(join(target, path)) === undefined);
  writeJournal(journal, added);
  mkdirSync(undo);
  syncFolder(dirname(target));
  moveAway(staging, work);
  try {
    for (const path of removed) setAside(path, work, undo);
    for (const path of files) {
      setAside(path, work, undo);
      const to = join(work, path);
      mkdirSync(dirname(to), { recursive: true });
      renameSync(join(build, path), to);
    }
    for (const path of removed) removeEmptyFolders(work, path);
    renameSync(work, target);
  } catch (error) {
    rollBack(staging);
    renameSync(work, target);
    throw error;
  }
  syncFolder(dirname(target));
}

function setAside(path: string, work: string, undo: string): void {
  const from = join(work, path);
  if (lookAt(from) === undefined) return;
  mkdirSync(dirname(join(undo, path)), { recursive: true });
  renameSync(from, join(undo, path));
}

function writeJournal(path: string, added: readonly string[]): void {
  writeFileSync(path, JSON.stringify(added), { flag: "wx", flush: true });
}
