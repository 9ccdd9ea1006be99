const SMALLEST = 64 * 1024;

/**
 * The part of a stream that is still needed, in one piece. Positions are bytes from the stream's beginning, so
 * they stay valid while the window moves.
 *
 * Bytes are moved only when the room behind them is used up, and at least as much room as they take is there then:
 * feeding it one byte at a time costs no more copying than feeding it at once.
 */
export class ByteWindow {
  /** What is held; its first byte stands at {@link base} in the stream. */
  bytes: Uint8Array = new Uint8Array(0);
  /** {@link bytes} up to the last byte read. */
  filled: Uint8Array = this.bytes;
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
    this.filled = this.bytes.subarray(0, this.end - this.base);
  }

  #makeRoom(length: number, keep: number): void {
    const kept = this.bytes.subarray(keep - this.base, this.end - this.base);
    const needed = kept.length + length;
    // What is moved is less than what can be added until it has to be moved again.
    if (needed <= this.bytes.length && kept.length * 2 <= this.bytes.length) {
      this.bytes.set(kept, 0);
    } else {
      const wider = new Uint8Array(Math.max(SMALLEST, needed + kept.length));
      wider.set(kept, 0);
      this.bytes = wider;
    }
    this.base = keep;
  }

  slice(from: number, to: number): Uint8Array {
    return this.bytes.subarray(from - this.base, to - this.base);
  }
}
