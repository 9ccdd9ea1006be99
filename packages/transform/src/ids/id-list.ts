import { hashOf, type IdIndex } from "./id-index.js";

/** A list of ids kept as 64-bit hashes, to be looked up in an {@link IdIndex} once that is complete. */
export class IdList {
  #hashes = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(id: string): void {
    if (2 * this.#size + 2 > this.#hashes.length) {
      const grown = new Uint32Array(this.#hashes.length * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes.set(hashOf(id), 2 * this.#size);
    this.#size += 1;
  }

  /** How many of them are in an index. */
  countIn(index: IdIndex): number {
    let count = 0;
    for (let at = 0; at < 2 * this.#size; at += 2) {
      if (index.getHash(this.#hashes[at] ?? 0, this.#hashes[at + 1] ?? 0) !== 0) count += 1;
    }
    return count;
  }
}
