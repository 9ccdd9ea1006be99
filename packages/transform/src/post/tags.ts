import { firstIdOf, hasType, isJsonObject, type JsonObject, textOf, valuesOf } from "@archive/schema";
import type { Tag } from "./post.js";

/** The mentions, hashtags and custom emoji in an object's `tag`, in its order; names without `#` and `:`. */
export function toTags(object: JsonObject): Tag[] {
  const tags: Tag[] = [];
  for (const tag of valuesOf(object.tag)) {
    if (!isJsonObject(tag)) continue;
    const name = textOf(tag.name)?.trim();
    if (hasType(tag, "Mention")) {
      const url = firstIdOf(tag.href);
      if (name !== undefined || url !== null) tags.push({ kind: "mention", name: name ?? url ?? "", url });
    } else if (name === undefined) {
    } else if (hasType(tag, "Hashtag")) {
      tags.push({ kind: "hashtag", name: name.replace(/^#/, "") });
    } else if (hasType(tag, "Emoji")) {
      tags.push({ kind: "emoji", name: name.replace(/^:|:$/g, "") });
    }
  }
  return tags;
}
