import { forEachRising } from "./digits.js";
import { type FacetCounts, type Filters, narrow } from "./facets.js";
import { FORMAT, type IndexFacts, MARKS_BLOCK, type ShownPost, type TermFile } from "./format.js";
import { holdsRow, parseQuery, type Wanted, type WantedTerm, wantedMention, wantedTag } from "./query.js";
import { postsOf } from "./term-lookup.js";

/** Loads a file of an index by its name; in a page it adds a script and waits for its call. */
export type LoadFile = (name: string) => Promise<unknown>;

/** What a person asks for. */
export interface SearchRequest extends Filters {
  readonly query: string;
  readonly tag?: string | undefined;
  readonly mention?: string | undefined;
  readonly order?: "newest" | "oldest" | undefined;
}

/** What was found: posts by number, in the order asked for. */
export interface Found {
  readonly posts: readonly number[];
  readonly counts: FacetCounts;
  readonly wanted: readonly Wanted[];
  /** Words in a row have to be looked for in each post's text, when it is shown: until then `posts` may hold more. */
  readonly rows: readonly Wanted[];
}

/** A post found, with what a result shows of it. */
export interface Result {
  readonly number: number;
  readonly post: ShownPost;
}

/** Posts that are looked through at once for words in a row. */
const LOOKED_THROUGH = 30;
/** How many files a beginning may reach over. */
const MOST_FILES = 4;

/**
 * Answers questions from the files of an index, loading only those that an answer needs.
 *
 * @example
 * ```ts
 * import { indexPost, searchPosts } from "@archive/transform/search";
 * const entries = [];
 * for await (const post of selection.posts("oldest")) {
 *   entries.push(indexPost(post, { page: post.key, year: "", picture: null }) ?? []);
 * }
 * const engine = await searchPosts(entries.flat());
 * const found = await engine.search({ query: "harbour", kind: "post", order: "newest" });
 * const { results, next } = await engine.results(found, 0, 20);
 * console.log(results.length, next);
 * ```
 */
export class SearchEngine {
  readonly facts: IndexFacts;
  readonly #load: LoadFile;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #blocks: readonly number[];

  private constructor(facts: IndexFacts, load: LoadFile) {
    this.facts = facts;
    this.#load = load;
    const blocks: number[] = [];
    forEachRising(facts.blocks, (first) => void blocks.push(first));
    this.#blocks = blocks;
  }

  /** Loads what is known of the whole index. Throws `RangeError` for one of another format. */
  static async open(load: LoadFile): Promise<SearchEngine> {
    // The builder of this very version wrote it; the format's number is what tells.
    const facts = (await load("facts")) as IndexFacts;
    if (facts.format !== FORMAT) throw new RangeError(`The index has the format ${facts.format}`);
    return new SearchEngine(facts, load);
  }

