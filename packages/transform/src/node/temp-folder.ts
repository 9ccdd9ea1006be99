import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pid, uptime } from "node:process";
import { isRunning } from "./running.js";

const PREFIX = "ap-archive-";
const LEFT_OVER = new RegExp(`^${PREFIX}(\\d+)-`);

/** What this module made. Each thread has a module of its own. */
const own = new Set<string>();

/** File systems round times, some to two seconds. */
const ROUNDED_MS = 2000;

/** A private temporary folder that is gone when it is disposed of. */
export interface TempFolder extends Disposable {
  readonly path: string;
}

/**
 * Makes a temporary folder that only its owner may enter, and sweeps those of runs that were killed: the name
 * carries the process id, so a folder whose process is gone is nobody's.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 * import { join } from "node:path";
 * import { tempFolder } from "@archive/transform/node";
 * using folder = tempFolder();
 * await writeFile(join(folder.path, "draft.txt"), "Only its owner can read this.");
 * ```
 */
export function tempFolder(): TempFolder {
  const root = tmpdir();
  mkdirSync(root, { recursive: true });
  sweep(root);
  // mkdtemp makes the folder with mode 0700.
  const path = mkdtempSync(join(root, `${PREFIX}${pid}-`));
  own.add(path);
  return {
    path,
    [Symbol.dispose]() {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
      own.delete(path);
    },
  };
}

function sweep(root: string): void {
  for (const name of readdirSync(root)) {
    const id = LEFT_OVER.exec(name)?.[1];
    if (id === undefined) continue;
    const path = join(root, name);
    try {
      if (Number(id) === pid ? isOfThisProcess(path) : isRunning(Number(id))) continue;
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Another person's folder in a shared temporary directory: theirs to sweep.
    }
  }
}

/**
 * Whether a folder with this process's id is of this process: in a container a run that is no more often had the same
 * id. Those of other threads are known by their age; one's own by their names, for a machine that slept takes them for
 * older than the process.
 */
function isOfThisProcess(path: string): boolean {
  return own.has(path) || statSync(path).mtimeMs > Date.now() - uptime() * 1000 - ROUNDED_MS;
}
