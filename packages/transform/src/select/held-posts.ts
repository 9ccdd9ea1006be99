import type { PendingText } from "../content/safe-content.js";
import { tieOf } from "../ids/keys.js";
import { type OpenPost, type Packing, PLAIN_PACKING, unpackPosts } from "../library/packing.js";
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

/** In UTF-16 units, rows and texts together: some 300 posts. */
const CHUNK = 1 << 18;

/**
 * Posts that wait until everything is known, in memory alone: what turns out to be withheld was never in the library,
 * nor in any file. They are kept as bytes, compressed where the runtime can, a tenth of what the objects would take.
 */
export class HeldPosts {
  readonly #most: number;
  readonly #packing: Packing;
  readonly #marks: ReadonlySet<string>;
  readonly #full: Promise<Uint8Array>[] = [];
  /** The posts since the last full chunk, and what is noted of each. */
  #rows: string[] = [];
  #htmls: (string | null)[] = [];
  #emoji = new Map<number, ReadonlySet<string>>();
  #notes: Notes[] = [];
  #units = 0;
  #bytes = 0;

  /**
   * @param most Bytes after which no more are taken.
   * @param marks What a text has in it that may hold the address of a withheld post, as far as is known.
   */
  constructor(most: number, marks: ReadonlySet<string>, packing: Packing = PLAIN_PACKING) {
    this.#most = most;
    this.#marks = marks;
    this.#packing = packing;
  }

  get isFull(): boolean {
    return this.#bytes >= this.#most;
  }

  /** Keeps a post: its row without its content, and the text that becomes the content, if there is one. */
  hold(held: HeldPost, row: string, text: PendingText | null): void {
    this.#units += row.length + (text?.html.length ?? 0);
    if (text?.emoji !== undefined) this.#emoji.set(this.#rows.length, text.emoji);
    this.#rows.push(row);
    this.#htmls.push(text?.html ?? null);
    this.#notes.push(toNotes(held));
    if (this.#units >= CHUNK) this.#close();
  }

  #close(): void {
    const packed = this.#packing
      .pack({
        notes: JSON.stringify(this.#notes),
        rows: this.#rows,
        htmls: this.#htmls,
        emoji: this.#emoji,
        marks: this.#marks,
      })
      .then((bytes) => {
        this.#bytes += bytes.length;
        if (this.isFull) this.#packing.rest();
        return bytes;
      });
    // What fails is told by whoever waits for it.
    packed.catch(() => undefined);
    this.#full.push(packed);
    this.#rows = [];
    this.#htmls = [];
    this.#emoji = new Map();
    this.#notes = [];
    this.#units = 0;
  }

  /** Hands over all posts in the order in which they came, a chunk at a time, and keeps none. */
  async *drain(): AsyncGenerator<Iterable<readonly [held: HeldPost, row: Uint8Array | OpenPost]>> {
    this.#close();
    this.#packing.rest();
    let next = this.#expanded();
    for (let chunk = await next; chunk !== null; chunk = await next) {
      next = this.#expanded();
      yield postsIn(chunk);
    }
  }

  async #expanded(): Promise<Uint8Array | null> {
    const chunk = await this.#full.shift();
    return chunk === undefined ? null : this.#packing.expand(chunk);
  }
}

function* postsIn(chunk: Uint8Array): Generator<readonly [held: HeldPost, row: Uint8Array | OpenPost]> {
  const { notes, rows } = unpackPosts(chunk);
  const all = parse(notes);
  let place = 0;
  for (const row of rows) {
    const each = all[place];
    place += 1;
    if (each !== undefined) yield [fromNotes(each), row];
  }
}

type Notes = ReturnType<typeof toNotes>;

/** What it parses was written by {@link HeldPosts} in this very run. */
function parse(notes: string): readonly Notes[] {
  return JSON.parse(notes);
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
