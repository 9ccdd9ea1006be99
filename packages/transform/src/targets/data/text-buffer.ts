const SIZE = 1 << 17;
const encoder = new TextEncoder();

/**
 * Gathers texts as UTF-8 until there is a piece that is worth writing. Each is encoded by itself: joined first, one
 * letter beyond Latin-1 would have all of them kept, and then encoded, as two bytes a letter.
 */
export class TextBuffer {
  #bytes: Uint8Array = new Uint8Array(SIZE);
  #used = 0;

  /** Adds a text. Gives what was gathered before when there is no room for it, and `null` when there is. */
  add(text: string): Uint8Array | null {
    // A UTF-16 unit takes three bytes at most.
    const most = text.length * 3;
    const full = this.#used > 0 && this.#used + most > this.#bytes.length ? this.take() : null;
    if (most > this.#bytes.length) this.#bytes = new Uint8Array(most);
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
    return full;
  }

  /** What was gathered, as bytes of its own. */
  take(): Uint8Array {
    const piece = this.#bytes.subarray(0, this.#used);
    this.#bytes = new Uint8Array(SIZE);
    this.#used = 0;
    return piece;
  }
}
