import { linkAddress } from "../../content/address.js";
import { escapeHtml } from "../../content/escape-html.js";
import { plainText } from "../../content/plain-text.js";
import { toHtml } from "../../content/to-html.js";
import type { Attachment, Poll, Post } from "../../post/post.js";
import type { FeedMedia } from "./feed.js";

/** The few words of the feed's own that stand in an item. */
export interface ItemWords {
  readonly boosted: string;
  readonly quoted: string;
  readonly votes: (count: number) => string;
}

/** In English. */
export const ITEM_WORDS: ItemWords = {
  boosted: "Boosted",
  quoted: "Quoted",
  votes: (count) => (count === 1 ? "1 vote" : `${count} votes`),
};

/** What an item's text is made with. */
export interface ItemSurroundings {
  readonly words: ItemWords;
  /** The file of an attachment; `null` when it does not go along. */
  file(attachment: Attachment): FeedMedia | null;
  readonly quoteUrl: string | null;
  readonly boostUrl: string | null;
}

/**
 * A post's text, media, poll and quote as HTML for a feed reader: no classes to rely on, no styles, and what
 * stands behind a content warning or is sensitive is folded, for readers that can fold.
 */
export function itemHtml(post: Post, around: ItemSurroundings): string {
  const parts = [
    post.content === null ? "" : toHtml(post.content),
    post.poll === null ? "" : pollHtml(post.poll, around.words),
    linkLine(around.words.quoted, around.quoteUrl),
    linkLine(around.words.boosted, around.boostUrl),
  ];
  const media = post.attachments.map((each) => mediaHtml(each, around.file(each))).join("");
  if (post.contentWarning !== null) return folded(post.contentWarning, parts.join("") + media);
  return parts.join("") + (post.sensitive && media !== "" ? folded("⚠", media) : media);
}

function folded(summary: string, html: string): string {
  return `<details><summary>${text(summary)}</summary>${html}</details>`;
}

function mediaHtml(attachment: Attachment, file: FeedMedia | null): string {
  const alt = attachment.alt === null ? "" : text(attachment.alt);
  // A picture that does not go along is still described.
  if (file === null) return alt === "" ? "" : `<p>[${alt}]</p>`;
  const size =
    file.width === null || file.height === null ? "" : ` width="${file.width}" height="${file.height}"`;
  const source = escapeHtml(file.url);
  switch (file.medium) {
    case "image":
      return `<p><img src="${source}" alt="${alt}"${size}></p>`;
    case "video":
      return `<p><video src="${source}" controls${size}></video></p>${alt === "" ? "" : `<p>${alt}</p>`}`;
    case "audio":
      return `<p><audio src="${source}" controls></audio></p>${alt === "" ? "" : `<p>${alt}</p>`}`;
    case null:
      return `<p><a href="${source}">${alt === "" ? source : alt}</a></p>`;
  }
}

function pollHtml({ options }: Poll, words: ItemWords): string {
  const items = options.map(
    ({ name, votes }) =>
      `<li>${text(name)}${votes === null ? "" : ` (${escapeHtml(words.votes(votes))})`}</li>`,
  );
  return `<ul>${items.join("")}</ul>`;
}

function linkLine(word: string, url: string | null): string {
  const href = url === null ? null : linkAddress(url);
  if (href === null) return "";
  return `<p>${escapeHtml(word)}: <a href="${escapeHtml(href)}">${escapeHtml(href)}</a></p>`;
}

function text(raw: string): string {
  return escapeHtml(plainText(raw));
}
