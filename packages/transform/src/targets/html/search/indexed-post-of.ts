import type { PublishedPost } from "../../../post/post.js";
import { type IndexedPost, indexPost } from "../../../search/index.js";
import type { PostAddress } from "../../../select/selection.js";
import { picturePath } from "../../../theme/components/copies.js";
import { postPath } from "../../../theme/paths.js";
import type { Site } from "../../../theme/site.js";

/** A selected post as the site's search index takes it in; `null` for a boost. */
export function indexedPostOf(site: Site, post: PublishedPost, address: PostAddress): IndexedPost | null {
  return indexPost(post, {
    page: postPath(address).replace(/\/index\.html$/, ""),
    year: address.day?.slice(0, 4) ?? "",
    picture: firstPicture(site, post),
  });
}

function firstPicture(site: Site, { attachments }: PublishedPost): string | null {
  for (const { kind, media } of attachments) {
    const path = kind === "image" ? picturePath(site, media) : null;
    if (path !== null) return path;
  }
  return null;
}
