import { type Cursor, END, MORE, type Need } from "./cursor.js";
import { parseJson } from "./decode.js";
import { COLON, COMMA, isSpace, OPEN_ARRAY, OPEN_OBJECT } from "./json-bytes.js";
import type { JsonLimits } from "./limits.js";
import { type Resemblance, resembles } from "./resemblance.js";
import { ValueScanner } from "./value-scanner.js";

/** Finds where to go on behind what is broken. */
export class Recovery {
  readonly #cursor: Cursor;
  readonly #limits: JsonLimits;
  readonly #probe: ValueScanner;
  #readAgain = 0;

  constructor(cursor: Cursor, limits: JsonLimits) {
    this.#cursor = cursor;
    this.#limits = limits;
    this.#probe = new ValueScanner(limits.maxDepth);
  }

  /** Counts bytes that will be read a second time; see {@link JsonLimits.maxRereadBytes}. */
  spend(bytes: number): void {
    this.#readAgain += Math.max(0, bytes);
  }

  /**
   * Looks from `start` on for the next whole item: an object that follows a comma, is balanced, parses, and is
   * what a list like this one holds. Text in a string can't be taken for one, for its quotes are escaped.
   * `until` ends the search for a beginning, and nothing is let go; `null` searches to the document's end.
   */
  *nextItem(start: number, until: number | null, wanted: Resemblance): Generator<Need, number | null> {
    const { window } = this.#cursor;
    let position = start;
    let afterComma = false;
    for (;;) {
      const to = Math.min(window.end, until ?? window.end);
      while (position < to) {
        const byte = window.bytes[position - window.base] ?? 0;
        if (byte === OPEN_OBJECT && afterComma) {
          if (this.#readAgain > this.#limits.maxRereadBytes) return null;
          if (yield* this.#isWhole(position, wanted, until === null)) return position;
        }
        position += 1;
        if (!isSpace(byte)) afterComma = byte === COMMA;
      }
      // More may have come while a candidate was looked at.
      if (position < Math.min(window.end, until ?? window.end)) continue;
      if (window.ended || position === until) return null;
      if (until === null) this.#cursor.keep = position;
      yield MORE;
    }
  }

  /** Whether a whole item of the wanted kind begins at `start`. */
  *#isWhole(start: number, wanted: Resemblance, forget: boolean): Generator<Need, boolean> {
    const { window } = this.#cursor;
    const limit = start + this.#limits.maxItemBytes;
    this.#probe.begin();
    let position = start;
    for (;;) {
      const to = Math.min(window.end, limit);
      const state = this.#probe.scan(window.bytes, position - window.base, to - window.base);
      this.#readAgain += window.base + this.#probe.stopped - position;
      position = window.base + this.#probe.stopped;
      if (state === "broken" || (state === "more" && (window.ended || to === limit))) return false;
      if (state === "whole") break;
      // The beginning of a suspicious element is still needed while it is searched.
      if (forget) this.#cursor.keep = start;
      yield MORE;
    }
    if (this.#probe.tooDeep) return false;
    const decoded = parseJson(window.slice(start, position));
    return decoded.ok && resembles(decoded.value, wanted);
  }

  /** Searches for `orderedItems": [` behind a broken envelope; gives the list's pointer. */
  *nextList(lists: ReadonlySet<string>): Generator<Need, string | null> {
    for (;;) {
      const first = yield* this.#cursor.peek();
      if (first === END) return null;
      const start = this.#cursor.at;
      this.#cursor.at += 1;
      for (const name of lists) {
        if (name.charCodeAt(0) !== first) continue;
        const key = `${name}"`;
        while (this.#cursor.window.end < start + key.length && !this.#cursor.window.ended) {
          this.#cursor.keep = start;
          yield MORE;
        }
        if ([...key].some((char, i) => this.#cursor.byteAt(start + i) !== char.charCodeAt(0))) continue;
        this.#cursor.at = start + key.length;
        if ((yield* this.#cursor.peek()) !== COLON) continue;
        this.#cursor.at += 1;
        if ((yield* this.#cursor.peek()) !== OPEN_ARRAY) continue;
        this.#cursor.at += 1;
        return `/${name}`;
      }
    }
  }
}
