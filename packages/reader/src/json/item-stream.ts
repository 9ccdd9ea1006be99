import type { Bytes } from "../containers/container.js";
import type { ItemSplitter } from "./item-splitter.js";
import type { JsonElement } from "./splitter-options.js";

/** How an {@link ItemStream} is fed and what it gives. */
export interface ItemStreamParts<T> {
  readonly bytes: Bytes;
  readonly splitter: ItemSplitter;
  /** What an element becomes; `null` leaves it out. */
  readonly map: (element: JsonElement) => T | null;
  /** Called before each chunk is pulled, with the bytes read so far. */
  readonly onChunk: (bytes: number) => void;
  readonly onEnd: () => void;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * The elements of a document as they are pulled. Behaves as an async generator does: calls wait for each other,
 * leaving early closes the source, an error ends it.
 *
 * It is no generator, because elements come by the hundred thousand: those that are in memory already are given
 * without a turn of the event loop for every layer they pass.
 */
export class ItemStream<T> implements AsyncIterableIterator<T, undefined> {
  readonly #parts: ItemStreamParts<T>;
  readonly #elements: Generator<JsonElement | null, void>;
  #source: AsyncIterator<Uint8Array> | null = null;
  #state: "before" | "open" | "drained" | "over" = "before";
  #read = 0;
  /** Whether the document is split; what follows it is of no interest. */
  #split = false;
  #queue: Promise<unknown> | null = null;
  #waiting = 0;

  constructor(parts: ItemStreamParts<T>) {
    this.#parts = parts;
    this.#elements = parts.splitter.elements();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.#queue !== null || this.#state === "before") return this.#enqueue(() => this.#pull());
    try {
      const ready = this.#ready();
      if (ready !== null) return Promise.resolve(ready);
    } catch (error) {
      return this.#enqueue(() => this.#fail(error));
    }
    return this.#enqueue(() => this.#pull());
  }

  return(): Promise<IteratorResult<T, undefined>> {
    return this.#enqueue(async () => {
      await this.#close();
      return DONE;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  /** Runs a job when those before it are done. */
  #enqueue<R>(job: () => Promise<R>): Promise<R> {
    this.#waiting += 1;
    const run = async (): Promise<R> => {
      try {
        return await job();
      } finally {
        // Before the caller hears of it: its next call then finds nobody waiting.
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#queue = null;
      }
    };
    const turn = this.#queue === null ? run() : this.#queue.then(run, run);
    this.#queue = turn;
    return turn;
  }

  /** The next element that is in memory already; `null` asks for more bytes. */
  #ready(): IteratorResult<T, undefined> | null {
    if (this.#state === "over") return DONE;
    while (!this.#split) {
      const step = this.#elements.next();
      if (step.done === true) this.#split = true;
      else if (step.value === null) return null;
      else {
        const value = this.#parts.map(step.value);
        if (value !== null) return { done: false, value };
      }
    }
    return null;
  }

  async #pull(): Promise<IteratorResult<T, undefined>> {
    const { bytes, splitter, onChunk, onEnd } = this.#parts;
    const { window } = splitter;
    try {
      if (this.#state === "before") {
        this.#state = "open";
        this.#source = bytes[Symbol.asyncIterator]();
      }
      for (;;) {
        const ready = this.#ready();
        if (ready?.done === false) return ready;
        if (this.#state === "over") return DONE;
        if (this.#state === "drained") {
          this.#state = "over";
          onEnd();
          return DONE;
        }
        // What follows the document's end is pulled all the same: containers check an entry's sum at its end.
        onChunk(this.#read);
        const chunk = await this.#source?.next();
        if (chunk === undefined || chunk.done === true) {
          this.#state = "drained";
          this.#source = null;
          window.ended = true;
          continue;
        }
        this.#read += chunk.value.length;
        if (!this.#split) window.append(chunk.value, splitter.keep);
      }
    } catch (error) {
      return this.#fail(error);
    }
  }

  async #fail(error: unknown): Promise<never> {
    // The first error is the one that counts.
    await this.#close().catch(() => {});
    throw error;
  }

  async #close(): Promise<void> {
    this.#state = "over";
    const source = this.#source;
    this.#source = null;
    this.#elements.return();
    await source?.return?.();
  }
}
