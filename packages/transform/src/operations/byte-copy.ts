import { joinBytes } from "../media/strip/bytes.js";
import type { Bytes } from "../source.js";

/** What stands around a list is small; a larger part of a document is not held. */
const LARGEST_GAP = 8 * 1024 * 1024;

/** Copies bytes up to places in a document. */
export class ByteCopy {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  /** Where the first byte that is held stands. */
  #at = 0;

  constructor(bytes: Bytes) {
    this.#source = bytes[Symbol.asyncIterator]();
  }

  /** What lies before a place, piece by piece. */
  async *pass(to: number): Bytes {
    while (this.#at < to) {
      if (this.#held.length === 0 && !(await this.#pull())) return;
      const piece = this.#held.subarray(0, Math.min(this.#held.length, to - this.#at));
      this.#held = this.#held.subarray(piece.length);
      this.#at += piece.length;
      yield piece;
    }
  }

  async skip(to: number): Promise<void> {
    for await (const _ of this.pass(to));
  }

  async take(to: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pass(to)) pieces.push(new Uint8Array(piece));
    return joinBytes(pieces);
  }

  /** All that follows, if it is not too large to be held. What was pulled stays otherwise. */
  async rest(): Promise<Uint8Array | null> {
    const pieces = [new Uint8Array(this.#held)];
    let length = this.#held.length;
    while (length <= LARGEST_GAP && (await this.#pull())) {
      pieces.push(new Uint8Array(this.#held));
      length += this.#held.length;
    }
    this.#held = joinBytes(pieces);
    return length <= LARGEST_GAP ? this.#held : null;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #pull(): Promise<boolean> {
    const step = await this.#source.next();
    this.#held = step.done === true ? new Uint8Array(0) : step.value;
    return step.done !== true;
  }
}
