import { isJsonObject, type JsonObject } from "@archive/schema";
import { balancedEnd } from "./balanced-object.js";
import type { ByteTools } from "./byte-tools.js";
import type { ByteWindow } from "./byte-window.js";
import { COMMA, isSpace } from "./json-bytes.js";
import { type Seam, SeamSearch, seamBetween, sharperSeam, USUAL_SEAM } from "./seam.js";
import { isUnsound } from "./soundness.js";
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

const NOT_JSON = Symbol("not JSON");

/** What came of a guess: an item, the wish to see more bytes first, or nothing, which asks for an exact scan. */
export type Guess = "item" | "more" | "none";

/**
 * Finds the end of an item without looking at each byte: guesses that it is where the next one seems to begin,
 * and lets `JSON.parse` prove it.
 *
 * That is exact, not a heuristic: text from an item's first brace that parses as one value *is* the item. A
 * wrong guess does not parse, and the item is then scanned byte by byte. How a document joins its items is
 * learnt from the first two, so that spaces and the order of keys don't matter.
 */
export class ItemGuess {
  /** The item that was found last. */
  value: JsonObject = {};
  /** Its length in bytes. */
  length = 0;
  /** Bytes from its beginning to behind the comma that follows it. */
  step = 0;
  readonly #maxDepth: number;
  readonly #protoKeys: boolean;
  readonly #tools: ByteTools;
  readonly #search: SeamSearch;
  #seam: Seam = USUAL_SEAM;
  /** The seam without what the first two items only happen to share. */
  #blunter: Seam | null = null;
  #failures = 0;
  #right = 0;
  #wasted = 0;

  constructor({ maxDepth, tools, protoKeys }: Pick<SplitterOptions, "maxDepth" | "tools" | "protoKeys">) {
    this.#maxDepth = maxDepth;
    this.#tools = tools;
    this.#protoKeys = protoKeys;
    this.#search = new SeamSearch(tools);
  }

  /** Learns from two items that were found by scanning; `end` is behind the first, `start` before the second. */
  learn(window: ByteWindow, end: number, start: number): void {
    if (this.#right > 0) return;
    this.#seam = seamBetween(window, end, start) ?? this.#seam;
  }

  /** Looks for the item at `start`. Tells nothing that depends on how the bytes are cut into chunks. */
  at(window: ByteWindow, start: number): Guess {
    if (this.#failures >= MOST_FAILURES) return this.#balanced(window, start);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const brace = this.#search.next(window, this.#seam, start, start + FARTHEST);
      if (brace === null) {
        if (!window.ended && window.end < start + FARTHEST) return "more";
        this.#fail();
        return "none";
      }
      const length = brace + 1 - start;
      const value = this.#parsed(window, start, length);
      if (value === NOT_JSON) {
        this.#wasted += 1;
        if (this.#wasted > MOST_WASTED && this.#wasted * COST_OF_WASTED > this.#right) this.#giveUp();
        continue;
      }
      if (value === null) break;
      if (this.#right === 0) this.#sharpen(window, start, brace);
      this.#failures = 0;
      this.#right += 1;
      return this.#found(value, length, length + this.#seam.comma - 1);
    }
    this.#fail();
    return "none";
  }

  /** The same without a seam: the end is where the brackets are balanced. */
  #balanced(window: ByteWindow, start: number): Guess {
    const { bytes, base } = window;
    const from = start - base;
    const windowEnd = window.end - base;
    const end = balancedEnd(bytes, from, Math.min(windowEnd, from + FARTHEST));
    if (end === -1) return "none";
    let comma = end;
    const farthest = Math.min(windowEnd, end + MOST_SPACE);
    while (comma < farthest && isSpace(bytes[comma] ?? 0)) comma += 1;
    if (comma >= farthest || bytes[comma] !== COMMA) return "none";
    const value = this.#parsed(window, start, end - from);
    return value === null || value === NOT_JSON ? "none" : this.#found(value, end - from, comma + 1 - from);
  }

  /** The item that these bytes are; `null` when there is something in it that the scanner has to report. */
  #parsed(window: ByteWindow, start: number, length: number): JsonObject | null | typeof NOT_JSON {
    const from = start - window.base;
    const text = this.#tools.text(window.filled, from, from + length);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return NOT_JSON;
    }
    if (!isJsonObject(value) || text.includes("\u{fffd}")) return null;
    return isUnsound(value, this.#maxDepth, this.#protoKeys) ? null : value;
  }

  #found(value: JsonObject, length: number, step: number): Guess {
    this.value = value;
    this.length = length;
    this.step = step;
    return "item";
  }

  #fail(): void {
    this.#failures += 1;
    if (this.#failures >= MOST_FAILURES) this.#giveUp();
  }

  /** What the first two items share may be more than all do; without that, guessing may still be worth it. */
  #giveUp(): void {
    this.#failures = this.#blunter === null ? MOST_FAILURES : 0;
    if (this.#blunter === null) return;
    this.#seam = this.#blunter;
    this.#blunter = null;
    this.#right = 1;
    this.#wasted = 0;
  }

  /** The more of a seam is known, the seldomer it stands inside an item. */
  #sharpen(window: ByteWindow, start: number, brace: number): void {
    const sharper = sharperSeam(window, this.#seam, start, brace);
    if (sharper === null) return;
    this.#blunter = this.#seam;
    this.#seam = sharper;
  }
}
