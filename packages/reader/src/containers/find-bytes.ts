import type { ByteSource } from "./byte-source.js";

const WINDOW_BYTES = 2 ** 20;

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] ?? 0;
  const last = bytes.length - wanted.length;
  let at = bytes.indexOf(first);
  while (at >= 0 && at <= last) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}

/** Where these bytes first stand from `from` on and before `end`; null when they don't. Reads in windows of 1 MiB. */
export async function findBytes(
  source: ByteSource,
  wanted: Uint8Array,
  from: number,
  options: { readonly signal?: AbortSignal | undefined; readonly end?: number } = {},
): Promise<number | null> {
  const { signal, end = source.size } = options;
  let at = from;
  while (at + wanted.length <= end) {
    signal?.throwIfAborted();
    const window = await source.read(at, Math.min(WINDOW_BYTES + wanted.length - 1, end - at));
    if (window.length < wanted.length) return null;
    const found = indexOf(window, wanted);
    if (found >= 0) return at + found;
    at += window.length - (wanted.length - 1);
  }
  return null;
}

/** Whether these bytes are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
