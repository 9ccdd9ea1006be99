import { CODES, ENDS, GOES_ON } from "./digits.js";

const PAGE_BITS = 16;
const PAGE = 2 ** PAGE_BITS;
const POINTER = 4;
/** Bytes of a term's first piece, its second …: most terms are rare, few are in every post. */
const PIECES = [4, 8, 16, 32, 64, 128, 256, 512] as const;

/**
 * The posts of each term, written as they come in the form in which they are shipped: about a byte for each
 * time a term is in a post. A term's bytes lie in pieces that name the next, in pages that are never copied.
 */
export class Postings {
  readonly #pages: Uint8Array[] = [];
  #used = PAGE;
  #terms = 0;
  #last = new Int32Array(1024);
  #head = new Int32Array(1024);
  #tail = new Int32Array(1024);
  #end = new Int32Array(1024);
  #level = new Uint8Array(1024);

  /** Number of terms. */
  get size(): number {
    return this.#terms;
  }

  /** Makes a term, and gives its number. */
  newTerm(): number {
    const term = this.#terms;
    this.#terms += 1;
    if (term === this.#last.length) this.#grow();
    const head = this.#allocate(PIECES[0]);
    this.#last[term] = -1;
    this.#head[term] = head;
    this.#tail[term] = head;
    this.#end[term] = head + PIECES[0];
    return term;
  }

  /** Says that a term is in a post; posts come in rising order, one may be told several times. */
  add(term: number, post: number): void {
    // A table that gives terms their numbers may be ahead by one.
    while (term >= this.#terms) this.newTerm();
    const last = this.#last[term] ?? -1;
    if (last === post) return;
    this.#last[term] = post;
    // The loop of `writeNumber`, without a call for each character: this line runs millions of times.
    let rest = post - last - 1;
    while (rest >= ENDS) {
      this.#write(term, CODES[ENDS + (rest % GOES_ON)] ?? 0);
      rest = Math.floor(rest / GOES_ON);
    }
    this.#write(term, CODES[rest] ?? 0);
  }

  /** How many bytes a term's posts take at least. */
  *bytes(term: number): Generator<Uint8Array> {
    const tail = this.#tail[term] ?? 0;
    let at = this.#head[term] ?? 0;
    for (let level = 0; ; level += 1) {
      const size = PIECES[Math.min(level, PIECES.length - 1)] ?? 0;
      const page = this.#pages[at >>> PAGE_BITS] ?? new Uint8Array();
      const start = at & (PAGE - 1);
      if (tail >= at && tail <= at + size) {
        yield page.subarray(start, start + tail - at);
        return;
      }
      yield page.subarray(start, start + size);
      at = pointerAt(page, start + size);
    }
  }

  #write(term: number, code: number): void {
    let tail = this.#tail[term] ?? 0;
    if (tail === this.#end[term]) {
      const level = Math.min((this.#level[term] ?? 0) + 1, PIECES.length - 1);
      const size = PIECES[level] ?? 0;
      const next = this.#allocate(size);
      putPointer(this.#pages[tail >>> PAGE_BITS], tail & (PAGE - 1), next);
      this.#level[term] = level;
      this.#end[term] = next + size;
      tail = next;
    }
    const page = this.#pages[tail >>> PAGE_BITS];
    if (page !== undefined) page[tail & (PAGE - 1)] = code;
    this.#tail[term] = tail + 1;
  }

  #allocate(size: number): number {
    if (this.#used + size + POINTER >= PAGE) {
      this.#pages.push(new Uint8Array(PAGE));
      this.#used = 0;
    }
    const at = ((this.#pages.length - 1) << PAGE_BITS) | this.#used;
    this.#used += size + POINTER;
    return at;
  }

  #grow(): void {
    const grown = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(old.length * 2);
      array.set(old);
      return array;
    };
    this.#last = grown(this.#last);
    this.#head = grown(this.#head);
    this.#tail = grown(this.#tail);
    this.#end = grown(this.#end);
    const level = new Uint8Array(this.#level.length * 2);
    level.set(this.#level);
    this.#level = level;
  }
}

function pointerAt(page: Uint8Array, at: number): number {
  return (
    ((page[at] ?? 0) |
      ((page[at + 1] ?? 0) << 8) |
      ((page[at + 2] ?? 0) << 16) |
      ((page[at + 3] ?? 0) << 24)) >>>
    0
  );
}

function putPointer(page: Uint8Array | undefined, at: number, value: number): void {
  if (page === undefined) return;
  for (let byte = 0; byte < POINTER; byte += 1) page[at + byte] = (value >>> (8 * byte)) & 0xff;
}
