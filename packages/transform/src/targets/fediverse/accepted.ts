import { textOf } from "@archive/schema";
import { IdIndex } from "../../ids/id-index.js";
import type { MediaKey, PublishedPost } from "../../post/post.js";
import type { Order, Selection } from "../../select/selection.js";
import type { Target } from "../target.js";
import { RefusedPosts } from "./refused-posts.js";
import { sourceDocument } from "./source-document.js";

type Accepts = NonNullable<Target<never>["accepts"]>;

/** Why a post of another account is left out: such an export is of one account. */
export function ofAnotherAccount(post: PublishedPost): string | null {
  return post.account === 0 ? null : "of another account: such an export is of one";
}

/** Why a post without a date is left out: what reads such exports can't take it. */
export function withoutDate(post: PublishedPost): string | null {
  return post.published === null ? "without a date, which importers and viewers cannot take" : null;
}

/** A boost is nothing but the address of a post: without one it is left out. */
function boostOfNothing(post: PublishedPost, selection: Selection, accepts: Accepts): string | null {
  if (post.kind !== "boost") return null;
  const { boostOf } = post;
  const own = boostOf?.kind === "own" ? selection.post(boostOf.key) : null;
  const isNamed = boostOf?.kind === "remote" || (own !== null && accepts(own, selection) === null);
  return isNamed ? null : "boosts of posts that are left out";
}

/** The first reason of several; `null` when none holds. */
export function firstReason(...rules: readonly Accepts[]): Accepts {
  const own: Accepts = (post, selection) => {
    for (const rule of rules) {
      const reason = rule(post, selection);
      if (reason !== null) return reason;
    }
    return null;
  };
  return (post, selection) => own(post, selection) ?? boostOfNothing(post, selection, own);
}

/** The posts of a selection that a target takes, and nothing of the others. */
export class AcceptedPosts {
  readonly selection: Selection;
  readonly #accepts: Accepts;
  readonly #signal: AbortSignal | undefined;
  #refused: Promise<RefusedPosts> | null = null;

  constructor(selection: Selection, accepts: Accepts | undefined, signal?: AbortSignal) {
    this.selection = selection;
    this.#accepts = accepts ?? (() => null);
    this.#signal = signal;
  }

  has(post: PublishedPost): boolean {
    return this.#accepts(post, this.selection) === null;
  }

  async *posts(order: Order): AsyncGenerator<PublishedPost> {
    const refused = await this.refused();
    for await (const post of this.selection.posts(order)) {
      this.#signal?.throwIfAborted();
      if (this.has(post)) yield refused.hiddenFrom(post);
    }
  }

  /** The posts it does not take, looked for once. */
  refused(): Promise<RefusedPosts> {
    this.#refused ??= this.#findRefused();
    return this.#refused;
  }

  async #findRefused(): Promise<RefusedPosts> {
    const refused = new RefusedPosts();
    const { followers, direct, unknown } = this.selection.counts.byVisibility;
    if (followers + direct + unknown === 0) return refused;
    for await (const post of this.selection.posts("oldest")) {
      this.#signal?.throwIfAborted();
      if (this.has(post)) continue;
      refused.add(post, textOf(sourceDocument(post, this.selection).object.conversation));
    }
    return refused;
  }

  /** How many they are, and which files belong to them: `extras` are posters and subtitles. */
  async survey(extras: boolean): Promise<{ readonly total: number; readonly media: MediaUse }> {
    let total = 0;
    const media = new MediaUse();
    for await (const post of this.posts("oldest")) {
      total += 1;
      for (const attachment of post.attachments) {
        media.add(attachment.media);
        if (!extras) continue;
        media.add(attachment.poster);
        for (const caption of attachment.captions) media.add(caption.media);
      }
    }
    return { total, media };
  }
}

/** A set of files by their keys, a few bytes each. */
export class MediaUse {
  readonly #keys = new IdIndex();

  add(key: MediaKey | null): void {
    if (key !== null) this.#keys.set(key, 1);
  }

  has(key: MediaKey): boolean {
    return this.#keys.has(key);
  }
}
