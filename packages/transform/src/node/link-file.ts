import { createHash, hash } from "node:crypto";
import {
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
  symlinkSync,
  utimesSync,
} from "node:fs";

const CHUNK = 1 << 20;

/** Makes the same file appear in a second place: a hard link where the disk has them, else a copy. */
export function linkFile(from: string, to: string, stat: Stats): void {
  if (stat.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error) || error.code === "EEXIST") throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    utimesSync(to, stat.atime, stat.mtime);
  }
}

/** SHA-256 of a file in hex, in bounded memory. */
export function hashFile(path: string, size: number): string {
  if (size <= CHUNK) return hash("sha256", readFileSync(path), "hex");
  const sha256 = createHash("sha256");
  const buffer = Buffer.allocUnsafe(CHUNK);
  const fd = openSync(path, "r");
  try {
    for (;;) {
      const read = readSync(fd, buffer, 0, CHUNK, null);
      if (read === 0) return sha256.digest("hex");
      sha256.update(buffer.subarray(0, read));
    }
  } finally {
    closeSync(fd);
  }
}
