import { isJsonObject, type JsonObject } from "@archive/schema";
import type { ByteWindow } from "./byte-window.js";
import { parseJson } from "./decode.js";

/** How most servers join two items. */
const SEAM: Uint8Array = new TextEncoder().encode('},{"id":"');
/** How far to look for the seam. Longer items are rare, and cost one exact scan. */
const FARTHEST = 64 * 1024;
/** Seams inside an item (attachments and tags can be joined alike) that are tried before giving up on it. */
const MOST_TRIES = 4;
/** Items in a row without a seam after which no more are expected. */
const MOST_FAILURES = 16;

/** For each byte how far the seam can be moved when that byte stands under its end. */
const SHIFT: Uint8Array = new Uint8Array(256).fill(SEAM.length);
for (let i = 0; i < SEAM.length - 1; i += 1) SHIFT[SEAM[i] ?? 0] = SEAM.length - 1 - i;

/** Position of the next seam in `bytes` from `from` on, before `to`; -1 without one. Boyer, Moore, Horspool. */
function seamAt(bytes: Uint8Array, from: number, to: number): number {
  const last = SEAM.length - 1;
  const lastByte = SEAM[last];
  let end = from + last;
  while (end < to) {
    const byte = bytes[end] ?? 0;
    if (byte === lastByte) {
      let i = last - 1;
      while (i >= 0 && bytes[end - last + i] === SEAM[i]) i -= 1;
      if (i < 0) return end - last;
    }
    end += SHIFT[byte] ?? 1;
  }
  return -1;
}

function isDeeperThan(levels: number, value: JsonObject | readonly unknown[]): boolean {
  if (levels === 0) return true;
  if (isList(value)) {
    for (const each of value) if (isNested(each) && isDeeperThan(levels - 1, each)) return true;
    return false;
  }
  // Not Object.values: this runs for every item, and must not allocate.
  for (const key in value) {
    const each = value[key];
    if (isNested(each) && isDeeperThan(levels - 1, each)) return true;
  }
  return false;
}

function isNested(value: unknown): value is JsonObject | readonly unknown[] {
  return typeof value === "object" && value !== null;
}

function isList(value: JsonObject | readonly unknown[]): value is readonly unknown[] {
  return Array.isArray(value);
}

/**
 * Finds the end of an item without looking at each byte: guesses that it is where the next one seems to begin,
 * and lets `JSON.parse` prove it.
 *
 * That is exact, not a heuristic: text from an item's first brace that parses as one value *is* the item. A
 * wrong guess does not parse, and the item is then scanned byte by byte.
 */
export class ItemGuess {
  readonly #maxDepth: number;
  #failures = 0;

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth;
  }

  /** The item at `start` and its length, if all of it is in the window and proven; `null` asks for a scan. */
  at(window: ByteWindow, start: number): { readonly value: JsonObject; readonly length: number } | null {
    if (this.#failures >= MOST_FAILURES) return null;
    const { bytes, base } = window;
    const from = start - base;
    const to = Math.min(window.end - base, from + FARTHEST);
    let seam = from;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      seam = seamAt(bytes, seam, to);
      // The end of a chunk is no failure: the seam may come with the next.
      if (seam === -1) {
        if (to - from === FARTHEST) this.#failures += 1;
        return null;
      }
      seam += 1;
      const decoded = parseJson(bytes.subarray(from, seam));
      if (!decoded.ok) continue;
      // The scanner reports what is wrong with it.
      if (decoded.lossy || !isJsonObject(decoded.value) || isDeeperThan(this.#maxDepth, decoded.value)) break;
      this.#failures = 0;
      return { value: decoded.value, length: seam - from };
    }
    this.#failures += 1;
    return null;
  }
}
