import { DIGITS, digit, forEachRising, risingText } from "./digits.js";
import type { EarlierIndex } from "./earlier-index.js";
import { fold } from "./fold.js";
import {
  FORMAT,
  INDEXED_KINDS,
  type IndexFacts,
  MARKS,
  MARKS_BLOCK,
  MARKS_WIDTH,
  type Mark,
} from "./format.js";
import type { IndexedPost } from "./indexed-post.js";
import { mentionTerm, NameCounts } from "./name-counts.js";
import { Postings } from "./postings.js";
import { scriptChunk, scriptText } from "./script-chunk.js";
import { shownPost } from "./shown-post.js";
import { termFiles } from "./term-files.js";
import { forEachTermIn } from "./term-lookup.js";
import { TermTable } from "./term-table.js";
import { forEachTerm } from "./terms.js";

/** A file of an index: its name without ending, and its text. */
export interface IndexFile {
  readonly name: string;
  readonly text: string;
}

/** Characters of a file of posts: a result needs one, a page of results a few. */
const FULL_BLOCK = 14_000;
const MOST_SUGGESTED = 100;
const LANGUAGES = DIGITS - 1;

/**
 * Makes a search index of posts told in the order of time. What results show is handed out as soon as a file
 * of it is full; what is held is about a byte for each time a word is in a post, and the words.
 *
 * @example
 * ```ts
 * import { indexPost, SearchIndexBuilder } from "@archive/transform/search";
 * const index = new SearchIndexBuilder();
 * for await (const post of selection.posts("oldest")) {
 *   const entry = indexPost(post, { page: post.key, year: "", picture: null });
 *   if (entry !== null) index.add(entry);
 *   for (const { name, text } of index.ready()) await write(`${name}.js`, text);
 * }
 * for (const { name, text } of index.end()) await write(`${name}.js`, text);
 * ```
 */
export class SearchIndexBuilder {
  readonly #terms = new TermTable();
  readonly #postings = new Postings();
  readonly #years: [string, number][] = [];
  readonly #languages = new Map<string, number>();
  #names = new NameCounts();
  readonly #blockStarts: number[] = [];
  readonly #ready: IndexFile[] = [];
  #block: string[] = [];
  #blockSize = 0;
  #marks = "";
  #marksFiles = 0;
  #posts = 0;

