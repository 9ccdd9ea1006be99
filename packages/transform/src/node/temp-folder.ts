import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "ap-archive-";

/** A private temporary folder that is gone when it is disposed of. */
export interface TempFolder extends Disposable {
  readonly path: string;
}

/**
 * Makes a temporary folder that only its owner may enter, and sweeps those of runs that were killed: the name
 * carries the process id, so a folder whose process is gone is nobody's.
 */
export function tempFolder(): TempFolder {
  const root = tmpdir();
  mkdirSync(root, { recursive: true });
  sweep(root);
  // mkdtemp makes the folder with mode 0700.
  const path = mkdtempSync(join(root, `${PREFIX}${process.pid}-`));
  return {
    path,
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function sweep(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(root, name), { recursive: true, force: true });
    } catch {
      // Another person's folder in a shared temporary directory: theirs to sweep.
    }
  }
}

/** Whether a process with this id runs. One that belongs to somebody else counts as running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
