import { hashOf, type IdIndex } from "./id-index.js";

/** Pairs of ids kept as hashes, 16 bytes each, to be looked up in an {@link IdIndex} once that is complete. */
export class IdPairs {
  #hashes = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(from: string, to: string): void {
    if (4 * this.#size + 4 > this.#hashes.length) {
      const grown = new Uint32Array(this.#hashes.length * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes.set(hashOf(from), 4 * this.#size);
    this.#hashes.set(hashOf(to), 4 * this.#size + 2);
    this.#size += 1;
  }

  /** Sets a number beside the first of each pair of which the second has that number. */
  spread(index: IdIndex, value: number): void {
    for (let at = 0; at < 4 * this.#size; at += 4) {
      const [high = 0, low = 0, toHigh = 0, toLow = 0] = this.#hashes.subarray(at, at + 4);
      if (index.getHash(toHigh, toLow) === value) index.setHash(high, low, value);
    }
  }
}
