import { tieOf } from "../ids/keys.js";
import type { Compression } from "../library/library.js";
import type { Basis } from "./answers.js";
import type { StagedPost } from "./staged-post.js";

/** A post that was built before it was certain that it may be shown. */
export interface HeldPost {
  readonly id: string;
  readonly staged: StagedPost;
  readonly basis: Basis;
  /** Its place among the posts of all accounts. */
  readonly ordinal: number;
}

const CHUNK_BYTES = 1 << 18;
const HEADER_BYTES = 4;

/**
 * Posts that wait until everything is known, in memory alone: what turns out to be withheld was never in the library,
 * nor in any file. They are kept as bytes, compressed where the runtime can, a tenth of what the objects would take.
 */
export class HeldPosts {
  readonly #most: number;
  readonly #compression: Compression;
  readonly #full: Promise<Uint8Array>[] = [];
  /** The posts since the last full chunk, one behind the other, and what is noted of each. */
  #posts = new Uint8Array(CHUNK_BYTES);
  #used = 0;
  #notes: Notes[] = [];
  #bytes = 0;

  /** @param most Bytes after which no more are taken. */
  constructor(most: number, compression: Compression = AS_THEY_ARE) {
    this.#most = most;
    this.#compression = compression;
  }

  get isFull(): boolean {
    return this.#bytes >= this.#most;
  }

  /** Keeps a post; its bytes are copied. */
  hold(held: HeldPost, bytes: Uint8Array): void {
    if (this.#used + bytes.length > this.#posts.length) this.#close(Math.max(CHUNK_BYTES, bytes.length));
    this.#posts.set(bytes, this.#used);
    this.#used += bytes.length;
    this.#notes.push(toNotes(held, bytes.length));
  }

  #close(next: number): void {
    const chunk = chunkOf(this.#notes, this.#posts.subarray(0, this.#used));
    const compressed = this.#compression.compress(chunk).then((bytes) => {
      this.#bytes += bytes.length;
      return bytes;
    });
    // What fails is told by whoever waits for it.
    compressed.catch(() => undefined);
    this.#full.push(compressed);
    // Whoever compresses has a copy.
    if (this.#posts.length !== next) this.#posts = new Uint8Array(next);
    this.#used = 0;
    this.#notes = [];
  }

  /** Hands over all posts in the order in which they came, a chunk at a time, and keeps none. */
  async *drain(): AsyncGenerator<Iterable<readonly [held: HeldPost, bytes: Uint8Array]>> {
    this.#close(0);
    let next = this.#expanded();
    for (let chunk = await next; chunk !== null; chunk = await next) {
      next = this.#expanded();
      yield postsIn(chunk);
    }
  }

  async #expanded(): Promise<Uint8Array | null> {
    const chunk = await this.#full.shift();
    return chunk === undefined ? null : this.#compression.expand(chunk);
  }
}

const AS_THEY_ARE: Compression = {
  compress: (bytes) => Promise.resolve(bytes),
  expand: (bytes) => Promise.resolve(bytes),
};

/** The length of the notes, the notes, the posts. All notes at once: writing and reading each by itself takes thrice as long. */
function chunkOf(notes: readonly Notes[], posts: Uint8Array): Uint8Array {
  const encoded = encoder.encode(JSON.stringify(notes));
  const chunk = new Uint8Array(HEADER_BYTES + encoded.length + posts.length);
  new DataView(chunk.buffer).setUint32(0, encoded.length);
  chunk.set(encoded, HEADER_BYTES);
  chunk.set(posts, HEADER_BYTES + encoded.length);
  return chunk;
}

function* postsIn(chunk: Uint8Array): Generator<readonly [held: HeldPost, bytes: Uint8Array]> {
  const length = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength).getUint32(0);
  let at = HEADER_BYTES + length;
  for (const notes of parse(chunk.subarray(HEADER_BYTES, at))) {
    const end = at + lengthIn(notes);
    yield [fromNotes(notes), chunk.subarray(at, end)];
    at = end;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

type Notes = ReturnType<typeof toNotes>;

/** What it parses was written by {@link HeldPosts} in this very run. */
function parse(notes: Uint8Array): readonly Notes[] {
  return JSON.parse(decoder.decode(notes));
}

function lengthIn([length]: Notes): number {
  return length;
}

/** Without the names of the properties, which would be most of it. Where a post has no files, its place is not told. */
function toNotes({ id, staged, basis, ordinal }: HeldPost, length: number) {
  const { row, counted, account, files, tells, place } = staged;
  return [
    length,
    id,
    ordinal,
    basis.from,
    basis.to,
    basis.marks,
    account,
    row.key,
    row.epoch,
    row.day,
    row.parent,
    row.tags,
    row.attachments,
    counted.kind,
    counted.visibility,
    counted.published,
    counted.features,
    tells,
    files.length === 0 ? null : { files, place },
  ] as const;
}

function fromNotes(notes: Notes): HeldPost {
  const [, id, ordinal, from, to, marks, account, key, epoch, day, parent, tags, attachments, ...rest] =
    notes;
  const [kind, visibility, published, features, tells, media] = rest;
  return {
    id,
    ordinal,
    basis: { from, to, marks },
    staged: {
      row: { key, epoch, tie: tieOf(id, key), day, parent, kind, tags, attachments },
      counted: { kind, visibility, published, day, features },
      account,
      files: media?.files ?? [],
      tells,
      place: media?.place ?? { id },
    },
  };
}
