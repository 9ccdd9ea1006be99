import { redactedTree, redactText } from "../../content/redaction.js";
import type { SafeTree } from "../../content/safe-tree.js";
import { isWithheld, markOf, type Redact } from "../../content/withheld.js";
import { IdIndex } from "../../ids/id-index.js";
import type { Account } from "../../post/account.js";
import type { PublishedPost, Revision } from "../../post/post.js";

/**
 * The posts that a target leaves out and that not everybody may see. They were selected, so their addresses still
 * stand in what others say, in the profile and in what the person kept; here they go from there, too.
 */
export class RefusedPosts {
  readonly #addresses = new IdIndex();
  readonly #conversations = new IdIndex();
  readonly #marks = new Set<string>();
  readonly #redact: Redact = Object.assign((address: string) => this.#addresses.has(address), {
    marks: this.#marks,
  });

  /**
   * Notes a post that is left out; one that anybody may see needs no hiding.
   *
   * @param conversation What its document calls the conversation it stands in.
   */
  add({ id, url, audience, inReplyTo }: PublishedPost, conversation: string | null): void {
    if (audience.visibility === "public" || audience.visibility === "unlisted") return;
    for (const address of [id, url]) {
      if (address === null) continue;
      this.#addresses.set(address, 1);
      this.#marks.add(markOf(address));
    }
    if (conversation !== null && inReplyTo === null) this.#conversations.set(conversation, 1);
  }

  /** Whether one of them began a conversation, which is then named after it. */
  began(conversation: string): boolean {
    return this.#conversations.has(conversation) || this.leads(conversation);
  }

  /** Whether an address leads to one of them. */
  leads(address: string): boolean {
    return isWithheld(address, this.#redact);
  }

  /** A post as it may be written: without what leads to one of them. */
  hiddenFrom(post: PublishedPost): PublishedPost {
    if (this.#addresses.size === 0) return post;
    const { poll, event } = post;
    return {
      ...post,
      ...this.#hiddenFromTexts(post),
      history: post.history.map((version) => ({ ...version, ...this.#hiddenFromTexts(version) })),
      attachments: post.attachments.map((each) => ({
        ...each,
        alt: this.#line(each.alt),
        remoteUrl: this.#address(each.remoteUrl),
      })),
      poll: poll && {
        ...poll,
        options: poll.options.map((option) => ({ ...option, name: this.#clean(option.name) })),
      },
      event: event && { ...event, place: this.#line(event.place) },
      tags: post.tags.map((tag) => (tag.kind === "mention" ? { ...tag, url: this.#address(tag.url) } : tag)),
    };
  }

  /** The profile as it may be written. */
  hiddenFromAccount(account: Account): Account {
    if (this.#addresses.size === 0) return account;
    return {
      ...account,
      name: this.#clean(account.name),
      bio: this.#tree(account.bio),
      fields: account.fields.map(({ name, value }) => ({
        name: this.#clean(name),
        value: redactedTree(value, this.#redact),
      })),
    };
  }

  #hiddenFromTexts({ title, content, contentWarning }: Texts): Texts {
    return {
      title: this.#line(title),
      content: this.#tree(content),
      contentWarning: this.#line(contentWarning),
    };
  }

  #clean(text: string): string {
    return redactText(text, this.#redact);
  }

  #line(text: string | null): string | null {
    return text === null ? null : this.#clean(text);
  }

  #tree(tree: SafeTree | null): SafeTree | null {
    return tree === null ? null : redactedTree(tree, this.#redact);
  }

  #address(address: string | null): string | null {
    return address === null || this.leads(address) ? null : address;
  }
}

type Texts = Pick<Revision, "title" | "content" | "contentWarning">;
