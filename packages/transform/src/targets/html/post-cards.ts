import type { SafeTree } from "../../content/safe-tree.js";
import { clip, excerpt } from "../../content/to-text.js";
import { shortHash } from "../../ids/keys.js";
import { LatestByKey } from "../../ids/latest-by-key.js";
import { rowText } from "../../library/post-row.js";
import type { PostKey, PublishedPost } from "../../post/post.js";
import type { PostAddress, Selection } from "../../select/selection.js";
import { contentMarkup, type Markup } from "../../theme/markup.js";
import { linksWithin } from "../../theme/page-tree.js";
import { postPath } from "../../theme/paths.js";
import { type Page, type PostCard, tagHref } from "../../theme/site.js";

const LONGEST_LABEL = 64;

/** The cards of posts, the latest kept: posts speak of their neighbours in time and of their thread. */
export class PostCards {
  readonly #selection: Selection;
  readonly #kept = new LatestByKey<PostCard>();

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  /** The card of a post that was just read. */
  of(post: PublishedPost, address: PostAddress): PostCard | null {
    return this.#kept.get(post.key) ?? this.#make(post, address);
  }

  /**
   * The card of a post by its key; `null` for one that has no page of its own. One that can't be read is told
   * of where its own page is written, and is no reason for another post's page to fail.
   */
  get(key: PostKey): PostCard | null {
    const kept = this.#kept.get(key);
    if (kept !== null) return kept;
    try {
      const post = this.#selection.post(key);
      const address = this.#selection.address(key);
      return post === null || address === null ? null : this.#make(post, address);
    } catch {
      return null;
    }
  }

  #make(post: PublishedPost, address: PostAddress): PostCard | null {
    // A boost says nothing of its own: it stands in its month, and has no page.
    if (post.kind === "boost") return null;
    const card = new LazyCard(post, postPath(address));
    this.#kept.set(card);
    return card;
  }
}

/** A card whose label is found when a page shows it: a run in which little changed shows few. */
class LazyCard implements PostCard {
  readonly key: PostKey;
  readonly post: PublishedPost;
  readonly path: string;
  readonly print: string;
  readonly markup: PostCard["markup"];
  #label: string | null | undefined;

  constructor(post: PublishedPost, path: string) {
    this.key = post.key;
    this.post = post;
    this.path = path;
    // All of the post is read for it, now or before: one that can't be read is found out here.
    this.print = shortHash(`${path} ${rowText(post)}`);
    this.markup = post.content === null || post.content.length === 0 ? () => null : textOf(post.content);
  }

  get label(): string | null {
    if (this.#label === undefined) this.#label = labelOf(this.post);
    return this.#label;
  }
}

/** A text is written once for all pages it stands on; once for each depth of pages when its links differ. */
function textOf(content: SafeTree): (page: Page) => Markup {
  const differs = linksWithin(content);
  let up: string | null = null;
  let written: Markup | null = null;
  return (page) => {
    const depth = differs ? page.href("") : "";
    if (written === null || up !== depth) {
      written = contentMarkup(content, tagHref(page));
      up = depth;
    }
    return written;
  };
}

/** What a post is called where its text is not shown. The content warning stands for what is behind it. */
function labelOf({ contentWarning, title, content, attachments, poll }: PublishedPost): string | null {
  const text =
    contentWarning !== null
      ? clip(contentWarning.replace(/\s+/g, " ").trim(), LONGEST_LABEL)
      : title !== null
        ? clip(title, LONGEST_LABEL)
        : content === null
          ? ""
          : excerpt(content, LONGEST_LABEL);
  if (text !== "") return text;
  const spoken = contentWarning === null ? (attachments[0]?.alt ?? poll?.options[0]?.name ?? "") : "";
  return spoken.trim() === "" ? null : clip(spoken.replace(/\s+/g, " ").trim(), LONGEST_LABEL);
}