  /** Finds posts and counts what further filters would leave. */
  async search(request: SearchRequest): Promise<Found> {
    const wanted = [
      ...parseQuery(request.query),
      ...(isGiven(request.tag) ? [wantedTag(request.tag)] : []),
      ...(isGiven(request.mention) ? [wantedMention(request.mention)] : []),
    ];
    const [marks, hits] = await Promise.all([this.#marks(), this.#hits(wanted)]);
    const positive = wanted.filter(({ without }) => !without).length;
    const isHit = (post: number): boolean => hits === null || hits[post] === positive;
    const { posts, counts } = narrow(this.facts, marks, MARKS_BLOCK, isHit, request);
    const rows = wanted.filter(({ terms, without }) => terms.length > 1 && !without);
    return { posts: this.#ordered(posts, request.order ?? "newest"), counts, wanted, rows };
  }

  /** Results from a place of what was found on, at most `most`, and the place to go on from. */
  async results(
    found: Found,
    from: number,
    most: number,
  ): Promise<{ readonly results: readonly Result[]; readonly next: number }> {
    const results: Result[] = [];
    let next = from;
    while (results.length < most && next < found.posts.length) {
      // Words in a row may be rare among the posts that hold each of them: better a few results than a long wait.
      const looked = next - from;
      if (looked >= LOOKED_THROUGH && (results.length > 0 || looked >= 10 * LOOKED_THROUGH)) break;
      const numbers = found.posts.slice(next, next + most - results.length);
      const posts = await Promise.all(numbers.map((number) => this.#post(number)));
      for (const [index, post] of posts.entries()) {
        const number = numbers[index];
        if (post === undefined || number === undefined) continue;
        if (found.rows.every((row) => holdsRow(textsOf(post), row))) results.push({ number, post });
      }
      next += numbers.length;
    }
    return { results, next };
  }

  async #hits(wanted: readonly Wanted[]): Promise<Uint8Array | null> {
    if (wanted.length === 0) return null;
    const lists = await Promise.all(
      wanted.map(({ terms }) => Promise.all(terms.map((term) => this.#posts(term)))),
    );
    const hits = new Uint8Array(this.facts.posts);
    let step = 0;
    const without: Uint8Array[] = [];
    for (const [index, { without: isLeftOut }] of wanted.entries()) {
      const all = this.#all(lists[index] ?? []);
      if (isLeftOut) without.push(all);
      else {
        for (let post = 0; post < hits.length; post += 1) {
          if (hits[post] === step && all[post] === 1) hits[post] = step + 1;
        }
        step += 1;
      }
    }
    for (const all of without) {
      for (let post = 0; post < hits.length; post += 1) if (all[post] === 1) hits[post] = 255;
    }
    return hits;
  }

  /** The posts that are in all of some lists. */
  #all(lists: readonly (readonly string[])[]): Uint8Array {
    const counted = new Uint8Array(this.facts.posts);
    for (const [step, texts] of lists.entries()) {
      for (const text of texts) {
        forEachRising(text, (post) => {
          if (counted[post] === step) counted[post] = step + 1;
        });
      }
    }
    return counted.map((count) => (count === lists.length ? 1 : 0));
  }

  /** The posts of a term, or of all that begin with it. */
  async #posts({ term, begins }: WantedTerm): Promise<readonly string[]> {
    const { terms } = this.facts;
    let first = lastAtMost(terms, term);
    if (first < 0) {
      if (!begins || terms.length === 0) return [];
      first = 0;
    }
    let last = first;
    while (begins && last - first + 1 < MOST_FILES && terms[last + 1]?.startsWith(term) === true) last += 1;
    const files = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, index) => this.#file(`t${first + index}`)),
    );
    return files.flatMap((file) => postsOf(file as TermFile, term, begins)); // as the builder wrote it
  }

  async #marks(): Promise<readonly string[]> {
    const count = Math.ceil(this.facts.posts / MARKS_BLOCK);
    const files = Array.from({ length: count }, (_, index) => this.#file(`m${index}`));
    return (await Promise.all(files)).map(String);
  }

  async #post(number: number): Promise<ShownPost | undefined> {
    const block = lastAtMost(this.#blocks, number);
    const posts = (await this.#file(`p${block}`)) as readonly ShownPost[]; // as the builder wrote it
    return posts[number - (this.#blocks[block] ?? 0)];
  }

  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const loading = this.#load(name);
    this.#files.set(name, loading);
    // A file that could not be loaded may be there the next time.
    loading.catch(() => this.#files.delete(name));
    return loading;
  }

  /** Posts without a date stand at the end of either order. */
  #ordered(posts: readonly number[], order: "newest" | "oldest"): readonly number[] {
    const dated: number[] = [];
    const undated: number[] = [];
    let run = -1;
    const { years } = this.facts;
    for (const post of posts) {
      while (run + 1 < years.length && (years[run + 1]?.[1] ?? 0) <= post) run += 1;
      (years[run]?.[0] === "" ? undated : dated).push(post);
    }
    return [...(order === "newest" ? dated.reverse() : dated), ...undated];
  }
}

/** All words of a post that a search reaches. */
function textsOf(post: ShownPost): readonly string[] {
  const [, , text, contentWarning, title, , altTexts, options] = post;
  return [text, contentWarning, title, ...(altTexts || []), ...(options || [])].filter(
    (each) => typeof each === "string",
  );
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== "";
}

/** The place of the last of rising values that is not above one; -1 when all are. */
function lastAtMost<T extends string | number>(values: readonly T[], value: T): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = values[middle];
    if (there !== undefined && there <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
