import { clip } from "../content/to-text.js";
import type { ShownPost } from "./format.js";
import type { IndexedPost } from "./indexed-post.js";

/** Longer texts are told by their beginning: a result shows a few lines of it. */
const LONGEST_TEXT = 6000;

type Open<T> = { -readonly [index in keyof T]: T[index] };

/** What a result shows of a post, as short as it can be written. */
export function shownPost(post: IndexedPost): ShownPost {
  const { page, seconds, text, contentWarning, title, to, altTexts, options, picture, account } = post;
  const whole: Open<ShownPost> = [
    page,
    seconds ?? 0,
    text.length > LONGEST_TEXT ? clip(text, LONGEST_TEXT) : text,
    contentWarning ?? 0,
    title ?? 0,
    to ?? 0,
    altTexts.length === 0 ? 0 : altTexts,
    options.length === 0 ? 0 : options,
    picture ?? 0,
    account,
  ];
  while (whole.length > 3 && whole.at(-1) === 0) whole.pop();
  return whole;
}
