import manifest from "../../../package.json" with { type: "json" };
import type { SafeTree } from "../../content/safe-tree.js";
import { hashtagName } from "../../content/to-html.js";
import { shortHash } from "../../ids/keys.js";
import { LatestByKey } from "../../ids/latest-by-key.js";
import { rowText } from "../../library/post-row.js";
import type { MediaKey, Post, PostKey, PostRef } from "../../post/post.js";
import type { ThreadTree } from "../../select/selection.js";
import type { Formats } from "../../theme/formats.js";
import type { PostCard, Site } from "../../theme/site.js";
import type { Theme } from "../../theme/theme.js";
import type { ThreadLine } from "./thread-layout.js";

/**
 * Names what pages are made from, so that a second run writes only what changed. A fingerprint takes in whole
 * posts and never the parts of them that a page happens to show: what it says more costs a page that is written
 * again without need, what it left out would leave an old page standing.
 *
 * What stands on every page is part of each: the frame. With components of a theme's own there are no
 * fingerprints, for what their code depends on can't be known.
 */
export class Fingerprints {
  readonly #site: Site;
  readonly #frame: string | null;
  /** A post is shown on its own page, in lists, and with the others of its thread. */
  readonly #shown = new LatestByKey<{
    readonly key: PostKey;
    readonly of: PostCard;
    readonly print: string;
  }>();
  readonly #threads = new WeakMap<ThreadTree, string>();

  private constructor(site: Site, frame: string | null) {
    this.#site = site;
    this.#frame = frame;
  }

  /** Those of a site, if there can be any. */
  static of(site: Site, theme: Theme | undefined): Fingerprints {
    if (theme?.components !== undefined) return Fingerprints.none(site);
    return new Fingerprints(site, shortHash(JSON.stringify(frameOf(site))));
  }

  /** None: for pages that are made in any case. */
  static none(site: Site): Fingerprints {
    return new Fingerprints(site, null);
  }

  /** The fingerprint of a page made from these parts and the frame; none where there can't be any. */
  page(...parts: readonly unknown[]): string | undefined {
    return this.#frame === null ? undefined : `${this.#frame} ${JSON.stringify(parts)}`;
  }

  /** A post wherever it is named or quoted: all of itself, and where it stands. */
  named(card: PostCard | null): string | null {
    return card === null || this.#frame === null ? null : card.print;
  }

  /** A post that is shown: with its files, its hashtags' pages, and the posts it speaks of. */
  shown(card: PostCard): string {
    const named = this.named(card);
    if (named === null) return "";
    const known = this.#shown.get(card.key);
    if (known?.of === card) return known.print;
    const { post } = card;
    const beside = [
      [post.inReplyTo, post.quote].map((ref) => this.#ref(ref)),
      mediaOf(post).map((key) => this.#site.mediaState(key)),
      hashtagsOf(post).map((name) => this.#site.tagPath(name)),
    ];
    const made = beside.every(isEmpty) ? named : shortHash(named + JSON.stringify(beside));
    this.#shown.set({ key: card.key, of: card, print: made });
    return made;
  }

  /** A boost in a list. */
  boost(post: Post): string {
    return this.#frame === null ? "" : shortHash(`${this.#ref(post.boostOf)} ${rowText(post)}`);
  }

  /**
   * A thread: all of its posts, and how it is laid out, whatever part of it a page shows. So it is made once for all
   * pages of the thread, which name its length and are made anew with each post more.
   */
  thread(tree: ThreadTree, lines: readonly ThreadLine[]): string {
    if (this.#frame === null) return "";
    const known = this.#threads.get(tree);
    if (known !== undefined) return known;
    const said = lines.map(({ key, level, startsBranch }) => {
      const card = this.#site.card(key);
      return `${level} ${startsBranch} ${card === null ? null : this.shown(card)}`;
    });
    const made = shortHash(said.join("\n"));
    this.#threads.set(tree, made);
    return made;
  }

  #ref(ref: PostRef | null): string | null {
    return ref?.kind === "own" ? this.named(this.#site.card(ref.key)) : null;
  }
}

function isEmpty(list: readonly unknown[]): boolean {
  return list.every((each) => each === null);
}

/** What every page shows, and what it is written with. */
function frameOf(site: Site): unknown {
  const { title, author, people, baseUrl, indexable, withMedia, menu, feeds, hasGallery, footer } = site;
  const { strings, formats, timeZone } = site;
  const faces = people.map(({ account: { avatar } }) => (avatar === null ? null : site.mediaState(avatar)));
  return [
    manifest.version,
    [strings.language, strings.locale, timeZone, written(formats)],
    [title, author, people, faces, baseUrl, indexable, withMedia, menu, feeds, hasGallery, footer],
  ];
}

/** How dates and numbers come out: another version of the runtime may write them in another way. */
function written(formats: Formats): readonly string[] {
  const months = Array.from({ length: 12 }, (_, index) => `2001-${String(index + 1).padStart(2, "0")}`);
  const days = Array.from({ length: 7 }, (_, index) => `2001-01-0${index + 1}`);
  return [
    ...months.flatMap((month) => [formats.month(month), formats.monthName(month), formats.monthShort(month)]),
    ...days.flatMap((day) => [formats.dayName(day), formats.weekday(day), formats.dayMonth(day)]),
    formats.fullMoment("2001-02-03T16:05:06Z"),
    formats.moment("2001-08-03T16:05:06Z"),
    formats.number(1_234_567),
  ];
}

function mediaOf({ attachments }: Post): readonly MediaKey[] {
  return attachments.flatMap(({ media, poster, captions }) => [
    ...(media === null ? [] : [media]),
    ...(poster === null ? [] : [poster]),
    ...captions.map((caption) => caption.media),
  ]);
}

/** The hashtags that are links in a post's texts, earlier versions included. */
function hashtagsOf({ content, history }: Post): readonly string[] {
  const names: string[] = [];
  for (const tree of [content, ...history.map((revision) => revision.content)]) {
    if (tree !== null) addHashtags(tree, names);
  }
  return names;
}

function addHashtags(tree: SafeTree, names: string[]): void {
  for (const node of tree) {
    const name = node.type === "link" && node.role === "hashtag" ? hashtagName(node) : null;
    if (name !== null) names.push(name);
    if ("children" in node) addHashtags(node.children, names);
  }
}
