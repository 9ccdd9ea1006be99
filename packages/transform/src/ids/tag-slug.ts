import { shortHash } from "./keys.js";

const LONGEST = 40;
const HASH_LENGTH = 10;
// Names that Windows keeps for devices, with or without an extension.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A hashtag in the form in which two spellings of it are compared. */
export function sameTag(name: string): string {
  return name.replace(/^#/, "").normalize("NFKC").toLowerCase();
}

/**
 * What a hashtag is called in addresses and file names: itself where it is of lower-case ASCII letters, digits and
 * `_`; else what of it is, with a hash behind. Nothing but the name goes into it, so it never changes, and names that
 * only a file system takes for one do not meet. `null` for a name without a letter.
 *
 * @example
 * ```ts
 * import { tagSlug } from "./tag-slug.js";
 * tagSlug("PhotoOfTheDay"); // "photooftheday"
 * tagSlug("Ünter"); // "unter-" and a hash
 * ```
 */
export function tagSlug(name: string): string | null {
  const folded = sameTag(name).trim().toWellFormed();
  if (folded === "") return null;
  if (/^[a-z0-9_]+$/.test(folded) && folded.length <= LONGEST && !RESERVED.test(folded)) return folded;
  const ascii = folded
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9_]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  const hash = shortHash(folded).slice(0, HASH_LENGTH);
  return `${ascii === "" ? "tag" : ascii}-${hash}`;
}
