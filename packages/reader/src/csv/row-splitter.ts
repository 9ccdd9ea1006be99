import { ByteWindow } from "../json/byte-window.js";
import type { CsvEncoding } from "./csv-encoding.js";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** A row of a CSV file as it stands there; quoted cells may hold line breaks. */
export interface RowSpan {
  /** First byte, counted from the file's beginning. */
  readonly offset: number;
  /** Without the line break; the bytes stay valid. */
  readonly bytes: Uint8Array;
  /** Where its lines begin, counted from `offset`; more than one where a quote is open at a line's end. */
  readonly lines: readonly number[];
  /** A quote is still open where it was cut: at the file's end, or at the limit. */
  readonly open: boolean;
}

/**
 * Cuts the bytes of a CSV file into rows, in memory bounded by one row. A row ends where a line ends and no quote
 * is open. Blank rows are left out. What the cells are is for a CSV library to say.
 */
export class RowSplitter {
  readonly #window = new ByteWindow();
  readonly #unit: 1 | 2;
  /** Where in a unit its low byte stands. */
  readonly #low: 0 | 1;
  readonly #maxRowBytes: number;
  #start: number;
  #at: number;
  #quoted = false;
  #lines: number[] = [0];

  constructor({ name, unit, mark }: CsvEncoding, maxRowBytes: number) {
    this.#unit = unit;
    this.#low = name === "utf-16be" ? 1 : 0;
    this.#maxRowBytes = maxRowBytes;
    this.#start = mark;
    this.#at = mark;
  }

  /** The rows that end in a chunk. */
  *push(chunk: Uint8Array): Generator<RowSpan, void> {
    this.#window.append(chunk, this.#start);
    yield* this.#rows();
  }

  /** What is left when the file is over. */
  *end(): Generator<RowSpan, void> {
    const row = this.#cut(this.#window.end, this.#quoted);
    if (row !== null) yield row;
  }

  *#rows(): Generator<RowSpan, void> {
    const window = this.#window;
    const unit = this.#unit;
    for (; this.#at + unit <= window.end; this.#at += unit) {
      const here = this.#at - window.base;
      if (unit === 2 && window.bytes[here + 1 - this.#low] !== 0) continue;
      const byte = window.bytes[here + this.#low];
      if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (byte === LF || byte === CR) {
        const next = this.#at + unit;
        const tooLong = next - this.#start > this.#maxRowBytes;
        if (this.#quoted && !tooLong) this.#lines.push(next - this.#start);
        else {
          const row = this.#cut(this.#at, this.#quoted);
          this.#begin(next);
          if (row !== null) yield row;
        }
      }
    }
    if (this.#at - this.#start > this.#maxRowBytes * 2) {
      // A line without an end is no row; only its beginning is given, to be told of.
      const row = this.#cut(this.#start + this.#maxRowBytes, true);
      this.#begin(this.#at);
      if (row !== null) yield row;
    }
  }

  #begin(at: number): void {
    this.#start = at;
    this.#quoted = false;
    this.#lines = [0];
  }

  #cut(end: number, open: boolean): RowSpan | null {
    if (end <= this.#start) return null;
    const bytes = this.#window.slice(this.#start, end).slice();
    if (bytes.every((byte) => byte === 0 || byte === 0x20 || byte === 0x09)) return null;
    return { offset: this.#start, bytes, lines: this.#lines, open };
  }
}
