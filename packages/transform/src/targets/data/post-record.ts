import { plainText } from "../../content/plain-text.js";
import { toHtml } from "../../content/to-html.js";
import { toText } from "../../content/to-text.js";
import type { Attachment, Post, PostRef } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";

/** A post as a row of data: {@link POST_RECORD_SCHEMA} says what each field is. Names are part of the API. */
export interface PostRecord {
  readonly key: string;
  readonly id: string | null;
  readonly url: string | null;
  readonly account: string | null;
  readonly kind: string;
  readonly type: string | null;
  readonly visibility: string;
  readonly published: string | null;
  readonly updated: string | null;
  readonly goneSince: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly contentWarning: string | null;
  readonly sensitive: boolean;
  readonly text: string | null;
  readonly html: string | null;
  readonly hashtags: readonly string[];
  readonly mentions: readonly { readonly name: string; readonly url: string | null }[];
  readonly customEmoji: readonly string[];
  readonly attachments: readonly AttachmentRecord[];
  readonly poll: Post["poll"];
  readonly event: Post["event"];
  readonly inReplyTo: string | null;
  readonly inReplyToKey: string | null;
  readonly thread: string;
  readonly quote: string | null;
  readonly boostOf: string | null;
  readonly likes: number | null;
  readonly boosts: number | null;
  readonly replies: number | null;
  readonly history: readonly {
    readonly updated: string | null;
    readonly title: string | null;
    readonly contentWarning: string | null;
    readonly text: string | null;
    readonly html: string | null;
  }[];
}

/** An attachment of a {@link PostRecord}. */
export interface AttachmentRecord {
  readonly kind: Attachment["kind"];
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly inArchive: boolean;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration: number | null;
  readonly blurhash: string | null;
  readonly focalPoint: readonly [number, number] | null;
}

/** Makes the record of a post. */
export function postRecord(
  post: Post,
  selection: Pick<Selection, "accounts" | "post" | "threadRoot">,
): PostRecord {
  const account = selection.accounts[post.account];
  const { likes, boosts, replies } = post.counts;
  return {
    key: post.key,
    id: post.id,
    url: post.url,
    account: account?.handle ?? account?.id ?? null,
    kind: post.kind,
    type: post.type,
    visibility: post.audience.visibility,
    published: post.published,
    updated: post.updated,
    goneSince: post.goneSince,
    language: post.language,
    title: clean(post.title),
    contentWarning: clean(post.contentWarning),
    sensitive: post.sensitive,
    text: post.content === null ? null : toText(post.content),
    html: post.content === null ? null : toHtml(post.content),
    hashtags: named(post.tags, "hashtag"),
    mentions: post.tags.flatMap((tag) => (tag.kind === "mention" ? [{ name: tag.name, url: tag.url }] : [])),
    customEmoji: named(post.tags, "emoji"),
    attachments: post.attachments.map(attachmentRecord),
    poll: post.poll,
    event: post.event,
    inReplyTo: idOf(post.inReplyTo, selection),
    inReplyToKey: post.inReplyTo?.kind === "own" ? post.inReplyTo.key : null,
    thread: post.kind === "selfReply" ? selection.threadRoot(post.key) : post.key,
    quote: idOf(post.quote, selection),
    boostOf: idOf(post.boostOf, selection),
    likes,
    boosts,
    replies,
    history: post.history.map(({ updated, title, contentWarning, content }) => ({
      updated,
      title: clean(title),
      contentWarning: clean(contentWarning),
      text: content === null ? null : toText(content),
      html: content === null ? null : toHtml(content),
    })),
  };
}

/** The names of the tags of a kind, each once. Most posts have none, and this is asked of each. */
function named(tags: Post["tags"], kind: "hashtag" | "emoji"): string[] {
  if (tags.length === 0) return [];
  return [...new Set(tags.filter((tag) => tag.kind === kind).map(({ name }) => name.replace(/^#/, "")))];
}

function attachmentRecord(each: Attachment): AttachmentRecord {
  return {
    kind: each.kind,
    mediaType: each.mediaType,
    url: each.remoteUrl,
    inArchive: each.media !== null,
    alt: clean(each.alt),
    width: each.width,
    height: each.height,
    duration: each.duration,
    blurhash: each.blurhash,
    focalPoint: each.focalPoint,
  };
}

/** The id of the post a reference means; of one that was withheld there is none. */
function idOf(ref: PostRef | null, selection: Pick<Selection, "post">): string | null {
  if (ref?.kind === "remote") return ref.url;
  return ref?.kind === "own" ? (selection.post(ref.key)?.id ?? null) : null;
}

function clean(text: string | null): string | null {
  return text === null ? null : plainText(text);
}
