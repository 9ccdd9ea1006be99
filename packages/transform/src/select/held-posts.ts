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

const CHUNK_BYTES = 1 << 20;
const HEADER_BYTES = 8;

/**
 * Posts that wait until everything is known, in memory alone: what turns out to be withheld was never in the library,
 * nor in any file. They are kept as bytes, compressed where the runtime can, a tenth of what the objects would take.
 */
export class HeldPosts {
  readonly #most: number;
  readonly #compression: Compression;
  readonly #full: Promise<Uint8Array>[] = [];
  #open = new Uint8Array(CHUNK_BYTES);
  #used = 0;
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
    const notes = encoder.encode(JSON.stringify(toNotes(held)));
    const length = HEADER_BYTES + notes.length + bytes.length;
    if (this.#used + length > this.#open.length) this.#close(Math.max(CHUNK_BYTES, length));
    const view = new DataView(this.#open.buffer);
    view.setUint32(this.#used, notes.length);
    view.setUint32(this.#used + 4, bytes.length);
    this.#open.set(notes, this.#used + HEADER_BYTES);
    this.#open.set(bytes, this.#used + HEADER_BYTES + notes.length);
    this.#used += length;
  }

  #close(next: number): void {
    const compressed = this.#compression.compress(this.#open.subarray(0, this.#used)).then((bytes) => {
      this.#bytes += bytes.length;
      return bytes;
    });
    // What fails is told by whoever waits for it.
    compressed.catch(() => undefined);
    this.#full.push(compressed);
    this.#open = new Uint8Array(next);
    this.#used = 0;
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

function* postsIn(bytes: Uint8Array): Generator<readonly [held: HeldPost, bytes: Uint8Array]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const notes = at + HEADER_BYTES;
    const post = notes + view.getUint32(at);
    const end = post + view.getUint32(at + 4);
    yield [fromNotes(parse(bytes.subarray(notes, post))), bytes.subarray(post, end)];
    at = end;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

type Notes = ReturnType<typeof toNotes>;

/** What it parses was written by {@link HeldPosts} in this very run. */
function parse(notes: Uint8Array): Notes {
  return JSON.parse(decoder.decode(notes));
}

/** Without the names of the properties, which would be most of it. Where a post has no files, its place is not told. */
function toNotes({ id, staged, basis, ordinal }: HeldPost) {
  const { row, counted, account, files, tells, place } = staged;
  return [
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
  const [id, ordinal, from, to, marks, account, key, epoch, day, parent, tags, attachments, ...rest] = notes;
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
