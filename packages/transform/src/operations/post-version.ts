import { isJsonObject, type JsonObject, textOf, urlsOf, valuesOf } from "@archive/schema";
import type { Redact } from "../content/withheld.js";
import type { ExaminedPost } from "../post/examine.js";
import { readText } from "../post/post-text.js";

/** Nothing is withheld from the owner of an archive. */
const NOTHING: Redact = Object.assign(() => false, { marks: new Set<string>() });

/**
 * What a reader sees of a post, as one text: two exports with the same text of it hold the same version.
 *
 * Servers change how they write a post without anybody having edited it: classes of links, keys, paths of media,
 * numbers of likes. None of that is in it.
 */
export function versionOf({ facts }: ExaminedPost): string {
  const { item, audience, parent } = facts;
  if (item.kind === "boost") return JSON.stringify(["boost", audience.visibility, item.activity.object]);
  const { object } = item;
  if (object === null) return JSON.stringify(["post", audience.visibility]);
  const { title, content, contentWarning } = readText(object, NOTHING);
  return JSON.stringify([
    ...["post", audience.visibility, parent, title, content, contentWarning],
    object.sensitive === true,
    attachmentsOf(object),
    optionsOf(object),
  ]);
}

function attachmentsOf(object: JsonObject): unknown[] {
  return valuesOf(object.attachment).flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const url = urlsOf(each.url)[0] ?? textOf(each.href) ?? "";
    return [[url.slice(url.lastIndexOf("/") + 1), textOf(each.name)]];
  });
}

function optionsOf(object: JsonObject): unknown[] {
  return [...valuesOf(object.oneOf), ...valuesOf(object.anyOf)].map((each) =>
    isJsonObject(each) ? textOf(each.name) : null,
  );
}
