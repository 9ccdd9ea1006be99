import type { RunOptions } from "@archive/schema";
import type { Bytes, Container, Entry } from "../containers/container.js";
import { allEntries } from "../containers/random-container.js";

/** Of a tar.gz so much is kept of its documents when it is opened, so that reading them costs no further pass. */
const MOST_KEPT: number = 32 * 1024 * 1024;
/** Held back from the outbox, at most: the smaller documents follow it, the actor last. */
const KEPT_FOR_OTHERS = 8 * 1024 * 1024;
/** Kept of what may turn out to be a document: enough to tell. */
const GLIMPSE = 64 * 1024;
/** Kept of an outbox that is too large: enough to tell its exporter. */
const HEAD = 1024 * 1024;
const MOST_OUTBOXES = 4;
const MOST_GLIMPSES = 64;

/** How much of an entry is worth keeping as it goes by. */
export type Interest = "outbox" | "document" | "glimpse" | "none";

interface Kept {
  readonly chunks: readonly Uint8Array[];
  readonly whole: boolean;
}

/** The entries of a container, and whatever of its documents was kept on the way. */
export class Survey {
  /** In the container's order, each path once. */
  readonly entries: readonly Entry[];
  readonly #container: Container;
  readonly #kept: ReadonlyMap<string, Kept>;

  constructor(container: Container, entries: readonly Entry[], kept: ReadonlyMap<string, Kept>) {
    this.#container = container;
    this.entries = entries;
    this.#kept = kept;
  }

  /** The bytes of an entry. */
  open(entry: Entry, options: RunOptions): Bytes {
    const kept = this.#kept.get(entry.path);
    return kept?.whole === true ? inOrder(kept.chunks) : this.#container.open(entry, options);
  }

  /** The first bytes of an entry, as many as come cheap, at most `most`. */
  head(entry: Entry, most: number, options: RunOptions): Head {
    const kept = this.#kept.get(entry.path);
    const source = kept === undefined ? this.#container.open(entry, options) : inOrder(kept.chunks);
    return new Head(source, most, kept?.whole ?? true);
  }
}

/** The beginning of an entry's bytes. */
export class Head {
  /** Whether all of the entry came; known once the bytes are read. */
  whole = false;
  readonly #source: Bytes;
  readonly #most: number;
  readonly #sourceIsWhole: boolean;

  constructor(source: Bytes, most: number, sourceIsWhole: boolean) {
    this.#source = source;
    this.#most = most;
    this.#sourceIsWhole = sourceIsWhole;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    let left = this.#most;
    for await (const chunk of this.#source) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left <= 0) return;
    }
    this.whole = this.#sourceIsWhole;
  }
}

async function* inOrder(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunks;
}

/**
 * Lists a container. A sequential one is read once, whole, and its documents are kept as they go by: the actor
 * comes last there, and going back for it would cost a second pass.
 */
export async function survey(
  container: Container,
  interest: (entry: Entry) => Interest,
  options: RunOptions & { readonly maxKeptBytes?: number | undefined },
): Promise<Survey> {
  const kept = new Map<string, Kept>();
  if (container.access === "random") {
    return new Survey(container, await allEntries(container, options), kept);
  }
  const entries = new Map<string, Entry>();
  // The last of two entries with one path counts, in its own place.
  const list = (entry: Entry): void => {
    entries.delete(entry.path);
    kept.delete(entry.path);
    entries.set(entry.path, entry);
  };
  const want = (entry: Entry): boolean => {
    list(entry);
    return interest(entry) !== "none";
  };
  let left = options.maxKeptBytes ?? MOST_KEPT;
  let outboxes = 0;
  let others = 0;
  const forOthers = Math.min(KEPT_FOR_OTHERS, left >> 2);
  for await (const { entry, bytes } of container.scan(want, options)) {
    const kind = interest(entry);
    // Whatever the budget, beginnings are needed to tell what is what; no export has so many of them.
    const isOutbox = kind === "outbox";
    const count = isOutbox ? ++outboxes : ++others;
    const most = isOutbox ? MOST_OUTBOXES : MOST_GLIMPSES;
    const least = count > most ? 0 : isOutbox ? HEAD : GLIMPSE;
    const room = share(kind, left, forOthers, least);
    const document = await keep(bytes, room.most, room.head);
    kept.set(entry.path, document);
    for (const chunk of document.chunks) left -= chunk.length;
  }
  return new Survey(container, [...entries.values()], kept);
}

/** How much is kept: `most` of a document that is no larger, else its `head`. */
function share(
  interest: Interest,
  left: number,
  forOthers: number,
  least: number,
): { readonly most: number; readonly head: number } {
  if (interest === "glimpse") {
    const glimpse = Math.max(least, Math.min(GLIMPSE, left));
    return { most: glimpse, head: glimpse };
  }
  const most = interest === "outbox" ? left - forOthers : left;
  return { most: Math.max(0, most), head: Math.max(least, Math.min(HEAD, left)) };
}

/** Keeps all of a document when it is at most `most` bytes long, else about its first `head` bytes. */
async function keep(bytes: Bytes, most: number, head: number): Promise<Kept> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  for await (const chunk of bytes) {
    length += chunk.length;
    // A copy: the chunk may be a small part of a large buffer.
    if (length <= most || length - chunk.length < head) chunks.push(chunk.slice());
    if (length > most) {
      whole = false;
      if (length >= head) break;
    }
  }
  if (whole) return { chunks, whole };
  let kept = 0;
  const first = chunks.findIndex((chunk) => {
    kept += chunk.length;
    return kept >= head;
  });
  return { chunks: first === -1 ? chunks : chunks.slice(0, first + 1), whole };
}
