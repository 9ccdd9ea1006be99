import { isJsonObject, type JsonObject, textOf, timestampOf } from "@archive/schema";
import type { SafeNode, SafeTree } from "../../content/safe-tree.js";
import { toHtml } from "../../content/to-html.js";
import type { Poll, PublishedPost } from "../../post/post.js";
import type { AcceptedPosts } from "./accepted.js";
import type { ActorFacts } from "./actor-facts.js";
import { type Addressing, addressing } from "./addressing.js";
import { type AttachmentStyle, attachmentDocuments } from "./attachment-documents.js";
import { addressOf, instant } from "./references.js";
import type { RefusedPosts } from "./refused-posts.js";
import { idsOf, type SourceDocument, sourceDocument } from "./source-document.js";
import { tagDocuments } from "./tag-documents.js";

/** How posts become documents of one exporter. */
export interface ActivityStyle {
  readonly accepted: AcceptedPosts;
  readonly refused: RefusedPosts;
  readonly actor: ActorFacts;
  readonly attachments: AttachmentStyle;
  /** Writes polls as text, for importers that take nothing but a `Note`. */
  readonly pollsAsText?: true;
  /** Leaves what the server counted out. */
  readonly withoutCounts?: true;
}

/** A post with everything its documents are made of. */
export interface Written {
  readonly post: PublishedPost;
  readonly source: SourceDocument;
  readonly ids: { readonly activity: string; readonly object: string };
  readonly audience: Addressing;
}

export function written(post: PublishedPost, style: ActivityStyle): Written {
  const source = sourceDocument(post, style.accepted.selection);
  return { post, source, ids: idsOf(post, source), audience: addressing(post, source, style.actor) };
}

/** An activity with the keys Mastodon writes, in its order, and no others. */
export function mastodonActivity(post: PublishedPost, style: ActivityStyle): JsonObject {
  const all = written(post, style);
  return activityAround(all, style, () => mastodonNote(all, style));
}

/** The activity that a post came in: its boost, or the making of its object. */
export function activityAround(
  { post, ids, audience }: Written,
  { actor, accepted }: ActivityStyle,
  object: () => JsonObject,
  marks: JsonObject = {},
): JsonObject {
  const isBoost = post.kind === "boost";
  return {
    id: ids.activity,
    type: isBoost ? "Announce" : "Create",
    actor: actor.id,
    ...dated(post),
    ...audience,
    ...marks,
    object: isBoost ? addressOf(post.boostOf, accepted) : object(),
  };
}

/** A `Note`, or a `Question` for a poll, with the keys Mastodon writes. */
function mastodonNote({ post, source, ids, audience }: Written, style: ActivityStyle): JsonObject {
  const { accepted, actor } = style;
  const isPoll = post.poll !== null && style.pollsAsText === undefined;
  const inReplyTo = addressOf(post.inReplyTo, accepted);
  const content = contentOf(post, isPoll);
  return {
    id: ids.object,
    type: isPoll ? "Question" : "Note",
    summary: post.contentWarning,
    inReplyTo,
    ...dated(post),
    ...(post.updated === null ? {} : { updated: instant(post.updated) }),
    // Every post of Mastodon's has a page; fossilizer reads none without.
    url: post.url ?? ids.object,
    attributedTo: actor.id,
    ...audience,
    sensitive: post.sensitive,
    atomUri: ids.object,
    inReplyToAtomUri: inReplyTo,
    conversation: conversationOf(post, source, style) ?? ids.object,
    content,
    ...(post.language === null ? {} : { contentMap: { [post.language]: content } }),
    attachment: attachmentDocuments(post, accepted.selection, style.attachments),
    tag: tagDocuments(post, source),
    ...(style.withoutCounts === undefined ? countDocuments(post, source, ids.object) : {}),
    ...(isPoll && post.poll !== null ? pollDocument(post.poll, source) : {}),
    ...quoteDocument(addressOf(post.quote, accepted)),
  };
}

/**
 * Viewers (mav-z) read it unchecked: where none is known, or none that may be told, a thread is named after the post it
 * begins with.
 */
function conversationOf(
  post: PublishedPost,
  { object }: SourceDocument,
  { accepted, refused }: ActivityStyle,
): string | null {
  const known = textOf(object.conversation);
  if (known !== null && !refused.began(known)) return known;
  if (post.kind !== "selfReply") return null;
  const root = accepted.selection.threadRoot(post.key);
  return addressOf({ kind: "own", key: root }, accepted);
}

export function dated({ published }: PublishedPost): JsonObject {
  return published === null ? {} : { published: instant(published) };
}

/** The text as HTML that holds nothing but what is safe: viewers of such exports show it unchecked. */
function contentOf(post: PublishedPost, isPoll: boolean): string {
  const tree: SafeNode[] = [];
  if (post.title !== null) tree.push(paragraph([strong(post.title)]));
  tree.push(...(post.content ?? []));
  if (post.poll !== null && !isPoll) tree.push(...pollText(post.poll));
  return toHtml(tree) || emptyText(post);
}

/** A language is that of a text: a post without one that has a language gets an empty paragraph. */
export function emptyText({ language }: PublishedPost): string {
  return language === null ? "" : "<p></p>";
}

function pollText(poll: Poll): SafeTree {
  return [
    {
      type: "element",
      name: "ul",
      children: poll.options.map(({ name, votes }) => ({
        type: "element",
        name: "li",
        children: [{ type: "text", value: votes === null ? name : `${name}: ${votes}` }],
      })),
    },
  ];
}

function paragraph(children: SafeTree): SafeNode {
  return { type: "element", name: "p", children };
}

function strong(value: string): SafeNode {
  return { type: "element", name: "strong", children: [{ type: "text", value }] };
}

export function pollDocument(poll: Poll, { object }: SourceDocument): JsonObject {
  const closed = timestampOf(object.closed)?.iso ?? poll.endTime;
  return {
    [poll.multiple ? "anyOf" : "oneOf"]: poll.options.map(({ name, votes }) => ({
      type: "Note",
      name,
      replies: { type: "Collection", totalItems: votes },
    })),
    ...(poll.endTime === null ? {} : { endTime: instant(poll.endTime) }),
    ...(poll.closed ? { closed: closed === null ? true : instant(closed) } : {}),
    ...(poll.voters === null ? {} : { votersCount: poll.voters }),
  };
}

function quoteDocument(quote: string | null): JsonObject {
  return quote === null ? {} : { quote, _misskey_quote: quote, quoteUri: quote };
}

function countDocuments({ counts }: PublishedPost, { object }: SourceDocument, id: string): JsonObject {
  const counted = (name: string, totalItems: number | null): JsonObject | null =>
    totalItems === null ? null : { id: `${id}/${name}`, type: "Collection", totalItems };
  const [likes, shares] = [counted("likes", counts.likes), counted("shares", counts.boosts)];
  // Which of one's own posts answer it: the redacted document says it, as far as they are shown.
  const answers = isJsonObject(object.replies) ? object.replies : null;
  const replies: JsonObject = { ...counted("replies", counts.replies), ...answers };
  return {
    ...(Object.keys(replies).length === 0 ? {} : { replies }),
    ...(likes === null ? {} : { likes }),
    ...(shares === null ? {} : { shares }),
  };
}