  /**
   * Begins with the posts of an earlier index instead of none: the files that come out are those of all posts, but for
   * those that were full before. Throws `RangeError` when posts were added already.
   */
  goOnFrom({ terms, marks, lastBlock, ...earlier }: EarlierIndex): void {
    if (this.#posts > 0) throw new RangeError("An index goes on from another one at its beginning only.");
    this.#posts = earlier.posts;
    this.#names = new NameCounts(earlier.tags, earlier.mentions);
    this.#years.push(...earlier.years.map(([year, first]): [string, number] => [year, first]));
    for (const [number, name] of earlier.languages.entries()) this.#languages.set(name, number);
    this.#blockStarts.push(...earlier.blockStarts);
    this.#marksFiles = Math.floor(earlier.posts / MARKS_BLOCK);
    this.#marks = marks.slice(this.#marksFiles * MARKS_BLOCK * MARKS_WIDTH);
    const size = lastBlock.reduce((sum, { length }) => sum + length, 0);
    if (size < FULL_BLOCK) [this.#block, this.#blockSize] = [[...lastBlock], size];
    for (const file of terms) {
      forEachTermIn(file, (term, posts) => {
        let number: number | null = null;
        forEachRising(posts, (post) => {
          if (post >= earlier.posts) return;
          number ??= this.#terms.numberOf(term);
          this.#postings.add(number, post);
        });
      });
    }
  }

  /** Adds the next post. */
  add(post: IndexedPost): void {
    const number = this.#posts;
    this.#posts += 1;
    if (this.#years.at(-1)?.[0] !== post.year) this.#years.push([post.year, number]);
    this.#addMarks(post);
    this.#addTerms(post, number);
    if (this.#block.length === 0) this.#blockStarts.push(number);
    const shown = JSON.stringify(shownPost(post));
    this.#block.push(shown);
    this.#blockSize += shown.length;
    if (this.#blockSize >= FULL_BLOCK) this.#endBlock();
  }

  /** Files that are finished; each is handed out once. */
  ready(): readonly IndexFile[] {
    return this.#ready.splice(0);
  }

  /** What is left: the files of terms, and the one that a page loads first. */
  *end(): Generator<IndexFile> {
    if (this.#block.length > 0) this.#endBlock();
    if (this.#marks !== "") this.#endMarks();
    yield* this.ready();
    const firsts: string[] = [];
    for (const { first, file } of termFiles(this.#terms.names, this.#postings)) {
      const name = `t${firsts.length}`;
      firsts.push(first);
      yield { name, text: scriptChunk(name, file) };
    }
    const facts: IndexFacts = {
      format: FORMAT,
      posts: this.#posts,
      years: this.#years,
      languages: [...this.#languages.keys()],
      terms: firsts,
      blocks: risingText(this.#blockStarts),
      tags: mostUsed(this.#names.tags),
      mentions: mostUsed(this.#names.mentions),
    };
    yield { name: "facts", text: scriptChunk("facts", facts) };
  }

  #addTerms(post: IndexedPost, number: number): void {
    const tell = (term: string): void => this.#postings.add(this.#terms.numberOf(term), number);
    const addText = (text: string): void =>
      forEachTerm(text, tell, (start, end) => {
        this.#postings.add(this.#terms.numberOfPlain(text, start, end), number);
      });
    addText(post.text);
    for (const text of [
      post.title,
      post.contentWarning,
      ...post.altTexts,
      ...post.options,
      ...post.hiddenLinks,
    ]) {
      if (text !== null) addText(text);
    }
    for (const name of post.hashtags) {
      // "#MorningWalk" is found by its words as well.
      addText(name.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 "));
      if (/\s/.test(name)) continue;
      tell(`#${fold(name)}`);
    }
    for (const name of post.mentions) {
      const term = mentionTerm(name);
      if (term === null) continue;
      tell(term);
      addText(name);
    }
    this.#names.add(post);
  }

  #addMarks(post: IndexedPost): void {
    const holds: Readonly<Record<Mark, boolean>> = {
      contentWarning: post.contentWarning !== null,
      links: post.links,
      altMissing: post.altMissing,
      image: post.media.image,
      video: post.media.video,
      audio: post.media.audio,
      unlisted: post.unlisted,
    };
    const bits = MARKS.reduce((sum, mark, bit) => sum | (holds[mark] ? 1 << bit : 0), 0);
    const kind = INDEXED_KINDS.indexOf(post.kind);
    this.#marks += digit(kind) + digit(bits & 31) + digit(bits >> 5) + digit(this.#languageNumber(post));
    if (this.#posts % MARKS_BLOCK === 0) this.#endMarks();
  }

  /** By the language alone, without script and region: that is what a person picks from a list. */
  #languageNumber({ language }: IndexedPost): number {
    const name = language?.split("-")[0]?.toLowerCase() ?? "";
    const known = this.#languages.get(name);
    if (known !== undefined) return known;
    if (this.#languages.size >= LANGUAGES) return LANGUAGES;
    const number = this.#languages.size;
    this.#languages.set(name, number);
    return number;
  }

  #endMarks(): void {
    const name = `m${this.#marksFiles}`;
    this.#ready.push({ name, text: scriptChunk(name, this.#marks) });
    this.#marksFiles += 1;
    this.#marks = "";
  }

  #endBlock(): void {
    const name = `p${this.#blockStarts.length - 1}`;

    this.#ready.push({ name, text: scriptText(name, `[${this.#block.join(",")}]`) });
    this.#block = [];
    this.#blockSize = 0;
  }
}

function mostUsed(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(([name]) => name);
}
