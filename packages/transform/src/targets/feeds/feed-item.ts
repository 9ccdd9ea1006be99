import { plainText } from "../../content/plain-text.js";
import type { Attachment, Post, PostRef } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { authorOf } from "../author.js";
import { LABEL_WORDS, type LabelWords, postLabel } from "../post-label.js";
import type { FeedAuthor, FeedItem, FeedMedia } from "./feed.js";
import { feedMedia } from "./feed-media.js";
import { ITEM_WORDS, type ItemWords, itemHtml } from "./item-html.js";

const LONGEST_LABEL = 90;

/** What an item's addresses are made from: a feed lies in a site, or stands alone. */
export interface FeedSurroundings {
  readonly selection: Pick<Selection, "post" | "mediaState" | "accounts">;
  /** Absolute address of a post's page; `null` where it has none. */
  pageUrl(post: Post): string | null;
  /** Absolute address of a media file by its name in the output; `null` when files do not go along. */
  mediaUrl(name: string): string | null;
  readonly words?: { readonly label: LabelWords; readonly item: ItemWords };
}

/** A post as an item of a feed. */
export function toFeedItem(post: Post, around: FeedSurroundings): FeedItem {
  const { label, item } = around.words ?? { label: LABEL_WORDS, item: ITEM_WORDS };
  const url = around.pageUrl(post);
  const media = post.attachments.flatMap((each) => mediaOf(each, around));
  const inReplyTo = refUrl(post.inReplyTo, around);
  return {
    id: post.id !== null && URL.canParse(post.id) ? post.id : `urn:ap-archive:${post.key}`,
    url,
    label: plainText(postLabel(post, LONGEST_LABEL, label)),
    author: authorIn(post, around),
    title: post.title === null ? null : plainText(post.title),
    contentWarning: post.contentWarning === null ? null : plainText(post.contentWarning),
    html: itemHtml(post, {
      words: item,
      file: (attachment) => mediaOf(attachment, around)[0] ?? null,
      quoteUrl: refUrl(post.quote, around),
      boostUrl: refUrl(post.boostOf, around),
    }),
    published: post.published,
    updated: post.updated,
    language: post.language,
    hashtags: [
      ...new Set(
        post.tags.filter(({ kind }) => kind === "hashtag").map(({ name }) => name.replace(/^#/, "")),
      ),
    ],
    media,
    inReplyTo,
  };
}

function authorIn(post: Post, { selection }: FeedSurroundings): FeedAuthor | null {
  const name = authorOf(post, selection);
  return name === undefined
    ? null
    : { name: plainText(name), url: selection.accounts[post.account]?.url ?? null };
}

function mediaOf(attachment: Attachment, around: FeedSurroundings): FeedMedia[] {
  const state = attachment.media === null ? null : around.selection.mediaState(attachment.media);
  if (state?.state !== "present") return [];
  const url = around.mediaUrl(state.name);
  return url === null ? [] : [feedMedia(attachment, state, url)];
}

/** The address of the post a reference means; a withheld one has none. */
function refUrl(ref: PostRef | null, around: FeedSurroundings): string | null {
  if (ref?.kind === "remote") return /^https?:\/\//i.test(ref.url) ? ref.url : null;
  if (ref?.kind !== "own") return null;
  const post = around.selection.post(ref.key);
  return post === null ? null : around.pageUrl(post);
}
