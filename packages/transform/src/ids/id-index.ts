/** Slots, below which memory does not count. */
const SMALL = 1 << 17;

/**
 * A set of ids with a small number beside each, kept as 64-bit hashes: about 16 bytes an id, however long the
 * ids are. This is what lets an archive of a million posts be indexed in flat memory.
 *
 * Two different ids that share a hash (one chance in 10⁷ among a million) are taken for one; what rests on it
 * then errs on the side of withholding.
 */
export class IdIndex {
  /** Both halves of each hash side by side: a look costs one line of memory. */
  #hashes = new Uint32Array(2 * 1024);
  #values = new Uint8Array(1024);
  #size = 0;

  /** How many ids it holds. */
  get size(): number {
    return this.#size;
  }

  /** The number beside an id; 0 when it is not there. */
  get(id: string): number {
    const [high, low] = hashOf(id);
    return this.getHash(high, low);
  }

  /** The number beside an id of which only the hash was kept. */
  getHash(high: number, low: number): number {
    return this.#values[this.#slot(high, low)] ?? 0;
  }

  has(id: string): boolean {
    return this.get(id) !== 0;
  }

  /** Sets the number beside an id, 1 to 255. */
  set(id: string, value: number): void {
    const [high, low] = hashOf(id);
    this.setHash(high, low, value);
  }

  /**
   * Sets the number beside an id that is not there yet.
   *
   * @returns The number that was there, which stays; 0 if there was none.
   */
  add(id: string, value: number): number {
    const [high, low] = hashOf(id);
    const slot = this.#slot(high, low);
    const held = this.#values[slot] ?? 0;
    if (held === 0) this.#put(slot, high, low, value);
    return held;
  }

  /** The same for an id of which only the hash was kept. */
  setHash(high: number, low: number, value: number): void {
    this.#put(this.#slot(high, low), high, low, value);
  }

  #put(slot: number, high: number, low: number, value: number): void {
    if (value < 1 || value > 255) throw new RangeError(`IdIndex holds 1 to 255, not ${value}`);
    if (this.#values[slot] !== 0) {
      this.#values[slot] = value;
      return;
    }
    this.#size += 1;
    const isFull = this.#size > this.#values.length * 0.7;
    if (isFull) this.#grow();
    this.#fill(isFull ? this.#slot(high, low) : slot, high, low, value);
  }

  #fill(slot: number, high: number, low: number, value: number): void {
    this.#hashes[2 * slot] = high;
    this.#hashes[2 * slot + 1] = low;
    this.#values[slot] = value;
  }

  #slot(high: number, low: number): number {
    const capacity = this.#values.length;
    let slot = low % capacity;
    while (
      this.#values[slot] !== 0 &&
      (this.#hashes[2 * slot] !== high || this.#hashes[2 * slot + 1] !== low)
    ) {
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
    return slot;
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    // Growing by two fifths keeps the load between 50 and 70 %: 9 bytes a slot are at most 18 an id, and a new id
    // is three to six steps from its place; at 85 % it would be twenty. A small one is not worth the copying.
    const capacity = Math.floor(values.length * (values.length < SMALL ? 4 : 1.4));
    this.#hashes = new Uint32Array(2 * capacity);
    this.#values = new Uint8Array(capacity);
    for (let old = 0; old < values.length; old += 1) {
      const value = values[old] ?? 0;
      if (value === 0) continue;
      const [high, low] = [hashes[2 * old] ?? 0, hashes[2 * old + 1] ?? 0];
      this.#fill(this.#slot(high, low), high, low, value);
    }
    release(hashes.buffer);
    release(values.buffer);
  }
}

/** Gives memory back now: until it is collected, what an index has outgrown would be as large as all that it holds. */
function release(buffer: ArrayBuffer): void {
  // Browsers of 2023 do not have it.
  if ("transfer" in buffer) buffer.transfer(0);
}

// The same id is asked about several times in a row.
let lastId = "";
let lastHash = lanesOf(lastId);

/** A hash that is fast, and that no secret depends on. */
export function hashOf(id: string): readonly [high: number, low: number] {
  if (id !== lastId) {
    lastHash = lanesOf(id);
    lastId = id;
  }
  return lastHash;
}

/** Two lanes of a multiply-xor hash over UTF-16 units. */
function lanesOf(id: string): readonly [high: number, low: number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [b >>> 0, a >>> 0];
}
