import { diagnostic, type RunOptions, type Visibility } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { mediaKey, tieOf } from "../ids/keys.js";
import { type Library, type LibraryRow, readPost } from "../library/library.js";
import { attachmentKey, findAttachments } from "../post/attachments.js";
import type { ExaminedPost } from "../post/examine.js";
import type { Post, PostKey, PostKind } from "../post/post.js";
import type { ArchiveSource, SourceMedia } from "../source.js";
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
  #total = 0;
  #first: string | null = null;
  #last: string | null = null;

  constructor(library: Library, clock: DayClock) {
    this.#library = library;
    this.#clock = clock;
    this.#byKind = { boost: 0, poll: 0, selfReply: 0, reply: 0, post: 0 };
    this.#byVisibility = { public: 0, unlisted: 0, followers: 0, unknown: 0, direct: 0 };
  }

  /** Stages a post, in place of an earlier copy of it if this one is not older. */
  add(post: Post, seen: ExaminedPost): void {
    const epoch = seen.facts.published?.epoch ?? null;
    const day = epoch === null ? null : this.#clock.dayOf(epoch);
    const parent = post.inReplyTo?.kind === "own" ? post.inReplyTo.key : null;
    this.#library.put({
      key: post.key,
      epoch,
      tie: tieOf(seen.identity, post.key),
      day,
      parent: parent === post.key ? null : parent,
      kind: post.kind,
      json: JSON.stringify(post),
    });
    this.#count(post, day);
  }

  /** Whether the staged copy of a post stays: it is newer, or as old and the one that any order would choose. */
  hasNewer(post: Post): boolean {
    const staged = this.#library.get(post.key);
    if (staged === null) return false;
    const { updated, published } = readPost(staged);
    const [before, now] = [updated ?? published ?? "", post.updated ?? post.published ?? ""];
    return before === now ? staged.json >= JSON.stringify(post) : before > now;
  }

  /** Takes the counts of a staged copy back, so that another can take its place. */
  forget(key: PostKey): void {
    const row = this.#library.get(key);
    if (row === null) return;
    this.#count(readPost(row), row.day, -1);
  }

  /** Notes the files that a selected post refers to; reports each one that is not there, once. */
  addAttachments(seen: ExaminedPost, source: ArchiveSource, run: RunOptions): void {
    const { item, facts } = seen;
    if (facts.item.kind === "boost" || facts.item.object === null) return;
    for (const found of findAttachments(facts.item.object, source)) {
      const key = attachmentKey(found);
      const place = { file: item.file, pointer: item.pointer, offset: item.offset, id: facts.id };
      if (key === null) {
        if (found.url !== null) run.onDiagnostic?.(diagnostic("media/remote", place));
        continue;
      }
      if (this.#library.getMedia(key) !== null) continue;
      const file = found.file !== null && found.file.size > 0 ? found.file : null;
      this.#library.putMedia({ key, file, output: null });
      if (file === null) {
        run.onDiagnostic?.(diagnostic(found.file === null ? "media/missing" : "media/empty", place));
      }
    }
  }

  /** Notes the actor's own pictures. */
  addFiles(files: readonly (SourceMedia | null)[]): void {
    for (const file of files) {
      if (file !== null) this.#library.putMedia({ key: mediaKey(file.path), file, output: null });
    }
  }

  counts(): SelectionCounts {
    return {
      total: this.#total,
      byKind: { ...this.#byKind },
      byVisibility: { ...this.#byVisibility },
      first: this.#first,
      last: this.#last,
    };
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
    if (this.#shorts.has(short) && !this.#shorts.has(`${day}/${post.key}`)) this.#shared.add(short);
    this.#shorts.set(short, 1);
    this.#shorts.set(`${day}/${post.key}`, 1);
  }
}
