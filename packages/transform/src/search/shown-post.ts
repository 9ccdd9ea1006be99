import { clip } from "../content/to-text.js";
import type { ShownPost } from "./format.js";
import type { IndexedPost } from "./indexed-post.js";

/** Longer texts are told by their beginning: a result shows a few lines of it. */
const LONGEST_TEXT = 6000;

/** What a result shows of a post, as short as it can be written. */
export function shownPost(post: IndexedPost): ShownPost {
  const { page, seconds, text, contentWarning, title, to, altTexts, options, picture } = post;
  const whole: (ShownPost[number] | undefined)[] = [
    page,
    seconds ?? 0,
    text.length > LONGEST_TEXT ? clip(text, LONGEST_TEXT) : text,
    contentWarning ?? 0,
    title ?? 0,
    to ?? 0,
    altTexts.length === 0 ? 0 : altTexts,
    options.length === 0 ? 0 : options,
    picture ?? 0,
  ];
  while (whole.length > 3 && whole.at(-1) === 0) whole.pop();
  // The list above is the type's own, in its order; only its end is left off.
  return whole as unknown as ShownPost;
}
