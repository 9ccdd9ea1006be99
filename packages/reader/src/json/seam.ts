import type { ByteWindow } from "./byte-window.js";
import { BACKSLASH, COLON, COMMA, isSpace, OPEN_OBJECT, QUOTE, SLASH } from "./json-bytes.js";

/** The bytes with which one item ends and the next begins. */
export interface Seam {
  /** From an item's closing brace to the first key of the next, and the quote of its value. */
  readonly bytes: Uint8Array;
  /** How many of them stand up to the comma, that included. */
  readonly comma: number;
}

const encoder = new TextEncoder();

/** How Mastodon, and most servers with it, join two items. */
export const USUAL_SEAM: Seam = { bytes: encoder.encode('},{"id":"'), comma: 2 };

/** Indented JSON has a line break and some spaces in it. */
const LONGEST = 200;

/**
 * The seam between two items of a document as it is written: with its white space and the key it puts first.
 * `end` is the byte behind the first item's closing brace, `start` the next item's opening one. `null` when not
 * all of it is in the window, or it is longer than any server writes.
 */
export function seamBetween(window: ByteWindow, end: number, start: number): Seam | null {
  const { bytes, base } = window;
  if (end - 1 < base) return null;
  const from = end - 1 - base;
  const to = Math.min(window.end - base, from + LONGEST);
  const spaceEnd = (at: number): number => {
    let next = at;
    while (next < to && isSpace(bytes[next] ?? 0)) next += 1;
    return next;
  };
  let at = spaceEnd(from + 1);
  if (bytes[at] !== COMMA || at >= to) return null;
  const comma = at + 1 - from;
  at = spaceEnd(at + 1);
  if (at !== start - base || bytes[at] !== OPEN_OBJECT) return null;
  at = spaceEnd(at + 1);
  if (bytes[at] !== QUOTE) return null;
  at += 1;
  while (at < to && bytes[at] !== QUOTE && bytes[at] !== BACKSLASH) at += 1;
  if (bytes[at] !== QUOTE) return null;
  at = spaceEnd(at + 1);
  if (bytes[at] !== COLON) return null;
  at = spaceEnd(at + 1);
  if (at >= to) return null;
  if (bytes[at] === QUOTE) at += 1;
  return { bytes: bytes.slice(from, at), comma };
}

/**
 * The seam with the beginning of the first value that two neighbours share, up to its last slash: mostly all of an
 * id but its number. `start` is the first item, `at` the seam behind it. `null` when they share nothing more.
 */
export function longerSeam(window: ByteWindow, seam: Seam, start: number, at: number): Seam | null {
  const { bytes, base } = window;
  // From the opening brace on both are alike, as far as the seam goes.
  const brace = seam.bytes.lastIndexOf(OPEN_OBJECT);
  const to = Math.min(window.end - base, at - base + LONGEST);
  let second = at - base + seam.bytes.length;
  let first = start - base + seam.bytes.length - brace;
  let end = -1;
  for (; second < to && bytes[first] === bytes[second]; first += 1, second += 1) {
    const byte = bytes[second];
    if (byte === QUOTE || byte === BACKSLASH) break;
    if (byte === SLASH) end = second + 1;
  }
  return end === -1 ? null : { ...seam, bytes: bytes.slice(at - base, end) };
}
