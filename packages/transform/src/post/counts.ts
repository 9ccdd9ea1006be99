import { isJsonObject, type JsonObject, numberOf } from "@archive/schema";
import type { PostCounts } from "./post.js";

const NONE: PostCounts = { likes: null, boosts: null, replies: null };

/**
 * What the server counted: `totalItems` of the collections, as Mastodon 4.4 and newer write it, or the numbers and
 * lists of litepub servers.
 */
export function toCounts(object: JsonObject): PostCounts {
  const likes = size(object.likes) ?? whole(object.like_count);
  const boosts = size(object.shares) ?? size(object.announcements) ?? whole(object.announcement_count);
  const replies = size(object.replies) ?? whole(object.repliesCount);
  return likes === null && boosts === null && replies === null ? NONE : { likes, boosts, replies };
}

/** The size of a collection that says it; a list of members is one as well. */
function size(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? whole(value.totalItems) : whole(value);
}

/** A count: a whole number from 0 on. */
export function whole(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && number >= 0 && Number.isInteger(number) ? number : null;
}
