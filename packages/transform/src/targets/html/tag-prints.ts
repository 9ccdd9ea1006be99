import { shortHash } from "../../ids/keys.js";
import type { Post } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";

/** Posts on one page of a tag. */
export const TAG_PAGE = 200;

interface OpenTag {
  posts: number;
  /** One of each page: of the posts on it, in their order. */
  readonly parts: string[];
}

/** Prints are joined, and what they come to is hashed only when it is so long: a tag used once needs no hash. */
const LONGEST = 512;

/**
 * Names what the pages of tags are made from, told in the order in which their posts are read anyway: so the posts
 * of a tag to which nothing happened are not read again. Of each page a short text is held.
 */
export class TagPrints {
  readonly #selection: Pick<Selection, "slugOf">;
  readonly #tags = new Map<string, OpenTag>();

  constructor(selection: Pick<Selection, "slugOf">) {
    this.#selection = selection;
  }

  /** Adds a post with what an item of a list is made from. Boosts have no tags. */
  add(post: Post, print: string | null): void {
    const slugs = new Set<string>();
    for (const tag of post.tags) {
      const slug = tag.kind === "hashtag" ? this.#selection.slugOf(tag.name) : null;
      if (slug !== null) slugs.add(slug);
    }
    for (const slug of slugs) this.#addTo(slug, print);
  }

  /** What the pages of a tag are made from, page by page. */
  of(slug: string): readonly string[] {
    return this.#tags.get(slug)?.parts ?? [];
  }

  #addTo(slug: string, print: string | null): void {
    const tag = this.#tags.get(slug) ?? { posts: 0, parts: [] };
    this.#tags.set(slug, tag);
    const part = Math.floor(tag.posts / TAG_PAGE);
    const joined = `${tag.parts[part] ?? ""} ${print}`;
    tag.parts[part] = joined.length < LONGEST ? joined : shortHash(joined);
    tag.posts += 1;
  }
}
