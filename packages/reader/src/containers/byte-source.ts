import { ArchiveError } from "@archive/schema";

/**
 * Bytes that can be read from any place: a file, memory, or a store of the caller's own. It stays the caller's:
 * whoever opened it closes it.
 */
export interface ByteSource {
  /** In bytes; must not change while the source is read. */
  readonly size: number;
  /**
   * The bytes from `offset` on, `length` of them or fewer, none only where the source ends. They are kept and must
   * not be written over later. Several reads may be under way at once.
   */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source that gives all that is asked for, and is closed by whoever reads it. */
export interface OwnedSource extends ByteSource, AsyncDisposable {
  /** The bytes from `offset`, fewer than `length` only where the source ends. They stay valid. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes that are in memory already; nothing is copied. */
export function memorySource(bytes: Uint8Array): OwnedSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, Math.max(offset, offset + length)),
    [Symbol.asyncDispose]: async () => {},
  };
}

/**
 * A source that a caller brought, made to give all that is asked for; it is not closed.
 *
 * @throws ArchiveError `archive/unreadable` when a read fails, or gives more than was asked for.
 */
export function borrowedSource(source: ByteSource, file?: string): OwnedSource {
  const { size } = source;
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError("A source's size is a number of bytes.");
  const fail = (cause: unknown): ArchiveError =>
    new ArchiveError("archive/unreadable", { cause, ...(file !== undefined && { file }) });
  const readPart = async (offset: number, length: number): Promise<Uint8Array> => {
    const part = await source.read(offset, length).catch((error: unknown) => {
      throw fail(error);
    });
    if (part.length > length) throw fail(new RangeError("A read gave more bytes than were asked for."));
    return part;
  };
  return {
    size,
    async read(offset, length) {
      const wanted = Math.min(length, size - offset);
      if (wanted <= 0) return new Uint8Array();
      const first = await readPart(offset, wanted);
      if (first.length === wanted || first.length === 0) return first;
      const bytes = new Uint8Array(wanted);
      bytes.set(first);
      let done = first.length;
      while (done < wanted) {
        const part = await readPart(offset + done, wanted - done);
        if (part.length === 0) break;
        bytes.set(part, done);
        done += part.length;
      }
      return bytes.subarray(0, done);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** Bytes per read: large enough that a read costs less than inflating what it brings. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a source from `start` up to `end`, in chunks, the signal heeded between them. While one is used the next
 * is read. Ends early, without an error, where the source does.
 */
export async function* chunksOf(
  source: ByteSource,
  start: number,
  end: number,
  options: { readonly signal?: AbortSignal | undefined; readonly chunkBytes?: number } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { signal, chunkBytes = CHUNK_BYTES } = options;
  const readFrom = (at: number): Promise<Uint8Array> | null => {
    if (at >= end) return null;
    const reading = source.read(at, Math.min(chunkBytes, end - at));
    // A failure is told when its turn comes.
    reading.catch(() => {});
    return reading;
  };
  signal?.throwIfAborted();
  let at = start;
  let next = readFrom(at);
  try {
    while (next !== null) {
      const chunk = await next;
      next = null;
      if (chunk.length === 0) return;
      at += chunk.length;
      signal?.throwIfAborted();
      next = readFrom(at);
      yield chunk;
    }
  } finally {
    // Whoever closes the source finds it at rest.
    await next?.catch(() => {});
  }
}
