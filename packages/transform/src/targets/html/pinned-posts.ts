import { postKey } from "../../ids/keys.js";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";

/**
 * The posts that a person wants at the top of the site, by their ids or their pages' addresses, in that person's order.
 * What is no selected post is left out, and so are boosts, which say nothing of their own.
 */
export async function pinnedPosts(
  selection: Pick<Selection, "post" | "posts">,
  addresses: readonly string[],
): Promise<readonly PublishedPost[]> {
  const found = new Map<string, PublishedPost>();
  const missing = new Set<string>();
  for (const address of addresses) {
    // A key is made of the id.
    const post = selection.post(postKey(address));
    if (post?.id === address) found.set(address, post);
    else missing.add(address);
  }
  if (missing.size > 0) {
    for await (const post of selection.posts("newest")) {
      for (const address of [post.id, post.url]) {
        if (address !== null && missing.delete(address)) found.set(address, post);
      }
      if (missing.size === 0) break;
    }
  }
  const inOrder = addresses.flatMap((address) => found.get(address) ?? []);
  const byKey = new Map(inOrder.map((post) => [post.key, post]));
  return [...byKey.values()].filter(({ kind }) => kind !== "boost");
}
