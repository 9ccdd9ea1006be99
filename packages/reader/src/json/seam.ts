import type { ByteTools } from "./byte-tools.js";
import type { ByteWindow } from "./byte-window.js";
import { BACKSLASH, COLON, COMMA, isSpace, OPEN_OBJECT, QUOTE, SLASH } from "./json-bytes.js";

/** The bytes with which one item ends and the next begins. */
export interface Seam {
  /** From an item's closing brace to the first key of the next, and the quote of its value. */
  readonly bytes: Uint8Array;
  /** How many of them stand up to the comma, that included. */
  readonly comma: number;
  /** What follows the first value, from its closing quote on; empty when that is not looked at. */
  readonly beyond: Uint8Array;
}

const NOTHING: Uint8Array = new Uint8Array();

/** How Mastodon, and most servers with it, join two items. */
export const USUAL_SEAM: Seam = { bytes: new TextEncoder().encode('},{"id":"'), comma: 2, beyond: NOTHING };

/** Indented JSON has a line break and some spaces in it. */
const LONGEST = 200;
/** Types and the like are short; of longer values it is not asked what follows. */
const LONGEST_VALUE = 100;

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
  at = quoteFrom(bytes, at + 1, to);
  if (at === -1) return null;
  at = spaceEnd(at + 1);
  if (bytes[at] !== COLON) return null;
  at = spaceEnd(at + 1);
  if (at >= to) return null;
  if (bytes[at] === QUOTE) at += 1;
  return { bytes: bytes.slice(from, at), comma, beyond: NOTHING };
}

/** The quote that ends the string whose content begins at `from`; -1 when it is not before `to`, or has escapes. */
function quoteFrom(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== QUOTE && bytes[at] !== BACKSLASH) at += 1;
  return at < to && bytes[at] === QUOTE ? at : -1;
}

/** How far two stretches are alike, up to and with the last of some bytes among them; 0 when none is. */
function alikeUpTo(
  bytes: Uint8Array,
  first: number,
  second: number,
  to: number,
  last: readonly number[],
): number {
  let alike = 0;
  for (let n = 0; second + n < to && bytes[first + n] === bytes[second + n]; n += 1) {
    const byte = bytes[second + n] ?? 0;
    if (byte === BACKSLASH) break;
    if (last.includes(byte)) alike = n + 1;
  }
  return alike;
}

/**
 * A seam with what two neighbours share beyond it. That is the beginning of their first value up to its last slash,
 * mostly all of an id but its number; or, where their first values have nothing in common (types, say), what follows
 * these. `start` is the first item, `brace` where the seam behind it begins. `null` when they share nothing more.
 */
export function sharperSeam(window: ByteWindow, seam: Seam, start: number, brace: number): Seam | null {
  const { bytes, base } = window;
  const end = window.end - base;
  // From the opening brace on both are alike, as far as the seam goes.
  const second = brace - base + seam.bytes.length;
  const first = start - base + seam.bytes.length - seam.bytes.lastIndexOf(OPEN_OBJECT);
  const [firstEnd, secondEnd] = [quoteFrom(bytes, first, end), quoteFrom(bytes, second, end)];
  const shared = alikeUpTo(bytes, first, second, Math.min(secondEnd, second + LONGEST), [SLASH]);
  if (shared > 0) return { ...seam, bytes: bytes.slice(brace - base, second + shared) };
  if (firstEnd === -1 || secondEnd === -1 || seam.bytes.at(-1) !== QUOTE) return null;
  const alike = alikeUpTo(bytes, firstEnd, secondEnd, Math.min(end, secondEnd + LONGEST), [SLASH, QUOTE]);
  return alike === 0 ? null : { ...seam, beyond: bytes.slice(secondEnd, secondEnd + alike) };
}

/** Finds seams in a window that grows, and looks at no byte twice for one item. */
export class SeamSearch {
  readonly #tools: ByteTools;
  #start = -1;
  #seam: Seam | null = null;
  #from = 0;

  constructor(tools: ByteTools) {
    this.#tools = tools;
  }

  /**
   * The brace with which the next seam behind `start` begins, each time it is asked for the same item the one after;
   * `null` when there is none before `farthest` in what is in the window.
   */
  next(window: ByteWindow, seam: Seam, start: number, farthest: number): number | null {
    if (start !== this.#start || seam !== this.#seam) {
      this.#start = start;
      this.#seam = seam;
      this.#from = start;
    }
    const { filled: bytes, base } = window;
    const to = Math.min(window.end, farthest) - base;
    for (;;) {
      const at = this.#tools.find(bytes, seam.bytes, this.#from - base, to);
      if (at === -1) {
        this.#from = Math.max(this.#from, to + base - seam.bytes.length + 1);
        return null;
      }
      const found = continues(bytes, at + seam.bytes.length, to, seam.beyond);
      // What follows has not come yet.
      if (found === null) return null;
      this.#from = at + 1 + base;
      if (found) return at + base;
    }
  }
}

/** Whether behind the value that begins at `from` stands what should; `null` when `to` is too near to tell. */
function continues(bytes: Uint8Array, from: number, to: number, beyond: Uint8Array): boolean | null {
  if (beyond.length === 0) return true;
  if (from + LONGEST_VALUE + beyond.length > to) {
    const quote = quoteFrom(bytes, from, to);
    if (quote === -1 || quote + beyond.length > to) return null;
  }
  const quote = quoteFrom(bytes, from, from + LONGEST_VALUE);
  if (quote === -1) return false;
  for (let n = 0; n < beyond.length; n += 1) if (bytes[quote + n] !== beyond[n]) return false;
  return true;
}
