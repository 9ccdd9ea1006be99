import { ByteWindow } from "./byte-window.js";
import { isSpace, NEWLINE, SLASH, SPACE, STAR } from "./json-bytes.js";

/** More bytes are needed: what the generators of this folder give in place of a result. */
export const MORE = null;
export type Need = typeof MORE;

/** What stands behind the last byte. */
export const END: number = -1;

/**
 * A place in a stream of bytes. Its generators ask for bytes by giving {@link MORE}; put them into
 * {@link window}, keeping what stands from {@link keep} on, and go on.
 */
export class Cursor {
  readonly window: ByteWindow = new ByteWindow();
  /** Position of the next byte. */
  at = 0;
  /** The first byte that is still needed. */
  keep = 0;

  /** The byte at a position, or {@link END}. */
  byteAt(position: number): number {
    return position < this.window.end ? (this.window.bytes[position - this.window.base] ?? END) : END;
  }

  /** Whether the next byte is there and is this one. */
  startsHere(byte: number): boolean {
    return this.at < this.window.end && this.window.bytes[this.at - this.window.base] === byte;
  }

  /** Steps over white space, and lets go of all before; the byte after it, or {@link END}. */
  *peek(): Generator<Need, number> {
    const { window } = this;
    for (;;) {
      const byte = this.#skipSpace(window.end);
      if (byte !== SPACE) return byte;
      if (window.ended) return END;
      this.keep = this.at;
      yield MORE;
    }
  }

  /** Like {@link peek}, but keeps all from `keep` on, and gives a space when nothing else comes before `farthest`. */
  *peekAhead(keep: number, farthest: number): Generator<Need, number> {
    const { window } = this;
    for (;;) {
      const byte = this.#skipSpace(Math.min(window.end, farthest));
      if (byte !== SPACE || this.at >= farthest) return byte;
      if (window.ended) return END;
      this.keep = keep;
      yield MORE;
    }
  }

  #skipSpace(to: number): number {
    const { window } = this;
    for (; this.at < to; this.at += 1) {
      const byte = window.bytes[this.at - window.base] ?? 0;
      if (!isSpace(byte)) return byte;
    }
    return SPACE;
  }

  /** Steps over a byte order mark. */
  *byteOrderMark(): Generator<Need, void> {
    while (this.window.end < 3 && !this.window.ended) yield MORE;
    if (this.byteAt(0) === 0xef && this.byteAt(1) === 0xbb && this.byteAt(2) === 0xbf) this.at = 3;
  }

  /** Steps over a comment, which JSON has not; `false` when it is none. */
  *comment(): Generator<Need, boolean> {
    const start = this.at;
    this.keep = start;
    while (this.window.end < start + 2 && !this.window.ended) yield MORE;
    const second = this.byteAt(start + 1);
    if (second !== SLASH && second !== STAR) return false;
    this.at = start + 2;
    let last = 0;
    for (;;) {
      this.keep = this.at;
      while (this.at < this.window.end) {
        const byte = this.byteAt(this.at);
        this.at += 1;
        if (second === SLASH ? byte === NEWLINE : byte === SLASH && last === STAR) return true;
        last = byte;
      }
      if (this.window.ended) return true;
      yield MORE;
    }
  }
}
