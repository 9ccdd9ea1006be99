/** Bytes that can be read from any place: a file, or memory. */
export interface ByteSource extends AsyncDisposable {
  readonly size: number;
  /** The bytes from `offset`, fewer than `length` only where the source ends. They stay valid. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes that are in memory already; nothing is copied. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, Math.max(offset, offset + length)),
    [Symbol.asyncDispose]: async () => {},
  };
}

/** Bytes per read: large enough that a read costs less than inflating what it brings. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a source from `start` up to `end`, in chunks, the signal heeded between them.
 * Ends early, without an error, where the source does.
 */
export async function* chunksOf(
  source: ByteSource,
  start: number,
  end: number,
  options: { readonly signal?: AbortSignal | undefined; readonly chunkBytes?: number } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { signal, chunkBytes = CHUNK_BYTES } = options;
  let at = start;
  while (at < end) {
    signal?.throwIfAborted();
    const chunk = await source.read(at, Math.min(chunkBytes, end - at));
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}
