import { hasType, isJsonObject, type JsonObject, textOf, urlsOf, valuesOf } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { SourceDocument } from "./source-document.js";
import { usualType } from "./usual-type.js";

/**
 * Mentions, hashtags and custom emoji, with the keys Mastodon writes. A mention without an address is left out:
 * viewers read it unchecked.
 */
export function tagDocuments(post: PublishedPost, { object }: SourceDocument): readonly JsonObject[] {
  const raw = valuesOf(object.tag).filter(isJsonObject);
  const hrefs = new Map<string, string>();
  const emoji = new Map<string, JsonObject>();
  for (const tag of raw) {
    const name = textOf(tag.name)?.trim();
    if (name === undefined) continue;
    const href = textOf(tag.href);
    if (hasType(tag, "Hashtag") && href !== null) hrefs.set(name.replace(/^#/, ""), href);
    if (hasType(tag, "Emoji")) emoji.set(name.replace(/^:|:$/g, ""), tag);
  }
  const tags: JsonObject[] = [];
  for (const tag of post.tags) {
    if (tag.kind === "mention") {
      if (tag.url !== null) tags.push({ type: "Mention", href: tag.url, name: tag.name });
    } else if (tag.kind === "hashtag") {
      const href = hrefs.get(tag.name);
      tags.push({ type: "Hashtag", ...(href === undefined ? {} : { href }), name: `#${tag.name}` });
    } else tags.push(emojiDocument(tag.name, emoji.get(tag.name)));
  }
  return tags;
}

function emojiDocument(name: string, found: JsonObject | undefined): JsonObject {
  const id = textOf(found?.id);
  const updated = textOf(found?.updated);
  const icon = valuesOf(found?.icon).find(isJsonObject);
  const url = icon === undefined ? undefined : urlsOf(icon.url)[0];
  return {
    ...(id === null ? {} : { id }),
    type: "Emoji",
    name: `:${name}:`,
    ...(updated === null ? {} : { updated }),
    ...(url === undefined
      ? {}
      : { icon: { type: "Image", mediaType: textOf(icon?.mediaType) ?? usualType("image", url), url } }),
  };
}
