import type { ColumnSource } from "hyparquet-writer";
import type { PostRecord } from "../../targets/data/post-record.js";

/** The values of one column of a row group, as they come in. */
export interface Cells extends ColumnSource {
  /** Bytes of text that are held. */
  readonly size: number;
  add(record: PostRecord): void;
  /** Forgets what was added. */
  clear(): void;
}

/** A column of which the writer itself decides how it is encoded: numbers, times, lists, and words that come again. */
export class PlainCells<T> implements Cells {
  readonly name: string;
  readonly size = 0;
  data: T[] = [];
  readonly #cell: (record: PostRecord) => T;

  constructor(name: string, cell: (record: PostRecord) => T) {
    this.name = name;
    this.#cell = cell;
  }

  add(record: PostRecord): void {
    this.data.push(this.#cell(record));
  }

  clear(): void {
    this.data = [];
  }
}

/** A column of yes and no. */
export class TruthCells extends PlainCells<boolean> {
  // Of itself the writer packs them as runs, which Spark before 3.3 refuses to read.
  readonly encoding = "PLAIN";
}

const encoder = new TextEncoder();
const NOTHING = -1;

/**
 * A column of texts of which no two are alike. They are kept as UTF-8, side by side in one buffer that is used again for
 * each row group: many thousands of strings that live until their group is full would cost more than all else here.
 */
export class TextCells implements Cells {
  readonly name: string;
  // No dictionary, and no least and greatest value, could save a reader anything.
  readonly encoding = "PLAIN";
  readonly statistics = false;
  readonly #cell: (record: PostRecord) => string | null;
  readonly #lengths: number[] = [];
  #bytes = new Uint8Array(4096);
  size = 0;

  constructor(name: string, cell: (record: PostRecord) => string | null) {
    this.name = name;
    this.#cell = cell;
  }

  /** The texts. The writer asks each column when its turn has come: no two columns' values are in memory at once. */
  get data(): (Uint8Array | null)[] {
    let end = 0;
    return this.#lengths.map((length) => {
      if (length === NOTHING) return null;
      end += length;
      return this.#bytes.subarray(end - length, end);
    });
  }

  add(record: PostRecord): void {
    const text = this.#cell(record);
    if (text === null) {
      this.#lengths.push(NOTHING);
      return;
    }
    // A UTF-16 unit takes three bytes at most.
    const most = this.size + text.length * 3;
    if (most > this.#bytes.length) this.#bytes = grown(this.#bytes, most);
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(this.size));
    this.#lengths.push(written);
    this.size += written;
  }

  clear(): void {
    this.#lengths.length = 0;
    this.size = 0;
  }
}

function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
