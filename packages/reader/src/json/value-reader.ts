import { type Cursor, MORE, type Need } from "./cursor.js";
import { ValueScanner } from "./value-scanner.js";

/** How the search for the end of a value ended. */
export type Outcome = "whole" | "broken" | "cut" | "too-large";

/** Moves a cursor over one value at a time. */
export class ValueReader {
  /** Whether the value was too large to keep, so that its beginning is gone. */
  skimmed = false;
  readonly #cursor: Cursor;
  readonly #scanner: ValueScanner;

  constructor(cursor: Cursor, maxDepth: number) {
    this.#cursor = cursor;
    this.#scanner = new ValueScanner(maxDepth);
  }

  /** Whether the last value is nested deeper than allowed. */
  get tooDeep(): boolean {
    return this.#scanner.tooDeep;
  }

  /** Prepares for the value at the cursor. */
  begin(): void {
    this.skimmed = false;
    this.#scanner.begin();
  }

  /** Goes on to the end of the value at `start`, at most `limit` bytes from there. All of it is kept. */
  *read(start: number, limit: number): Generator<Need, Outcome> {
    const scanner = this.#scanner;
    const cursor = this.#cursor;
    const { window } = cursor;
    for (;;) {
      const to = Math.min(window.end, start + limit);
      const state = scanner.scan(window.bytes, cursor.at - window.base, to - window.base);
      cursor.at = window.base + scanner.stopped;
      if (state !== "more") return state;
      // A backslash is held back when it is the last byte.
      if (to === start + limit) return "too-large";
      if (window.ended) return scanner.wholeAtEnd ? "whole" : "cut";
      cursor.keep = start;
      yield MORE;
    }
  }

  /** Reads on to the end of a value too large to keep. */
  *skim(): Generator<Need, Outcome> {
    const cursor = this.#cursor;
    const { window } = cursor;
    this.skimmed = true;
    for (;;) {
      const state = this.#scanner.scan(window.bytes, cursor.at - window.base, window.end - window.base);
      cursor.at = window.base + this.#scanner.stopped;
      if (state === "whole") return "too-large";
      if (state === "broken") return "broken";
      if (window.ended) return this.#scanner.wholeAtEnd ? "too-large" : "cut";
      cursor.keep = cursor.at;
      yield MORE;
    }
  }
}
