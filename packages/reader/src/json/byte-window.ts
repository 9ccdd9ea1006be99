const SMALLEST = 64 * 1024;

/**
 * The part of a stream that is still needed, in one piece. Positions are bytes from the stream's beginning, so
 * they stay valid while the window moves.
 *
 * Bytes are moved only when the room behind them is used up, and the room at least doubles then: feeding it
 * one byte at a time costs no more copying than feeding it at once.
 */
export class ByteWindow {
  /** What is held; its first byte stands at {@link base} in the stream. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Position of the first byte of {@link bytes}. */
  base = 0;
  /** Position behind the last byte read. */
  end = 0;
  /** Whether the stream has no more. */
  ended = false;

  /** Adds a chunk, and lets go of what stands before `keep`. */
  append(chunk: Uint8Array, keep: number): void {
    const filled = this.end - this.base;
    if (filled + chunk.length > this.bytes.length) this.#makeRoom(chunk.length, Math.min(keep, this.end));
    this.bytes.set(chunk, this.end - this.base);
    this.end += chunk.length;
  }

  #makeRoom(length: number, keep: number): void {
    const kept = this.bytes.subarray(keep - this.base, this.end - this.base);
    const needed = kept.length + length;
    if (needed * 2 <= this.bytes.length) {
      this.bytes.set(kept, 0);
    } else {
      const wider = new Uint8Array(Math.max(SMALLEST, needed * 2));
      wider.set(kept, 0);
      this.bytes = wider;
    }
    this.base = keep;
  }

  slice(from: number, to: number): Uint8Array {
    return this.bytes.subarray(from - this.base, to - this.base);
  }
}
