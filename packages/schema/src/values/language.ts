import { isJsonObject, type JsonObject } from "../json.js";
import { textOf } from "./properties.js";

/** A text with the language its author gave it. */
export interface NaturalText {
  readonly text: string;
  /** Canonical BCP-47 tag, or `null` where the document names none that can be read. */
  readonly language: string | null;
}

/**
 * A BCP-47 tag in canonical form (`pt_br` → `pt-BR`), or `null` for what is no language tag.
 * `und` says "not known" (RFC 5646 §4.1) and is `null` too.
 *
 * @example
 * ```ts
 * import { languageTag } from "@archive/schema";
 * languageTag("pt_br"); // "pt-BR"
 * languageTag("und"); // null
 * ```
 */
export function languageTag(tag: unknown): string | null {
  if (typeof tag !== "string") return null;
  let canonical = known.get(tag);
  if (canonical === undefined) {
    canonical = canonicalTag(tag);
    if (known.size < MOST_KNOWN) known.set(tag, canonical);
  }
  return canonical;
}

// An archive names the same few languages a hundred thousand times, and asking Intl is slow.
const known = new Map<string, string | null>();
const MOST_KNOWN = 500;

function canonicalTag(tag: string): string | null {
  try {
    const canonical = Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0] ?? null;
    return canonical === "und" ? null : canonical;
  } catch {
    return null;
  }
}

/**
 * A natural-language property with its map: `content` and `contentMap`, `summary` and `summaryMap`, `name`
 * and `nameMap`. The plain property wins, and the map tells its language; without it the map's first
 * readable entry stands for it.
 * Source: AS2 Core §4.7; Mastodon writes both, with equal text.
 *
 * @example
 * ```ts
 * import { naturalText } from "@archive/schema";
 * naturalText({ content: "<p>moin</p>", contentMap: { de: "<p>moin</p>" } }, "content");
 * // { text: "<p>moin</p>", language: "de" }
 * ```
 */
export function naturalText(object: JsonObject, property: string): NaturalText | null {
  const plain = textOf(object[property]);
  const map = object[MAPS.get(property) ?? `${property}Map`];
  if (!isJsonObject(map)) return plain === null ? null : { text: plain, language: null };
  let first: string | null = null;
  for (const tag of Object.keys(map)) {
    const text = map[tag];
    if (plain !== null && text === plain) return { text: plain, language: languageTag(tag) };
    if (first === null && textOf(text) !== null) first = tag;
  }
  const chosen = plain ?? (first === null ? null : textOf(map[first]));
  return chosen === null ? null : { text: chosen, language: languageTag(first) };
}

// A name put together anew each time is looked up slowly, and this is asked of every post.
const MAPS: ReadonlyMap<string, string> = new Map([
  ["content", "contentMap"],
  ["name", "nameMap"],
  ["summary", "summaryMap"],
]);
