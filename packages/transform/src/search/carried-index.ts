import { shortHash } from "../ids/keys.js";
import { rowText } from "../library/post-row.js";
import { type EarlierFile, readBlockStarts, readEarlierIndex, readMadeOf } from "./earlier-index.js";
import { MADE_OF, MARKS_BLOCK, type MadeOf } from "./format.js";
import type { IndexFile } from "./index-builder.js";
import type { IndexMaker, PostToIndex } from "./index-maker.js";
import { namesOf } from "./index-post.js";
import { NameCounts } from "./name-counts.js";
import { scriptChunk } from "./script-chunk.js";

/** What an index that goes on from an earlier one is made with. */
export interface CarriedParts {
  readonly maker: IndexMaker;
  /** Of all that decides what becomes of a post. */
  readonly version: string;
  readonly earlier: EarlierFile;
  /** The first so many posts once more, for when the earlier index turns out to be of others. */
  again(posts: number): AsyncIterable<PostToIndex>;
}

/**
 * Goes on from the index of an earlier run as long as the posts are the same, piece by piece; where only new ones
 * follow, as they do when an account goes on, none of those before is looked through again. Else the index is made
 * anew. The files are the same in each case, and in the same order: those of a piece that was met again are the earlier
 * ones, and of the posts that come after the last such piece nothing of the earlier index is used.
 */
export class CarriedIndex implements Omit<IndexMaker, "goOnFrom"> {
  readonly #parts: CarriedParts;
  readonly #pieces: [print: string, posts: number][] = [];
  /** Posts in those pieces. */
  #posts = 0;
  /** What is being met again; `null` where nothing is, or no more. */
  #met: { readonly madeOf: MadeOf; readonly starts: ReadonlySet<number>; blocks: number } | null;
  /** Done when what was not carried after all is in. */
  #ready: Promise<void> | null = null;
  /** Names in all pieces but the last. */
  #names = new NameCounts();
  #last: readonly PostToIndex[] = [];
  #toldMadeOf = false;

  constructor(parts: CarriedParts) {
    this.#parts = parts;
    const madeOf = readMadeOf(parts.earlier, parts.version);
    const starts = madeOf === null ? null : readBlockStarts(parts.earlier);
    this.#met = madeOf === null || starts === null ? null : { madeOf, starts: new Set(starts), blocks: 0 };
  }

  async add(posts: Iterable<PostToIndex>): Promise<readonly IndexFile[]> {
    const piece = [...posts];
    if (piece.length === 0) return [];
    const print = printOf(piece);
    const files = this.#filesOf(print, piece.length);
    if (files === null) this.#goOn();
    this.#pieces.push([print, piece.length]);
    this.#posts += piece.length;
    if (files !== null) return files;
    this.#count(this.#last);
    this.#last = piece;
    const { maker } = this.#parts;
    return this.#ready === null ? maker.add(piece) : this.#ready.then(() => maker.add(piece));
  }

  async rest(): Promise<readonly IndexFile[]> {
    // Where all posts were met, there are fewer of them than before.
    if (this.#met !== null) this.#addAgain(this.#pieces.length - 1);
    await this.#ready;
    const files = await this.#parts.maker.rest();
    if (files.length > 0 || this.#toldMadeOf || this.#pieces.length < 2) return files;
    this.#toldMadeOf = true;
    return [{ name: MADE_OF, text: scriptChunk(MADE_OF, this.#madeOf()) }];
  }

  stop(): void {
    this.#parts.maker.stop();
  }

  /** The files that are full with the next piece, where it is the one of before; `null` where it is not. */
  #filesOf(print: string, posts: number): readonly IndexFile[] | null {
    if (this.#met === null) return null;
    const { madeOf, starts } = this.#met;
    const known = madeOf.pieces[this.#pieces.length];
    if (known?.[0] !== print || known[1] !== posts) return null;
    const names: string[] = [];
    let { blocks } = this.#met;
    for (let after = this.#posts + 1; after <= this.#posts + posts; after += 1) {
      if (after % MARKS_BLOCK === 0) names.push(`m${after / MARKS_BLOCK - 1}`);
      if (starts.has(after)) {
        names.push(`p${blocks}`);
        blocks += 1;
      }
    }
    const files: IndexFile[] = [];
    for (const name of names) {
      const text = this.#parts.earlier(name);
      if (text === null) return null;
      files.push({ name, text });
    }
    this.#met.blocks = blocks;
    return files;
  }

  /** From here on posts are added: to the earlier index where all of its pieces were met, else to those before, anew. */
  #goOn(): void {
    if (this.#met === null) return;
    const { madeOf } = this.#met;
    const { maker, earlier } = this.#parts;
    const isWhole = this.#pieces.length === madeOf.pieces.length && this.#posts === madeOf.posts;
    const carried = isWhole ? readEarlierIndex(earlier, madeOf) : null;
    if (carried === null) {
      this.#addAgain(this.#pieces.length);
      return;
    }
    this.#met = null;
    maker.goOnFrom(carried);
    this.#names = new NameCounts(madeOf.tags, madeOf.mentions);
  }

  /** Adds all posts that were met, and counts the names in so many of their pieces. */
  #addAgain(counted: number): void {
    this.#met = null;
    const sizes = this.#pieces.map(([, posts]) => posts);
    const add = async (): Promise<void> => {
      let at = 0;
      let piece: PostToIndex[] = [];
      for await (const post of this.#parts.again(this.#posts)) {
        piece.push(post);
        if (piece.length < (sizes[at] ?? 0)) continue;
        // The files that are full with them were told of.
        await this.#parts.maker.add(piece);
        if (at < counted) this.#count(piece);
        at += 1;
        piece = [];
      }
    };
    this.#ready = add();
    // It is waited for by whoever adds, or asks for the rest.
    this.#ready.catch(() => undefined);
  }

  #count(posts: readonly PostToIndex[]): void {
    for (const { post } of posts) this.#names.add(namesOf(post));
  }

  /** The last piece is left out: the next run may find more posts in it. */
  #madeOf(): MadeOf {
    const pieces = this.#pieces.slice(0, -1);
    const { tags, mentions } = this.#names;
    return {
      version: this.#parts.version,
      posts: pieces.reduce((sum, [, posts]) => sum + posts, 0),
      pieces,
      tags: byName(tags),
      mentions: byName(mentions),
    };
  }
}

function printOf(piece: readonly PostToIndex[]): string {
  const said = piece.map(({ post, place: { page, year, picture } }) =>
    JSON.stringify([page, year, picture]).concat(rowText(post)),
  );
  return shortHash(said.join("\n"));
}

function byName(counts: ReadonlyMap<string, number>): MadeOf["tags"] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
