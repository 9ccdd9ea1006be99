/** A stretch of {@link Answers}: what one post was built on. */
export interface Basis {
  readonly from: number;
  readonly to: number;
  /** How many marks there were: a new one can change the answer to a question that was not asked. */
  readonly marks: number;
}

/** Answers that were given, each with the hash of what was asked about: 9 bytes an answer. */
export class Answers {
  #hashes = new Uint32Array(2048);
  #answers = new Uint8Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  note(high: number, low: number, answer: number): void {
    if (this.#size === this.#answers.length) {
      this.#hashes = grown(this.#hashes, new Uint32Array(this.#hashes.length * 2));
      this.#answers = grown(this.#answers, new Uint8Array(this.#answers.length * 2));
    }
    this.#hashes[2 * this.#size] = high;
    this.#hashes[2 * this.#size + 1] = low;
    this.#answers[this.#size] = answer;
    this.#size += 1;
  }

  /** Whether all of a stretch would be answered the same. */
  hold({ from, to }: Basis, answer: (high: number, low: number) => number): boolean {
    for (let at = from; at < to; at += 1) {
      const now = answer(this.#hashes[2 * at] ?? 0, this.#hashes[2 * at + 1] ?? 0);
      if (now !== this.#answers[at]) return false;
    }
    return true;
  }
}

function grown<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
