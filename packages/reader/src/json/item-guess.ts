import { isJsonObject, type JsonObject } from "@archive/schema";
import { balancedEnd } from "./balanced-object.js";
import type { ByteTools } from "./byte-tools.js";
import type { ByteWindow } from "./byte-window.js";
import { type Decoded, parseJson } from "./decode.js";
import { COMMA, isSpace } from "./json-bytes.js";
import { longerSeam, type Seam, seamBetween, USUAL_SEAM } from "./seam.js";
import type { SplitterOptions } from "./splitter-options.js";

/** How far to look for the seam. Longer items are rare, and cost one exact scan. */
const FARTHEST = 64 * 1024;
/** White space before the comma, at most. */
const MOST_SPACE = 256;
/** Seams inside an item (attachments and tags can be joined alike) that are tried before giving up on it. */
const MOST_TRIES = 4;
/** Items in a row without a seam after which no more are expected. */
const MOST_FAILURES = 16;
/** A text that does not parse costs as much as scanning eight items: from so many on, that is weighed. */
const MOST_WASTED = 64;
const COST_OF_WASTED = 8;

function isDeeperThan(levels: number, value: JsonObject | readonly unknown[]): boolean {
  if (levels === 0) return true;
  // Neither Object.values nor iterators: this runs for every item, and must not allocate.
  if (isList(value)) {
    for (let i = 0; i < value.length; i += 1) {
      const each = value[i];
      if (isNested(each) && isDeeperThan(levels - 1, each)) return true;
    }
    return false;
  }
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

/** An item whose end was guessed and proven. */
export interface GuessedItem {
  readonly value: JsonObject;
  readonly length: number;
  /** Bytes from its beginning to behind the comma that follows it. */
  readonly step: number;
}

/**
 * Finds the end of an item without looking at each byte: guesses that it is where the next one seems to begin,
 * and lets `JSON.parse` prove it.
 *
 * That is exact, not a heuristic: text from an item's first brace that parses as one value *is* the item. A
 * wrong guess does not parse, and the item is then scanned byte by byte. How a document joins its items is
 * learnt from the first two, so that spaces and the order of keys don't matter.
 */
export class ItemGuess {
  readonly #maxDepth: number;
  readonly #tools: ByteTools;
  readonly #parsing: { readonly tools: ByteTools; readonly protoKeys: boolean };
  #seam: Seam = USUAL_SEAM;
  /** The seam without what the first two items only happen to share. */
  #shorter: Seam | null = null;
  #failures = 0;
  #right = 0;
  #wasted = 0;

  constructor({ maxDepth, tools, protoKeys }: Pick<SplitterOptions, "maxDepth" | "tools" | "protoKeys">) {
    this.#maxDepth = maxDepth;
    this.#tools = tools;
    this.#parsing = { tools, protoKeys };
  }

  /** Learns from two items that were found by scanning; `end` is behind the first, `start` before the second. */
  learn(window: ByteWindow, end: number, start: number): void {
    if (this.#right > 0) return;
    const seam = seamBetween(window, end, start);
    if (seam === null) return;
    this.#seam = seam;
  }

  /** The item at `start`, if all of it is in the window and proven; `null` asks for a scan. */
  at(window: ByteWindow, start: number): GuessedItem | null {
    if (this.#failures >= MOST_FAILURES) return this.#balanced(window, start);
    const { bytes, base } = window;
    const from = start - base;
    const to = Math.min(window.end - base, from + FARTHEST);
    let seam = from;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      seam = this.#tools.find(bytes, this.#seam.bytes, seam, to);
      // The end of a chunk is no failure: the seam may come with the next.
      if (seam === -1) {
        if (to - from === FARTHEST) this.#fail();
        return null;
      }
      seam += 1;
      const decoded = parseJson(bytes, from, seam, this.#parsing);
      if (!decoded.ok) {
        this.#wasted += 1;
        if (this.#wasted > MOST_WASTED && this.#wasted * COST_OF_WASTED > this.#right) this.#giveUp();
        continue;
      }
      const length = seam - from;
      const value = this.#sound(decoded, length);
      if (value === null) break;
      const step = length + this.#seam.comma - 1;
      if (this.#right === 0) this.#lengthen(window, start, seam - 1 + base);
      this.#failures = 0;
      this.#right += 1;
      return { value, length, step };
    }
    this.#fail();
    return null;
  }

  /** What was parsed, unless something is wrong with it that the scanner reports. */
  #sound(decoded: Decoded, length: number): JsonObject | null {
    if (!decoded.ok || decoded.lossy || decoded.proto || !isJsonObject(decoded.value)) return null;
    // A level takes two brackets.
    const tooDeep = length > this.#maxDepth * 2 && isDeeperThan(this.#maxDepth, decoded.value);
    return tooDeep ? null : decoded.value;
  }

  /** The same without a seam: the end is where the brackets are balanced. */
  #balanced(window: ByteWindow, start: number): GuessedItem | null {
    const { bytes, base } = window;
    const from = start - base;
    const windowEnd = window.end - base;
    const end = balancedEnd(bytes, from, Math.min(windowEnd, from + FARTHEST));
    if (end === -1) return null;
    let comma = end;
    const farthest = Math.min(windowEnd, end + MOST_SPACE);
    while (comma < farthest && isSpace(bytes[comma] ?? 0)) comma += 1;
    if (comma >= farthest || bytes[comma] !== COMMA) return null;
    const value = this.#sound(parseJson(bytes, from, end, this.#parsing), end - from);
    return value === null ? null : { value, length: end - from, step: comma + 1 - from };
  }

  #fail(): void {
    this.#failures += 1;
    if (this.#failures >= MOST_FAILURES) this.#giveUp();
  }

  /** What the first two items share may be more than all do; without that, guessing may still be worth it. */
  #giveUp(): void {
    this.#failures = this.#shorter === null ? MOST_FAILURES : 0;
    if (this.#shorter === null) return;
    this.#seam = this.#shorter;
    this.#shorter = null;
    this.#right = 1;
    this.#wasted = 0;
  }

  /** The longer the seam, the seldomer it stands inside an item. */
  #lengthen(window: ByteWindow, start: number, at: number): void {
    const longer = longerSeam(window, this.#seam, start, at);
    if (longer === null) return;
    this.#shorter = this.#seam;
    this.#seam = longer;
  }
}
