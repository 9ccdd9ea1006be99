import type { PostRef } from "../../post/post.js";
import type { AcceptedPosts } from "./accepted.js";

/**
 * The address a reference may be written as: `null` for a withheld post, and for one of one's own that the target
 * leaves out.
 */
export function addressOf(ref: PostRef | null, accepted: AcceptedPosts): string | null {
  if (ref === null || ref.kind === "withheld") return null;
  if (ref.kind === "remote") return ref.url;
  const post = accepted.selection.post(ref.key);
  if (post === null || !accepted.has(post)) return null;
  return post.id ?? `urn:ap-archive:post:${post.key}`;
}

/** A time as Mastodon writes it: UTC, whole seconds where it has no parts of one. */
export function instant(iso: string): string {
  return iso.replace(/\.000Z$/, "Z");
}
