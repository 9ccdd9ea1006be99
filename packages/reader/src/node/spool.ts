import { readdirSync, rmSync } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ArchiveError } from "@archive/schema";
import type { FileLike } from "./file-source.js";

/** Bytes that come one after the other, once: standard input, a download. Text is taken as UTF-8. */
export type ByteStream = AsyncIterable<Uint8Array | string>;

/** How a stream is taken in. */
export interface SpoolOptions {
  /** Bytes kept in memory; a longer stream goes to a private temporary file. 64 MiB unless told. */
  readonly maxMemoryBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A stream taken in whole, which can be read from any place until it is disposed of. */
export interface Spool extends AsyncDisposable {
  readonly source: Uint8Array | FileLike;
}

const MEMORY_BYTES = 64 * 2 ** 20;
const PREFIX = "ap-archive-input-";
const LEFT_OVER = new RegExp(`^${PREFIX}(\\d+)-`);

/** Whether a process of this id is there, also one of somebody else. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Removes what runs left that were killed, where a file that is open can't be removed at once. */
function sweep(root: string): void {
  for (const name of readdirSync(root)) {
    const id = Number(LEFT_OVER.exec(name)?.[1] ?? process.pid);
    if (id === process.pid || isRunning(id)) continue;
    try {
      rmSync(join(root, name), { recursive: true, force: true });
    } catch {
      // Another person's folder in a shared temporary directory: theirs to sweep.
    }
  }
}

async function temporaryFile(): Promise<
  { readonly handle: Awaited<ReturnType<typeof open>> } & AsyncDisposable
> {
  const root = tmpdir();
  sweep(root);
  // mkdtemp makes the folder with mode 0700.
  const folder = await mkdtemp(join(root, `${PREFIX}${process.pid}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const handle = await open(join(folder, "input"), "wx+", 0o600).catch((error: unknown) => {
    remove();
    throw error;
  });
  process.on("exit", remove);
  // A file without a name is gone with its process, however that ends. Windows keeps the names of open files.
  if (process.platform !== "win32") await rm(folder, { recursive: true, force: true });
  return {
    handle,
    async [Symbol.asyncDispose]() {
      process.off("exit", remove);
      await handle.close();
      remove();
    },
  };
}

/**
 * Takes in a stream, so that it can be read from any place: in memory, or in a file that nobody else may read and
 * that is gone when this process is.
 *
 * @throws ArchiveError `archive/unreadable` when the stream fails, or there is no room for it.
 */
export async function spooled(stream: ByteStream, options: SpoolOptions = {}): Promise<Spool> {
  const { maxMemoryBytes = MEMORY_BYTES, signal } = options;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let file: Awaited<ReturnType<typeof temporaryFile>> | null = null;
  try {
    for await (const chunk of stream) {
      signal?.throwIfAborted();
      const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
      chunks.push(bytes);
      length += bytes.length;
      if (length <= maxMemoryBytes) continue;
      file ??= await temporaryFile();
      for (const each of chunks.splice(0)) await file.handle.appendFile(each);
    }
  } catch (cause) {
    await file?.[Symbol.asyncDispose]();
    if (signal?.aborted === true || cause instanceof ArchiveError) throw cause;
    throw new ArchiveError("archive/unreadable", { cause });
  }
  if (file !== null) return { source: file.handle, [Symbol.asyncDispose]: () => file[Symbol.asyncDispose]() };
  return { source: Buffer.concat(chunks, length), [Symbol.asyncDispose]: async () => {} };
}

/** Whether a source is a stream, which can be read only once and from its beginning. */
export function isStream(source: object | string): source is ByteStream {
  return typeof source === "object" && Symbol.asyncIterator in source;
}
