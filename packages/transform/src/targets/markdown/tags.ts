import type { Post } from "../../post/post.js";

// What every server takes for a hashtag. Anything else would be a path or a piece of template to some generator.
const HASHTAG = /^[\p{L}\p{N}\p{M}_\u00b7\u200c\u30fb-]{1,100}$/u;
// Names that Eleventy keeps for itself, and names every object of JavaScript has.
const KEPT = new Set([
  "all",
  "__proto__",
  "constructor",
  "prototype",
  "tostring",
  "valueof",
  "hasownproperty",
]);

/** The hashtags of an output, each in one spelling: the first that was seen. */
export class TagNames {
  #names = new Map<string, string>();

  /** The hashtags of posts, without `#`, each once. */
  of(posts: readonly Post[]): readonly string[] {
    const found = new Set<string>();
    for (const { tags } of posts) {
      for (const tag of tags) {
        if (tag.kind !== "hashtag") continue;
        const name = tag.name.replace(/^[#＃]/, "").normalize("NFC");
        const folded = name.normalize("NFKC").toLowerCase();
        if (!HASHTAG.test(name) || !/[\p{L}\p{N}]/u.test(name) || KEPT.has(folded)) continue;
        const known = this.#names.get(folded) ?? name;
        this.#names.set(folded, known);
        found.add(known);
      }
    }
    return [...found];
  }
}
