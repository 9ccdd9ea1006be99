import {
  type DiagnosticDetails,
  diagnostic,
  type RunOptions,
  type Timestamp,
  type Visibility,
} from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { tieOf } from "../ids/keys.js";
import { tagSlug } from "../ids/tag-slug.js";
import { type Library, type LibraryRow, type LibraryTag, readPost, writePost } from "../library/library.js";
import { attachmentKey, findAttachments } from "../post/attachments.js";
import { countFeatures, type Feature } from "../post/features.js";
import type { MediaKey, Post, PostKey, PostKind } from "../post/post.js";
import type { SourceMedia } from "../source.js";
import type { FoundPost } from "./found-post.js";
import type { Origin } from "./origins.js";
import type { MonthCount, SelectionCounts } from "./selection.js";
import type { DayClock } from "./time-zone.js";

const SHORT_LENGTH = 8;

/**
 * Puts selected posts into the library and counts them as they go in. Only numbers and the few keys that
 * share their first characters on one day stay in memory.
 */
export class Staging {
  readonly #library: Library;
  readonly #clock: DayClock;
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

  constructor(library: Library, clock: DayClock) {
    this.#library = library;
    this.#clock = clock;
    this.#byKind = { boost: 0, poll: 0, selfReply: 0, reply: 0, post: 0 };
    this.#byVisibility = { public: 0, unlisted: 0, followers: 0, unknown: 0, direct: 0 };
  }

  /** Stages a post, in place of an earlier copy of it if there is one. */
  add(post: Post, { facts, identity }: FoundPost): void {
    const epoch = facts.published?.epoch ?? null;
    const day = this.#dayOf(facts.published);
    const parent = post.inReplyTo?.kind === "own" ? post.inReplyTo.key : null;
    this.#library.put({
      key: post.key,
      epoch,
      tie: tieOf(identity, post.key),
      day,
      parent: parent === post.key ? null : parent,
      kind: post.kind,
      tags: tagsOf(post),
      attachments: post.attachments.length > 0,
      json: writePost(post),
    });
    this.#count(post, day);
  }

  #dayOf(published: Timestamp | null): string | null {
    if (published === null) return null;
    // What is written in UTC says its day.
    return this.#clock.timeZone === "UTC" ? published.iso.slice(0, 10) : this.#clock.dayOf(published.epoch);
  }

  /** The post of a row. */
  read(row: LibraryRow): Post {
    return readPost(row);
  }

  /** Puts a changed version of a post in its place; what is counted must be the same. */
  replace(row: LibraryRow, post: Post): void {
    this.#library.put({ ...row, json: writePost(post) });
  }

  /** Takes the counts of a staged copy back, so that another can take its place. */
  forget(key: PostKey): void {
    const row = this.#library.get(key);
    if (row === null) return;
    this.#forgotten = `${row.day}/${key}`;
    this.#count(readPost(row), row.day, -1);
  }

  /** Notes the files that a selected post refers to; reports each one that is not there, once. */
  addAttachments({ item, facts, origin }: FoundPost, run: RunOptions): void {
    if (facts.item.kind === "boost" || facts.item.object === null) return;
    const place = { file: item.file, pointer: item.pointer, offset: item.offset, id: facts.id };
    for (const found of findAttachments(facts.item.object, origin)) {
      const key = attachmentKey(found, origin.mediaKey);
      if (key !== null) this.#addFile(key, found.file, origin, place, run);
      else if (found.url !== null) run.onDiagnostic?.(diagnostic("media/remote", place));
      for (const { path, file } of found.extras) {
        this.#addFile(origin.mediaKey(path), file, origin, place, run);
      }
    }
  }

  #addFile(
    key: MediaKey,
    found: SourceMedia | null,
    { account: source }: Origin,
    place: DiagnosticDetails,
    run: RunOptions,
  ): void {
    if (this.#files.add(key, 1) !== 0) return;
    const file = found !== null && found.size > 0 ? found : null;
    this.#library.putMedia({ key, file, source, output: null });
    if (file === null) {
      run.onDiagnostic?.(diagnostic(found === null ? "media/missing" : "media/empty", place));
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

  #count(post: Post, day: string | null, by: 1 | -1 = 1): void {
    this.#total += by;
    this.#byKind[post.kind] += by;
    this.#byVisibility[post.audience.visibility] += by;
    countFeatures(post, this.#byFeature, by);
    const month = day?.slice(0, 7) ?? null;
    const count = this.#months.get(month) ?? { posts: 0, replies: 0, boosts: 0 };
    if (post.kind === "boost") count.boosts += by;
    else {
      count.posts += by;
      if (post.kind === "reply" || post.kind === "selfReply") count.replies += by;
      if (day !== null) this.#days.set(day, (this.#days.get(day) ?? 0) + by);
    }
    this.#months.set(month, count);
    if (by < 0) return;
    if (post.published !== null) {
      if (this.#first === null || post.published < this.#first) this.#first = post.published;
      if (this.#last === null || post.published > this.#last) this.#last = post.published;
    }
    const short = `${day}/${post.key.slice(0, SHORT_LENGTH)}`;
    // A copy of a post takes the place of one that was counted on the same day.
    if (this.#forgotten === `${day}/${post.key}`) return;
    if (this.#shorts.add(short, 1) !== 0) this.#shared.add(short);
  }
}

/** The hashtags of a post, each once, in its first spelling. */
function tagsOf({ tags }: Post): readonly LibraryTag[] {
  if (tags.length === 0) return NO_TAGS;
  const found = new Map<string, string>();
  for (const tag of tags) {
    if (tag.kind !== "hashtag") continue;
    const slug = tagSlug(tag.name);
    if (slug !== null && !found.has(slug)) found.set(slug, tag.name);
  }
  return found.size === 0 ? NO_TAGS : [...found].map(([slug, name]) => ({ slug, name }));
}

const NO_TAGS: readonly LibraryTag[] = [];
