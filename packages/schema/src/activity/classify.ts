import { isJsonObject, type JsonObject } from "../json.js";
import { hasType, idOf, typesOf, valuesOf } from "../values/properties.js";
import { ACTIVITY_TYPES, POST_TYPES } from "../vocabulary/types.js";

/**
 * What an outbox item amounts to. Everything that counts, shows or converts posts asks this one function, so
 * that all of them mean the same by "a post".
 */
export type ItemKind =
  | {
      readonly kind: "post";
      /** The activity around the object; `null` where an export lists bare objects. */
      readonly activity: JsonObject | null;
      /** The post itself; `null` where the activity only names its address. */
      readonly object: JsonObject | null;
      /** The object's id, if it has one. */
      readonly id: string | null;
    }
  | {
      readonly kind: "boost";
      readonly activity: JsonObject;
      /** The boosted post where it is inlined. */
      readonly object: JsonObject | null;
      /** The boosted post's id. */
      readonly objectId: string | null;
      /** The activity's own id. */
      readonly id: string | null;
    }
  /** An activity that makes no post: Update, Delete, Like, Follow … */
  | { readonly kind: "other"; readonly type: string }
  | { readonly kind: "invalid"; readonly reason: "not-an-object" | "without-object" | "unknown-shape" };

/**
 * Tells what an outbox item is. Never throws, whatever the value.
 *
 * @example
 * ```ts
 * import { classifyItem } from "@archive/schema";
 * classifyItem({ type: "Announce", object: "https://a.example/1" }).kind; // "boost"
 * ```
 */
export function classifyItem(item: unknown): ItemKind {
  if (!isJsonObject(item)) return { kind: "invalid", reason: "not-an-object" };
  const create = hasType(item, "Create");
  if (create || hasType(item, "Announce")) {
    const inner = firstObject(item.object);
    const objectId = idOf(inner);
    const object = isJsonObject(inner) ? inner : null;
    if (object === null && objectId === null) return { kind: "invalid", reason: "without-object" };
    if (create) return { kind: "post", activity: item, object, id: objectId };
    return { kind: "boost", activity: item, object, objectId, id: idOf(item) };
  }
  const types = typesOf(item);
  const isPost = types.some((type) => POST_TYPES.has(type));
  const activityType = types.find((type) => ACTIVITY_TYPES.has(type));
  if (!isPost && activityType !== undefined) return { kind: "other", type: activityType };
  if (isPost || typeof item.content === "string") {
    return { kind: "post", activity: null, object: item, id: idOf(item) };
  }
  // An activity of a type nobody listed still acts on something.
  if (types[0] !== undefined && item.object !== undefined) return { kind: "other", type: types[0] };
  return { kind: "invalid", reason: "unknown-shape" };
}

/** `object` is functional in every export; an array of one is the same thing written otherwise. */
function firstObject(value: unknown): unknown {
  if (isJsonObject(value)) return value;
  return valuesOf(value).find((each) => isJsonObject(each) || (typeof each === "string" && each !== ""));
}
