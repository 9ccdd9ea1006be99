import { redactedTree, redactText } from "../../content/redaction.js";
import { isWithheld, markOf, type Redact } from "../../content/withheld.js";
import { IdIndex } from "../../ids/id-index.js";
import type { PublishedPost } from "../../post/post.js";

/**
 * The posts that a target leaves out and that not everybody may see. They were selected, so their addresses still
 * stand in what others say; here they go from there, too.
 */
export class RefusedPosts {
  readonly #addresses = new IdIndex();
  readonly #marks = new Set<string>();
  readonly #redact: Redact = Object.assign((address: string) => this.#addresses.has(address), {
    marks: this.#marks,
  });

  /** Notes a post that is left out; one that anybody may see needs no hiding. */
  add({ id, url, audience }: PublishedPost): void {
    if (audience.visibility === "public" || audience.visibility === "unlisted") return;
    for (const address of [id, url]) {
      if (address === null) continue;
      this.#addresses.set(address, 1);
      this.#marks.add(markOf(address));
    }
  }

  /** A post as it may be written: without what leads to one of them. */
  hiddenFrom(post: PublishedPost): PublishedPost {
    if (this.#addresses.size === 0) return post;
    const clean = (text: string): string => redactText(text, this.#redact);
    const line = (text: string | null): string | null => (text === null ? null : clean(text));
    const { content, poll, event } = post;
    return {
      ...post,
      title: line(post.title),
      content: content === null ? null : redactedTree(content, this.#redact),
      contentWarning: line(post.contentWarning),
      attachments: post.attachments.map((each) => ({ ...each, alt: line(each.alt) })),
      poll: poll && {
        ...poll,
        options: poll.options.map((option) => ({ ...option, name: clean(option.name) })),
      },
      event: event && { ...event, place: line(event.place) },
      tags: post.tags.map((tag) =>
        tag.kind === "mention" && tag.url !== null && isWithheld(tag.url, this.#redact)
          ? { ...tag, url: null }
          : tag,
      ),
    };
  }
}
