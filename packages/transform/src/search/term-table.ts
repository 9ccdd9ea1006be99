const LONGEST = 24;
const PRIME = 16_777_619;
const BASIS = 0x811c9dc5;

/**
 * Terms and their numbers. A word of ASCII is looked up where it stands in a text, without being cut out of it: of
 * the millions of words in years of posts nearly all are known already.
 */
export class TermTable {
  #slots = new Int32Array(4096);
  readonly #names: string[] = [];

  /** The terms; a term's number is its place. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** The number of a term. */
  numberOf(term: string): number {
    let hash = BASIS;
    for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), PRIME);
    let slot = this.#first(hash);
    for (let number = this.#slots[slot] ?? 0; number !== 0; number = this.#slots[slot] ?? 0) {
      if (this.#names[number - 1] === term) return number - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#add(slot, ownCopy(term));
  }

  /** The number of a word of ASCII letters and figures in a text, in lower case; the rest of a long one is left off. */
  numberOfPlain(text: string, start: number, end: number): number {
    const stop = Math.min(end, start + LONGEST);
    let hash = BASIS;
    for (let at = start; at < stop; at += 1) hash = Math.imul(hash ^ lower(text.charCodeAt(at)), PRIME);
    let slot = this.#first(hash);
    for (let number = this.#slots[slot] ?? 0; number !== 0; number = this.#slots[slot] ?? 0) {
      if (isSame(this.#names[number - 1] ?? "", text, start, stop)) return number - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#add(slot, ownCopy(text.slice(start, stop).toLowerCase()));
  }

  #first(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1);
  }

  #add(slot: number, name: string): number {
    this.#names.push(name);
    this.#slots[slot] = this.#names.length;
    if (this.#names.length * 2 > this.#slots.length) this.#grow();
    return this.#names.length - 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const [index, name] of this.#names.entries()) {
      let hash = BASIS;
      for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
      let slot = this.#first(hash);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = index + 1;
    }
  }
}

function isSame(name: string, text: string, start: number, stop: number): boolean {
  if (name.length !== stop - start) return false;
  for (let at = 0; at < name.length; at += 1) {
    if (name.charCodeAt(at) !== lower(text.charCodeAt(start + at))) return false;
  }
  return true;
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
}

/** A part of a text may keep the whole text in memory; from so many characters on engines do that. */
function ownCopy(term: string): string {
  return term.length < 13 ? term : term.split("").join("");
}
