import type { PostKey } from "../../../post/post.js";
import type { Selection } from "../../../select/selection.js";
import type { GalleryIndex } from "../../../theme/pages/gallery.js";
import { GALLERY_PATH } from "../../../theme/paths.js";
import type { Site } from "../../../theme/site.js";
import type { OutputFile } from "../../target.js";
import type { Fingerprints } from "../fingerprints.js";
import { Gallery } from "../gallery.js";
import type { PostCards } from "../post-cards.js";

/** Posts with pictures before and after one whose picture is shown: a picture's page names both neighbours. */
const AROUND = 4;
/** Posts with attachments that hold the gallery's latest pictures. */
const LATEST = 200;

/** The gallery one page at a time: the same code is fed with just the posts that a page speaks of. */
export class LiveGallery {
  readonly #site: Site;
  readonly #selection: Selection;
  readonly #cards: PostCards;
  readonly #index: GalleryIndex;
  readonly #prints: Fingerprints;
  #order: readonly PostKey[] | null = null;

  constructor(parts: {
    readonly site: Site;
    readonly selection: Selection;
    readonly cards: PostCards;
    readonly index: GalleryIndex;
    readonly prints: Fingerprints;
  }) {
    this.#site = parts.site;
    this.#selection = parts.selection;
    this.#cards = parts.cards;
    this.#index = parts.index;
    this.#prints = parts.prints;
  }

  /** A page of the gallery itself. */
  async page(path: string): Promise<OutputFile | null> {
    const keys = await this.#withMedia();
    if (path === GALLERY_PATH) return this.#find(path, keys.slice(-LATEST));
    const year = /^gallery\/([^/]+)\//.exec(path)?.[1];
    const wanted = keys.filter(
      (key) => (this.#selection.address(key)?.day?.slice(0, 4) ?? "undated") === year,
    );
    return this.#find(path, wanted);
  }

  /** The page of a picture of a post. */
  async picture(path: string, post: PostKey): Promise<OutputFile | null> {
    const keys = await this.#withMedia();
    const at = keys.indexOf(post);
    return at < 0 ? null : this.#find(path, keys.slice(Math.max(0, at - AROUND), at + AROUND + 1));
  }

  #find(path: string, keys: readonly PostKey[]): OutputFile | null {
    const gallery = new Gallery(this.#site, this.#index, this.#prints);
    for (const key of keys) {
      const card = this.#cards.get(key);
      if (card === null) continue;
      for (const file of gallery.add(card, this.#selection.address(key)?.day ?? null)) {
        if (file.path === path) return file;
      }
    }
    for (const file of gallery.end()) if (file.path === path) return file;
    return null;
  }

  /** Keys of the posts with files, oldest first; read once. */
  async #withMedia(): Promise<readonly PostKey[]> {
    if (this.#order !== null) return this.#order;
    const keys: PostKey[] = [];
    for await (const { key, kind, attachments } of this.#selection.posts("oldest", { attachments: true })) {
      const isThere = attachments.some(
        ({ media }) => media !== null && this.#selection.mediaState(media).state === "present",
      );
      if (kind !== "boost" && isThere) keys.push(key);
    }
    this.#order = keys;
    return keys;
  }
}
