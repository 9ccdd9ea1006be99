import { diagnostic, type RunOptions, type Visibility } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import type { Library, LibraryRow } from "../library/library.js";
import { readPost, writePost } from "../library/post-row.js";
import { countFeatureBits, type Feature } from "../post/features.js";
import type { Post, PostKey, PostKind } from "../post/post.js";
import type { SourceMedia } from "../source.js";
import type { Origin } from "./origins.js";
import type { MonthCount, SelectionCounts } from "./selection.js";
import { type Counted, countedOf, type StagedPost } from "./staged-post.js";

const SHORT_LENGTH = 8;

/**
 * Puts selected posts into the library and counts them as they go in. Only numbers and the few keys that
 * share their first characters on one day stay in memory.
 */
export class Staging {
  readonly #library: Library;
  readonly #months = new Map<string | null, { posts: number; replies: number; boosts: number }>();
  readonly #days = new Map<string, number>();
  readonly #byKind: Record<PostKind, number>;
  readonly #byVisibility: Record<Visibility, number>;
  readonly #shorts = new IdIndex();
  readonly #shared = new Set<string>();
  readonly #byFeature: Partial<Record<Feature, number>> = {};
  #total = 0;
  #first: string | null = null;
  #last: string | null = null;
  #forgotten = "";
  readonly #files = new IdIndex();

  constructor(library: Library) {
    this.#library = library;
    this.#byKind = { boost: 0, poll: 0, selfReply: 0, reply: 0, post: 0 };
    this.#byVisibility = { public: 0, unlisted: 0, followers: 0, unknown: 0, direct: 0 };
  }

  /** Puts a post into the library, in place of an earlier copy of it if there is one. */
  add({ row, counted }: StagedPost, bytes: Uint8Array): void {
    this.#library.put({ ...row, bytes });
    this.#count(counted, row.key);
  }

  /** The post of a row. */
  read(row: LibraryRow): Post {
    return readPost(row);
  }

  /** Puts a changed version of a post in its place; what is counted must be the same. */
  replace(row: LibraryRow, post: Post): void {
    this.#library.put({ ...row, bytes: writePost(post) });
  }

  /** Takes the counts of a staged copy back, so that another can take its place. */
  forget(key: PostKey): void {
    const row = this.#library.get(key);
    if (row === null) return;
    this.#forgotten = `${row.day}/${key}`;
    this.#count(countedOf(readPost(row), row.day), key, -1);
  }

  /** Notes the files that a selected post refers to; reports each one that is not there, once. */
  addAttachments({ files, account: source, place }: StagedPost, run: RunOptions): void {
    for (const { key, file: found } of files) {
      if (key === null) run.onDiagnostic?.(diagnostic("media/remote", place));
      else if (this.#files.add(key, 1) === 0) {
        const file = found !== null && found.size > 0 ? found : null;
        this.#library.putMedia({ key, file, source, output: null });
        if (file !== null) continue;
        run.onDiagnostic?.(diagnostic(found === null ? "media/missing" : "media/empty", place));
      }
    }
  }

  /** Notes the actor's own pictures. */
  addFiles(files: readonly (SourceMedia | null)[], origin: Origin): void {
    for (const file of files) {
      if (file === null) continue;
      this.#library.putMedia({ key: origin.mediaKey(file.path), file, source: origin.account, output: null });
    }
  }

  counts(): SelectionCounts {
    return {
      total: this.#total,
      byKind: { ...this.#byKind },
      byVisibility: { ...this.#byVisibility },
      byFeature: { ...this.#byFeature },
      first: this.#forgotten === "" ? this.#first : this.#end("oldest"),
      last: this.#forgotten === "" ? this.#last : this.#end("newest"),
    };
  }

  /** The date of the first post in an order, where copies took each other's places; the undated stand last in both. */
  #end(order: "oldest" | "newest"): string | null {
    for (const row of this.#library.scan(order, { limit: 1 })) return readPost(row).published;
    return null;
  }

  /** Months with posts, oldest first, the undated ones last. */
  months(): readonly MonthCount[] {
    return [...this.#months]
      .filter(([, count]) => count.posts + count.boosts > 0)
      .map(([month, count]) => ({ month, ...count }))
      .sort((a, b) => (a.month === null ? 1 : b.month === null ? -1 : a.month < b.month ? -1 : 1));
  }

  days(): readonly (readonly [string, number])[] {
    return [...this.#days].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The short form of a key among the posts of its day. */
  shortOf(row: Pick<LibraryRow, "key" | "day">): string {
    const short = row.key.slice(0, SHORT_LENGTH);
    return this.#shared.has(`${row.day}/${short}`) ? row.key : short;
  }

  #count({ kind, visibility, published, day, features }: Counted, key: PostKey, by: 1 | -1 = 1): void {
    this.#total += by;
    this.#byKind[kind] += by;
    this.#byVisibility[visibility] += by;
    countFeatureBits(features, this.#byFeature, by);
    const month = day?.slice(0, 7) ?? null;
    const count = this.#months.get(month) ?? { posts: 0, replies: 0, boosts: 0 };
    if (kind === "boost") count.boosts += by;
    else {
      count.posts += by;
      if (kind === "reply" || kind === "selfReply") count.replies += by;
      if (day !== null) this.#days.set(day, (this.#days.get(day) ?? 0) + by);
    }
    this.#months.set(month, count);
    if (by < 0) return;
    if (published !== null) {
      if (this.#first === null || published < this.#first) this.#first = published;
      if (this.#last === null || published > this.#last) this.#last = published;
    }
    const short = `${day}/${key.slice(0, SHORT_LENGTH)}`;
    // A copy of a post takes the place of one that was counted on the same day.
    if (this.#forgotten === `${day}/${key}`) return;
    if (this.#shorts.add(short, 1) !== 0) this.#shared.add(short);
  }
}
