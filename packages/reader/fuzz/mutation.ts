/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to `count`, that not included. */
  below(count: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  }

  of<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new RangeError("nothing to choose from");
    return chosen;
  }
}

const NUMBERS = [
  0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff,
];
const encoder = new TextEncoder();
/** What the formats are made of. */
const WORDS: readonly Uint8Array[] = [
  ..."PK\u0003\u0004|PK\u0001\u0002|PK\u0005\u0006|PK\u0006\u0006|PK\u0006\u0007|PK\u0007\b|../|C:|con|__proto__|outbox.json|actor.json|likes.json".split(
    "|",
  ),
  ...'{|}|[|]|,|:|"|\\|"orderedItems":[|"items":[|"first":{|},{"id":"|"type":"Create"|"object":{|null|1e999|-0|/**/|//|\\u0000|\\ud800|ustar|\n|\r\n|""|;'.split(
    "|",
  ),
  "Account address,Show boosts,Notify on new posts,Languages\n",
  "#domain,#severity\n",
  "30 path=a/b\n",
  "19 size=4294967296\n",
].map((word) => encoder.encode(word));

const MOST_BYTES = 256 * 1024;

function spliced(bytes: Uint8Array, at: number, gone: number, put: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length - gone + put.length);
  out.set(bytes.subarray(0, at));
  out.set(put, at);
  out.set(bytes.subarray(at + gone), at + put.length);
  return out;
}

function once(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = random.below(Math.min(bytes.length - at, random.of([2, 8, 64, 4096])) + 1);
  switch (random.below(8)) {
    case 0: {
      const out = bytes.slice();
      if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
      return out;
    }
    case 1: {
      const out = bytes.slice();
      if (at < out.length) out[at] = random.below(256);
      return out;
    }
    case 2: {
      const out = bytes.slice();
      const width = random.of([1, 2, 4, 8]);
      const number = random.below(4) === 0 ? random.below(bytes.length + 1) : random.of(NUMBERS);
      for (let n = 0; n < width && at + n < out.length; n += 1) out[at + n] = n < 4 ? number >>> (8 * n) : 0;
      return out;
    }
    case 3:
      return spliced(bytes, at, length, new Uint8Array());
    case 4:
      return spliced(bytes, at, 0, bytes.subarray(at, at + length));
    case 5:
      return spliced(bytes, at, random.below(2) === 0 ? 0 : length, random.of(WORDS));
    case 6: {
      const from = random.below(other.length + 1);
      return spliced(bytes, at, length, other.subarray(from, from + random.below(1024)));
    }
    default: {
      const word = random.of(WORDS);
      const out = bytes.slice();
      out.set(word.subarray(0, Math.max(0, out.length - at)), at);
      return out;
    }
  }
}

/** The bytes changed in one to eight places, with parts of another input among them. */
export function mutated(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let out = bytes;
  for (let left: number = random.of([1, 1, 2, 3, 5, 8]); left > 0; left -= 1) out = once(out, other, random);
  return out.length > MOST_BYTES ? out.slice(0, MOST_BYTES) : out;
}
