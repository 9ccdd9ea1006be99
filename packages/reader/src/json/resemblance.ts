import { isJsonObject } from "@archive/schema";

/**
 * What a value is compared with: an `item` is an object with a type and something posts or activities have; an
 * `activity` has a type and an object, as nothing has that stands inside a post.
 */
export type Resemblance = "item" | "activity";

/** Whether a parsed value looks like an element of an outbox, not like a part of one. */
export function resembles(value: unknown, wanted: Resemblance): boolean {
  if (!isJsonObject(value)) return false;
  if (typeof value.type !== "string" && !Array.isArray(value.type)) return false;
  if (wanted === "activity") return value.object !== undefined;
  return value.object !== undefined || value.actor !== undefined || value.content !== undefined;
}
