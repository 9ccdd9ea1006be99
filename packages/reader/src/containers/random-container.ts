import type { Diagnostic, RunOptions } from "@archive/schema";
import type { Findings } from "../guards/findings.js";
import type { Listed } from "../guards/listing.js";
import type { Bytes, Container, ContainerKind, Entry } from "./container.js";
import { placeOfEntry } from "./place-of-entry.js";

/** What a kind of container with random access has to bring. */
export interface RandomParts<Place> {
  readonly kind: ContainerKind;
  readonly bytes: number;
  readonly findings: Findings;
  readonly listed: ReadonlyMap<string, Listed<Place>>;
  /** The unpacked bytes at a place; findings go to `report`. */
  read(listed: Listed<Place>, run: RunOptions, report: (found: Diagnostic) => void): Bytes;
  close(): Promise<void>;
}

/**
 * The entries as they are asked for. No generator: of those each step costs three turns of the queue of promises, and
 * there may be a hundred thousand.
 */
class EntryIterator<Place> implements AsyncIterableIterator<Entry, undefined> {
  readonly #listed: IterableIterator<Listed<Place>>;
  readonly #signal: AbortSignal | undefined;
  #begin: (() => void) | null;

  constructor(listed: IterableIterator<Listed<Place>>, begin: () => void, signal: AbortSignal | undefined) {
    this.#listed = listed;
    this.#begin = begin;
    this.#signal = signal;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Entry, undefined>> {
    this.#begin?.();
    this.#begin = null;
    const step = this.#listed.next();
    if (step.done === true) return { done: true, value: undefined };
    this.#signal?.throwIfAborted();
    return { done: false, value: step.value.entry };
  }

  /** All that were not yet asked for. */
  rest(): Entry[] {
    this.#begin?.();
    this.#begin = null;
    this.#signal?.throwIfAborted();
    const entries: Entry[] = [];
    for (const { entry } of this.#listed) entries.push(entry);
    return entries;
  }
}

/** All entries of a container; where they are known already, without a turn of the queue of promises for each. */
export async function allEntries(container: Container, run: RunOptions): Promise<Entry[]> {
  const listed = container.entries(run);
  if (listed instanceof EntryIterator) return listed.rest();
  const entries: Entry[] = [];
  for await (const entry of listed) entries.push(entry);
  return entries;
}

/** A container whose entries are all known and can each be read at once. */
export function randomContainer<Place>(parts: RandomParts<Place>): Container {
  const { kind, bytes, findings, listed, read, close } = parts;

  const entries = (run: RunOptions = {}): EntryIterator<Place> => {
    return new EntryIterator(listed.values(), () => findings.of(run), run.signal);
  };

  const open = (entry: Entry, run: RunOptions = {}): Bytes =>
    read(placeOfEntry(listed, entry), run, findings.of(run));

  async function* scan(
    want: (entry: Entry) => boolean,
    run: RunOptions = {},
  ): AsyncGenerator<{ readonly entry: Entry; readonly bytes: Bytes }, void, undefined> {
    for await (const entry of entries(run)) if (want(entry)) yield { entry, bytes: open(entry, run) };
  }

  return { kind, access: "random", bytes, entries, open, scan, [Symbol.asyncDispose]: close };
}
