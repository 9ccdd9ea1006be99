import { open } from "node:fs/promises";
import { ArchiveError } from "@archive/schema";
import type { OwnedSource } from "../containers/byte-source.js";

/** A file that is open: Node's `FileHandle` is one. */
export interface FileLike {
  readonly fd: number;
  stat(): Promise<{ readonly size: number; isFile(): boolean }>;
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
}

/** The code of an error of the operating system, such as `ENOENT`. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** What an error of the operating system means for who named this path. */
export function pathError(path: string, cause: unknown): ArchiveError {
  const code = systemCode(cause);
  const missing =
    code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE";
  return new ArchiveError(missing ? "archive/not-found" : "archive/unreadable", { file: path, cause });
}

async function readFully(handle: FileLike, offset: number, length: number): Promise<Uint8Array> {
  // Not from Node's pool of small buffers: what is read may be kept.
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function sourceOver(
  handle: FileLike,
  size: number,
  path: string | null,
  close: () => Promise<void>,
): OwnedSource {
  return {
    size,
    read: async (offset, length) => {
      const wanted = Math.min(length, size - offset);
      if (wanted <= 0) return new Uint8Array();
      return readFully(handle, offset, wanted).catch((cause: unknown) => {
        throw new ArchiveError("archive/unreadable", { cause, ...(path !== null && { file: path }) });
      });
    },
    [Symbol.asyncDispose]: close,
  };
}

/**
 * A source over a file, with one handle for its whole life.
 *
 * @throws ArchiveError `archive/not-found` or `archive/unreadable`, also later when a read fails.
 */
export async function fileSource(path: string): Promise<OwnedSource> {
  const handle = await open(path, "r").catch((error: unknown) => {
    throw pathError(path, error);
  });
  try {
    const { size } = await handle.stat();
    return sourceOver(handle, size, path, () => handle.close());
  } catch (error) {
    await handle.close();
    throw pathError(path, error);
  }
}

/**
 * A source over a file that the caller opened; it stays the caller's to close.
 *
 * @throws ArchiveError `archive/unreadable` when it is no file of its own size (a pipe, a folder), is closed, or
 * later when a read fails.
 */
export async function handleSource(handle: FileLike): Promise<OwnedSource> {
  const stats = await handle.stat().catch((cause: unknown) => {
    throw new ArchiveError("archive/unreadable", { cause });
  });
  if (!stats.isFile()) {
    throw new ArchiveError("archive/unreadable", { message: "The open file is no regular file." });
  }
  return sourceOver(handle, stats.size, null, async () => {});
}
