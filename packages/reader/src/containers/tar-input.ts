import type { ByteSource } from "./byte-source.js";

/** The bytes of a tar, read from the front. */
export interface TarInput {
  /** Bytes passed so far. */
  readonly position: number;
  /** So many bytes, fewer only at the end. */
  read(length: number): Promise<Uint8Array>;
  /** The next bytes, at most so many; none at the end. */
  readSome(most: number): Promise<Uint8Array>;
  /** Passes over so many bytes; gives how many there were. */
  skip(length: number): Promise<number>;
}

const WINDOW_BYTES = 8 * 1024;
const CHUNK_BYTES = 256 * 1024;

/** Bytes that can be read at any place: what is skipped is not read. */
export function seekableInput(source: ByteSource, signal?: AbortSignal): TarInput {
  let position = 0;
  let window: Uint8Array = new Uint8Array();
  let windowStart = 0;
  const take = async (length: number): Promise<Uint8Array> => {
    const at = position - windowStart;
    if (at < 0 || at + length > window.length) {
      signal?.throwIfAborted();
      windowStart = position;
      window = await source.read(position, Math.max(length, WINDOW_BYTES));
    }
    const from = position - windowStart;
    const bytes = window.subarray(from, from + length);
    position += bytes.length;
    return bytes;
  };
  return {
    get position() {
      return position;
    },
    read: take,
    readSome: async (most) => {
      signal?.throwIfAborted();
      const bytes = await source.read(position, Math.min(most, CHUNK_BYTES));
      position += bytes.length;
      return bytes;
    },
    skip: async (length) => {
      const there = Math.max(0, Math.min(length, source.size - position));
      position += there;
      return there;
    },
  };
}

/** A tar whose bytes come one after the other. */
export function streamedInput(chunks: AsyncIterator<Uint8Array>): TarInput {
  let position = 0;
  let pending: Uint8Array = new Uint8Array();
  const readSome = async (most: number): Promise<Uint8Array> => {
    while (pending.length === 0) {
      const { done, value } = await chunks.next();
      if (done === true) return pending;
      pending = value;
    }
    const bytes = pending.subarray(0, most);
    pending = pending.subarray(bytes.length);
    position += bytes.length;
    return bytes;
  };
  return {
    get position() {
      return position;
    },
    readSome,
    read: async (length) => {
      const first = await readSome(length);
      if (first.length === length || first.length === 0) return first;
      const bytes = new Uint8Array(length);
      bytes.set(first);
      let done = first.length;
      while (done < length) {
        const part = await readSome(length - done);
        if (part.length === 0) break;
        bytes.set(part, done);
        done += part.length;
      }
      return bytes.subarray(0, done);
    },
    skip: async (length) => {
      let done = 0;
      while (done < length) {
        const part = await readSome(length - done);
        if (part.length === 0) break;
        done += part.length;
      }
      return done;
    },
  };
}
