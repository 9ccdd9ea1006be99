import { columns } from "./columns.js";
import { count } from "./quantity.js";

/** Words for kinds of posts. */
export const KIND_WORDS = {
  post: "posts",
  reply: "replies to others",
  selfReply: "replies to oneself",
  boost: "boosts",
  poll: "polls",
} as const;

/** Words for visibilities. */
export const VISIBILITY_WORDS = {
  public: "public",
  unlisted: "unlisted",
  followers: "followers only",
  direct: "direct",
  unknown: "unknown",
} as const;

/** Words and their numbers, one below the other; those that are 0 are left out unless asked for. */
export function countTable<Key extends string>(
  title: string,
  words: Readonly<Record<Key, string>>,
  counts: Readonly<Record<Key, number>>,
  optional: readonly Key[] = [],
): string[] {
  const rows: string[][] = [];
  for (const key in words) {
    if (counts[key] > 0 || !optional.includes(key)) rows.push([words[key], count(counts[key])]);
  }
  return [title, ...columns(rows, { right: [1], gap: 3 }).map((line) => `  ${line}`)];
}
