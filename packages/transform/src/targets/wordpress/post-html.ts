import { linkAddress } from "../../content/address.js";
import { escapeHtml } from "../../content/escape-html.js";
import { plainText } from "../../content/plain-text.js";
import type { Attachment, Post, PostRef } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { FeedMedia } from "../feeds/feed.js";
import { ITEM_WORDS, itemHtml } from "../feeds/item-html.js";
import { postLabel } from "../post-label.js";
import { inertHtml, inertText } from "./inert-html.js";

const LONGEST_TITLE = 70;

/** A post's text for WordPress: with its poll, its quote and what it answers; behind its warning, folded. */
export function postHtml(
  post: Post,
  selection: Pick<Selection, "post">,
  file: (attachment: Attachment) => FeedMedia | null,
): string {
  const html = itemHtml(post, {
    words: ITEM_WORDS,
    file,
    quoteUrl: refAddress(post.quote, selection),
    boostUrl: null,
  });
  return inertHtml(answerLine(post, selection) + html);
}

/** A plain text as WordPress keeps titles, names and excerpts: as HTML. */
export function plainHtml(text: string): string {
  return inertText(escapeHtml(plainText(text)))
    .replace(/\s+/g, " ")
    .trim();
}

/** A title for a post that may have none: WordPress takes two without one for the same when their time is. */
export function postTitle(post: Post): string {
  return plainHtml(postLabel(post, LONGEST_TITLE));
}

/** The address of another post; a withheld one has none. */
function refAddress(ref: PostRef | null, selection: Pick<Selection, "post">): string | null {
  if (ref?.kind === "remote") return linkAddress(ref.url);
  return ref?.kind === "own" ? (selection.post(ref.key)?.url ?? null) : null;
}

function answerLine(post: Post, selection: Pick<Selection, "post">): string {
  // Of a thread of one's own each part stands in order; of others' posts only the address is known.
  if (post.inReplyTo?.kind !== "remote") return "";
  const address = refAddress(post.inReplyTo, selection);
  const href = address === null ? null : linkAddress(address);
  if (href === null || !/^https?:/i.test(href)) return "";
  return `<p>In reply to: <a href="${escapeHtml(href)}">${escapeHtml(href)}</a></p>`;
}
