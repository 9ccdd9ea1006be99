import type { Bytes } from "../containers/container.js";

const LF = 0x0a;

/** One line of a file. */
export interface Line {
  /** Its first byte, counted from the file's beginning. */
  readonly offset: number;
  /** Count of the lines before it, blank ones included. */
  readonly number: number;
  /** Read before the next line is asked for; what is left of it is then passed over. */
  readonly bytes: Bytes;
}

/** The lines of a file, one document each (JSON Lines), in memory bounded by a chunk of the source. */
export async function* linesOf(source: Bytes): AsyncGenerator<Line, void, undefined> {
  const reader = new LineReader(source);
  try {
    for (let number = 0; await reader.more(); number += 1) {
      const line = reader.line();
      yield { offset: reader.offset, number, bytes: line };
      // What the consumer left of it.
      for await (const _ of line);
    }
  } finally {
    await reader.close();
  }
}

class LineReader {
  offset = 0;
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Whether there is another byte. */
  async more(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
    }
    return true;
  }

  /** The bytes up to the next line break; a second reading goes on where the first stopped. */
  line(): Bytes {
    let ended = false;
    const read = async function* (this: LineReader): AsyncGenerator<Uint8Array, void, undefined> {
      while (!ended && (await this.more())) {
        const chunk = this.#chunk;
        const at = chunk.indexOf(LF);
        ended = at !== -1;
        const end = ended ? at : chunk.length;
        this.#chunk = chunk.subarray(ended ? at + 1 : end);
        this.offset += ended ? at + 1 : end;
        if (end > 0) yield chunk.subarray(0, end);
      }
    };
    return { [Symbol.asyncIterator]: () => read.call(this) };
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
