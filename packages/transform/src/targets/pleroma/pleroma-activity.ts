import type { JsonObject } from "@archive/schema";
import { toHtml } from "../../content/to-html.js";
import type { PublishedPost, Revision } from "../../post/post.js";
import { attachmentDocuments } from "../fediverse/attachment-documents.js";
import {
  type ActivityStyle,
  activityAround,
  dated,
  emptyText,
  pollDocument,
  type Written,
  written,
} from "../fediverse/note-document.js";
import { addressOf, instant } from "../fediverse/references.js";
import { tagDocuments } from "../fediverse/tag-documents.js";

/** Types of posts that Pleroma and Akkoma keep. */
const TYPES: ReadonlySet<string> = new Set([
  "Note",
  "Question",
  "Article",
  "Page",
  "Audio",
  "Event",
  "Video",
]);

/** An activity with the keys Pleroma writes. */
export function pleromaActivity(post: PublishedPost, style: ActivityStyle): JsonObject {
  const all = written(post, style);
  const { visibility } = post.audience;
  const marks = visibility === "direct" || visibility === "unknown" ? { directMessage: true } : {};
  return activityAround(all, style, () => pleromaPost(all, style), marks);
}

function pleromaPost(all: Written, style: ActivityStyle): JsonObject {
  const { post, source, ids, audience } = all;
  const { accepted, actor } = style;
  const inReplyTo = addressOf(post.inReplyTo, accepted);
  const quote = addressOf(post.quote, accepted);
  const html = toHtml(post.content ?? []) || emptyText(post);
  const type = post.type !== null && TYPES.has(post.type) ? post.type : "Note";
  return {
    id: ids.object,
    type: post.poll === null ? (type === "Question" ? "Note" : type) : "Question",
    actor: actor.id,
    attributedTo: actor.id,
    ...(post.title === null ? {} : { name: post.title }),
    content: html,
    summary: post.contentWarning ?? "",
    sensitive: post.sensitive,
    ...dated(post),
    ...(post.updated === null ? {} : { updated: instant(post.updated) }),
    ...(post.url === null ? {} : { url: post.url }),
    ...audience,
    tag: tagDocuments(post, source),
    attachment: attachmentDocuments(post, accepted.selection, style.attachments),
    inReplyTo,
    ...(quote === null ? {} : { quoteUrl: quote, quoteUri: quote }),
    ...(post.language === null ? {} : { contentMap: { [post.language]: html } }),
    ...(post.history.length === 0
      ? {}
      : {
          formerRepresentations: {
            type: "OrderedCollection",
            totalItems: post.history.length,
            orderedItems: post.history.map((version) => revision(version, type)),
          },
        }),
    ...(post.poll === null ? {} : pollDocument(post.poll, source)),
    ...eventDocument(post),
    ...counted("like_count", post.counts.likes),
    ...counted("announcement_count", post.counts.boosts),
    ...counted("repliesCount", post.counts.replies),
  };
}

function counted(name: string, number: number | null): JsonObject {
  return number === null ? {} : { [name]: number };
}

function eventDocument({ event }: PublishedPost): JsonObject {
  if (event === null) return {};
  return {
    ...(event.start === null ? {} : { startTime: instant(event.start) }),
    ...(event.end === null ? {} : { endTime: instant(event.end) }),
    ...(event.place === null ? {} : { location: { type: "Place", name: event.place } }),
  };
}

function revision(version: Revision, type: string): JsonObject {
  return {
    type,
    ...(version.title === null ? {} : { name: version.title }),
    content: toHtml(version.content ?? []),
    summary: version.contentWarning ?? "",
    ...(version.updated === null ? {} : { updated: instant(version.updated) }),
  };
}
