import { hashOf, IdIndex } from "../ids/id-index.js";

/** What a name is the name of. */
export const POST = 1;
export const PAGE = 2;
export const ACTIVITY = 3;

/** What a name is the name of; 0 for nothing. */
export type NamedKind = 0 | typeof POST | typeof PAGE | typeof ACTIVITY;

/** A name of which only a hash is kept. */
export interface NameKey {
  readonly high: number;
  readonly low: number;
  /** How the name is made of what is its own. */
  readonly making: number;
}

/** The names of a post; the last two may be missing. */
export interface PostNames {
  readonly post: string;
  readonly page: string | null;
  readonly activity: string | null;
}

const PLAIN = 0;
const OF_POST = 1;
const OF_ACTIVITY = 2;
const OF_PAGE = 3;

/** How most servers end the id of the activity that brings a post, behind the post's own. */
const ENDING = "/activity";
/** Those of a kind. */
const BITS = 2;
const KIND = 3;

/**
 * The names by which posts, their pages and their activities are known, as hashes, with what each is the name of.
 *
 * Most servers make all three of one number: `…/users/ada/statuses/1`, `…/@ada/1`, `…/users/ada/statuses/1/activity`.
 * So names are looked up by what is their own, and those that share it share a place in the index, where each way of
 * making a name has two bits. A post's names are three, and going for each costs a hash of all its letters and a wait
 * for memory. What is made otherwise is looked up whole. No two names are ever taken for one by this: what is cut off
 * is told by the bits.
 */
export class NameIndex {
  readonly #index = new IdIndex();
  readonly #posts: string;
  readonly #pages: string | null;

  /**
   * @param post The name of any post: what the others have in common with it is taken from it.
   * @param pages What the addresses of pages begin with, where that is known.
   */
  constructor(post: string, pages: string | null) {
    const name = post.endsWith(ENDING) ? post.slice(0, -ENDING.length) : post;
    this.#posts = name.slice(0, name.lastIndexOf("/") + 1);
    // A name must not be made in two ways.
    const isApart = pages !== null && !pages.startsWith(this.#posts) && !this.#posts.startsWith(pages);
    this.#pages = isApart ? pages : null;
  }

  /** What a name is the name of. */
  get(name: string): NamedKind {
    return this.getKey(this.keyOf(name));
  }

  /** The same for a name of which only the hash was kept. */
  getKey({ high, low, making }: NameKey): NamedKind {
    return kindIn(this.#index.getHash(high, low), making);
  }

  keyOf(name: string): NameKey {
    const making = this.#makingOf(name);
    const [high, low] = hashOf(this.#ownPartOf(name, making));
    return { high, low, making };
  }

  /** Notes what a name is the name of, unless it is that of something already; returns what it was of before. */
  add(name: string, kind: NamedKind): NamedKind {
    const { high, low, making } = this.keyOf(name);
    const held = this.#index.getHash(high, low);
    const before = kindIn(held, making);
    if (before === 0) this.#index.setHash(high, low, held | bitsOf(kind, making));
    return before;
  }

  /**
   * Notes the names of a post. The post's own is that of a post from now on; the others keep what they are the names
   * of already.
   *
   * @returns What the names of post and activity were the names of before.
   */
  addPost({ post, page, activity }: PostNames): { readonly post: NamedKind; readonly activity: NamedKind } {
    const { high, low, making } = this.keyOf(post);
    const held = this.#index.getHash(high, low);
    const hasPage = making === OF_POST && page !== null && this.#isPageOf(page, post);
    const hasActivity =
      making === OF_POST && activity !== null && isActivityOf(activity, post) && activity !== page;
    let next = (held & ~bitsOf(KIND, making)) | bitsOf(POST, making);
    if (hasPage && kindIn(held, OF_PAGE) === 0) next |= bitsOf(PAGE, OF_PAGE);
    if (hasActivity && kindIn(held, OF_ACTIVITY) === 0) next |= bitsOf(ACTIVITY, OF_ACTIVITY);
    if (next !== held) this.#index.setHash(high, low, next);
    if (page !== null && !hasPage) this.add(page, PAGE);
    const before = hasActivity
      ? kindIn(held, OF_ACTIVITY)
      : activity === null
        ? 0
        : this.add(activity, ACTIVITY);
    return { post: kindIn(held, making), activity: before };
  }

  #makingOf(name: string): number {
    if (begins(name, this.#posts)) {
      return name.endsWith(ENDING) && name.length >= this.#posts.length + ENDING.length
        ? OF_ACTIVITY
        : OF_POST;
    }
    return this.#pages !== null && begins(name, this.#pages) ? OF_PAGE : PLAIN;
  }

  #ownPartOf(name: string, making: number): string {
    if (making === PLAIN) return name;
    if (making === OF_PAGE) return name.slice(this.#pages?.length);
    return name.slice(this.#posts.length, making === OF_ACTIVITY ? -ENDING.length : undefined);
  }

  #isPageOf(page: string, post: string): boolean {
    return (
      this.#pages !== null &&
      begins(page, this.#pages) &&
      page.slice(this.#pages.length) === post.slice(this.#posts.length)
    );
  }
}

function isActivityOf(activity: string, post: string): boolean {
  return (
    activity.length === post.length + ENDING.length && activity.endsWith(ENDING) && begins(activity, post)
  );
}

/** As `startsWith`, which takes twice as long. */
function begins(name: string, begin: string): boolean {
  return name.slice(0, begin.length) === begin;
}

function bitsOf(kind: number, making: number): number {
  return kind << (BITS * making);
}

function kindIn(held: number, making: number): NamedKind {
  const kind = (held >> (BITS * making)) & KIND;
  return kind === POST || kind === PAGE || kind === ACTIVITY ? kind : 0;
}
