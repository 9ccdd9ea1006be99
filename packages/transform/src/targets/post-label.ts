import { clip, excerpt } from "../content/to-text.js";
import type { Post } from "../post/post.js";

/** What a post without any words is called. */
export interface LabelWords {
  readonly contentWarning: (warning: string) => string;
  readonly boost: string;
  readonly wordless: string;
}

/** In English. */
export const LABEL_WORDS: LabelWords = {
  contentWarning: (warning) => `Content warning: ${warning}`,
  boost: "Boost",
  wordless: "Post without text",
};

/** A post in a few words, for lists and titles. What stands behind a content warning is not shown. */
export function postLabel(post: Post, maxChars: number, words: LabelWords = LABEL_WORDS): string {
  if (post.contentWarning !== null) return clip(words.contentWarning(post.contentWarning), maxChars);
  if (post.title !== null) return clip(post.title, maxChars);
  const text = post.content === null ? "" : excerpt(post.content, maxChars);
  if (text !== "") return text;
  return post.kind === "boost" ? words.boost : words.wordless;
}
