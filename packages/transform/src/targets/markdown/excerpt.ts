import type { Post } from "../../post/post.js";
import { postLabel } from "../post-label.js";

const LONGEST = 200;

/** The beginning of a post on one line; of one behind a content warning, the warning. */
export function excerptOf(post: Post): string {
  return post.title !== null && post.contentWarning === null
    ? postLabel({ ...post, title: null }, LONGEST)
    : postLabel(post, LONGEST);
}
