import type { PublishedPost } from "../../../post/post.js";
import type { PostToIndex } from "../../../search/index.js";
import type { PostAddress, Selection } from "../../../select/selection.js";
import { picturePath } from "../../../theme/components/copies.js";
import { postPath } from "../../../theme/paths.js";
import type { Site } from "../../../theme/site.js";
import type { PostCards } from "../post-cards.js";

/** A selected post with where it stands in the site, as the search index is told of it; `null` for a boost. */
export function postToIndex(site: Site, post: PublishedPost, address: PostAddress): PostToIndex | null {
  if (post.kind === "boost") return null;
  return {
    post,
    place: {
      page: postPath(address).replace(/\/index\.html$/, ""),
      year: address.day?.slice(0, 4) ?? "",
      picture: firstPicture(site, post),
    },
  };
}

/** The first so many posts of the index, once more: those that have pages, in the order of time. */
export async function* postsToIndex(
  site: Site,
  { selection, cards }: { readonly selection: Selection; readonly cards: PostCards },
  count: number,
): AsyncGenerator<PostToIndex> {
  let told = 0;
  for await (const post of selection.posts("oldest")) {
    if (told === count) return;
    const address = selection.address(post.key);
    if (address === null || cards.get(post.key) === null) continue;
    const made = postToIndex(site, post, address);
    if (made === null) continue;
    told += 1;
    yield made;
  }
}

function firstPicture(site: Site, { attachments }: PublishedPost): string | null {
  for (const { kind, media } of attachments) {
    const path = kind === "image" ? picturePath(site, media) : null;
    if (path !== null) return path;
  }
  return null;
}
