import { classifyItem } from "../activity/classify.js";
import { audienceOf } from "../audience/audience.js";
import type { Visibility } from "../audience/visibility.js";
import { isJsonObject, type JsonObject } from "../json.js";
import { typesOf } from "../values/properties.js";
import { ACTOR_TYPES, COLLECTION_TYPES } from "../vocabulary/types.js";

/**
 * Whether what stands at the end of a path is public, so that a report may quote it. Every object on the way is
 * asked: of a document that holds posts of several visibilities each is quoted by its own.
 *
 * @param values The values along the path, the root first.
 * @example
 * ```ts
 * import { isExposed } from "@archive/schema/validate";
 * const note = { type: "Note", to: ["https://a.example/users/bo"], content: "For you" };
 * isExposed([note, note.content], null); // false
 * ```
 */
export function isExposed(values: readonly unknown[], actor: JsonObject | null): boolean {
  let addressed = false;
  for (const value of values) {
    if (!isJsonObject(value)) continue;
    const visibility = visibilityOf(value, actor);
    if (visibility === null) continue;
    // An option of a poll or the target of a boost says nothing of its own: it is as public as what holds it.
    if (visibility === "missing") {
      if (!addressed) return false;
    } else if (visibility !== "public" && visibility !== "unlisted") return false;
    else addressed = true;
  }
  return addressed || isOpenByKind(values[0]);
}

/** `null`: not a thing that is addressed to anybody. */
function visibilityOf(value: JsonObject, actor: JsonObject | null): Visibility | "missing" | null {
  const item = classifyItem(value);
  const isPost = item.kind === "post" || item.kind === "boost";
  const activity = isPost ? item.activity : value;
  const { visibility, basis } = audienceOf({ activity, object: isPost ? item.object : null, actor });
  if (basis !== "missing") return visibility;
  return item.kind === "invalid" ? null : "missing";
}

/** Actors and the envelopes of collections are addressed to nobody and no secret. */
function isOpenByKind(root: unknown): boolean {
  return (
    isJsonObject(root) && typesOf(root).some((type) => ACTOR_TYPES.has(type) || COLLECTION_TYPES.has(type))
  );
}
