import { linkAddress } from "../../content/address.js";
import type { PostKey, PostRef } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { ArticlePaths, ArticlePlace, Place } from "./article.js";
import type { MarkdownSplit } from "./options.js";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Where a reference leads: an article (and a post in it), an address, or nowhere. */
export type Goal =
  | {
      readonly kind: "article";
      readonly place: Place;
      readonly anchor: string | null;
      readonly day: string | null;
    }
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "withheld" };

/** What {@link Places} are made from. */
export interface PlaceRules {
  readonly selection: Selection;
  readonly flavor: ArticlePaths;
  readonly split: MarkdownSplit;
  /** Path of an article by a person's own template; `null` leaves it to the flavor. */
  readonly namePath: ((key: PostKey, place: ArticlePlace) => string) | null;
}

/** Knows where every post stands in an output, and how files of it point at each other. */
export class Places {
  readonly #rules: PlaceRules;

  constructor(rules: PlaceRules) {
    this.#rules = rules;
  }

  /** The post that an article's name comes from: the first of the thread, or the post itself. */
  headOf(key: PostKey): PostKey {
    return this.#rules.split === "thread" ? this.#rules.selection.threadRoot(key) : key;
  }

  /** Where the article of a post stands; `null` for a post that is not in the selection. */
  of(key: PostKey): Place | null {
    const { selection, split } = this.#rules;
    const head = split === "thread" && selection.address(key) !== null ? this.headOf(key) : key;
    const address = selection.address(head);
    if (address === null) return null;
    return this.at(articlePlace(split, address.day, address.short), head);
  }

  /** Where an article stands. */
  at(place: ArticlePlace, head: PostKey): Place {
    const { flavor, namePath } = this.#rules;
    const path = namePath?.(head, place) ?? flavor.articlePath(place);
    return { path, url: namePath === null ? (flavor.site?.articleUrl(place) ?? null) : null };
  }

  /** The name of a post within its article's page; `null` where the article is the post. */
  anchorOf(key: PostKey): string | null {
    if (this.#rules.split === "post" || this.#rules.flavor.site === null) return null;
    const short = this.#rules.selection.address(key)?.short;
    return short === undefined ? null : `p-${short}`;
  }

  /** Where a reference leads; a withheld post has no address. */
  goal(ref: PostRef): Goal {
    if (ref.kind === "remote") {
      const url = linkAddress(ref.url);
      return url === null ? { kind: "withheld" } : { kind: "address", url };
    }
    const place = ref.kind === "own" ? this.of(ref.key) : null;
    if (ref.kind !== "own" || place === null) return { kind: "withheld" };
    const day = this.#rules.selection.address(ref.key)?.day ?? null;
    return { kind: "article", place, anchor: this.anchorOf(ref.key), day };
  }

  /** Path of a media file. */
  mediaPath(name: string): string {
    return `${this.#rules.flavor.mediaFolder}/${name}`;
  }

  /** Where a media file stands. */
  media(name: string): Place {
    const site = this.#rules.flavor.site;
    return { path: this.mediaPath(name), url: site === null ? null : `${site.mediaUrl}/${name}` };
  }
}

/** The place of an article that begins with a post of a day. */
export function articlePlace(split: MarkdownSplit, day: string | null, short: string): ArticlePlace {
  const [, year = null, month = null, date = null] = DAY.exec(day ?? "") ?? [];
  const single = split === "post" || split === "thread";
  if (year === null || month === null || date === null) {
    const stem = single ? `undated/${short}` : "undated";
    return { split, year: null, month: null, day: null, short: single ? short : null, stem };
  }
  if (split === "month") return { split, year, month, day: null, short: null, stem: `${year}/${month}` };
  const stem = `${year}/${month}/${date}${single ? `-${short}` : ""}`;
  return { split, year, month, day: date, short: single ? short : null, stem };
}

/** How one file of the output points at another. */
export function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
}

/**
 * How a file points at another: by path where files are read as they are; in a project by an address that holds
 * wherever the site stands; from the root of the site where `root` is one, which lists and feeds of other
 * people's themes need.
 */
export function hrefFrom(from: Place, to: Place, root: string | null): string {
  if (to.url === null) return relativePath(from.path, to.path);
  if (root !== null) return `${root}${to.url}`;
  return from.url === null ? `/${to.url}` : relativePath(from.url, to.url);
}
