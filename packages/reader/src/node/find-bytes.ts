import type { ByteSource } from "../containers/byte-source.js";

const WINDOW_BYTES = 2 ** 20;

/** Where these bytes first stand at or after `from`; null when they don't. Reads in windows of 1 MiB. */
export async function findBytes(
  source: ByteSource,
  wanted: Uint8Array,
  from: number,
  signal?: AbortSignal,
): Promise<number | null> {
  let at = from;
  while (at + wanted.length <= source.size) {
    signal?.throwIfAborted();
    const window = await source.read(at, WINDOW_BYTES + wanted.length - 1);
    if (window.length < wanted.length) return null;
    const found = Buffer.from(window.buffer, window.byteOffset, window.byteLength).indexOf(wanted);
    if (found >= 0) return at + found;
    at += window.length - (wanted.length - 1);
  }
  return null;
}
