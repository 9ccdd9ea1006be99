import { firstIdOf, type JsonObject, naturalText, textOf, urlsOf, valuesOf } from "@archive/schema";
import type { SafeTree } from "../content/safe-tree.js";
import { type Redact, redactText, sanitise } from "../content/sanitise.js";
import { toText } from "../content/to-text.js";
import { isWithheld } from "../content/withheld.js";
import type { ArchiveSource } from "../source.js";
import { findAttachments, toAttachment } from "./attachments.js";
import { directionOf } from "./direction.js";
import type { PostFacts } from "./facts.js";
import { toPoll } from "./poll.js";
import type { Post, PostKey, PostKind, PostRef } from "./post.js";
import { toTags } from "./tags.js";

/** What building a post needs to know of the rest of the archive. */
export interface PostSurroundings {
  readonly source: Pick<ArchiveSource, "resolveMedia">;
  /** Turns a reference into one that may be shown. */
  refer(id: string): PostRef;
  /** Whether an address leads to a post that was withheld. */
  readonly redact: Redact;
}

/** Makes the post that targets see from an activity; nothing of a withheld post gets into it. */
export function buildPost(key: PostKey, kind: PostKind, facts: PostFacts, around: PostSurroundings): Post {
  const { item, audience, language } = facts;
  const object = item.kind === "boost" ? null : item.object;
  const redact = (text: string): string => redactText(text, around.redact);
  const warning = facts.contentWarning === null ? null : redact(plain(facts.contentWarning)).trim();
  const tags = object === null ? [] : toTags(object).map((tag) => redactTag(tag, around));
  const emoji = new Set(tags.filter((tag) => tag.kind === "emoji").map((tag) => tag.name));
  const content = object === null ? null : contentOf(object);
  return {
    key,
    id: facts.id,
    url: item.kind === "boost" ? null : webAddress(object?.url, facts.id, around.redact),
    audience,
    kind,
    published: facts.published?.iso ?? null,
    updated: facts.updated?.iso ?? null,
    language,
    direction: directionOf(language),
    title: object === null ? null : titleOf(object, redact),
    content: content === null ? null : notEmpty(sanitise(content, { emoji, redact: around.redact })),
    contentWarning: warning === "" ? null : warning,
    sensitive: object?.sensitive === true,
    attachments:
      object === null ? [] : findAttachments(object, around.source).map((each) => toAttachment(each, redact)),
    poll: object === null ? null : toPoll(object, redact),
    tags,
    inReplyTo: facts.parent === null ? null : around.refer(facts.parent),
    quote: object === null ? null : quoteOf(object, around),
    boostOf: item.kind === "boost" && item.objectId !== null ? around.refer(item.objectId) : null,
  };
}

/** The text of a post as HTML: `content`, its map, or for the video servers' sake `summary` is never taken for it. */
function contentOf(object: JsonObject): string | null {
  return naturalText(object, "content")?.text ?? null;
}

function notEmpty(tree: SafeTree): SafeTree | null {
  return tree.length === 0 ? null : tree;
}

/** Notes have no title; where one stands in `name` all the same it is shown too, for nothing written gets lost. */
function titleOf(object: JsonObject, redact: (text: string) => string): string | null {
  const name = naturalText(object, "name")?.text ?? null;
  return name === null ? null : textOf(redact(plain(name)));
}

/** Warnings and titles are plain text in most servers and HTML in some (AS2 allows it): tags are taken off. */
function plain(text: string): string {
  return /<\/?[a-z][^<>]*>/i.test(text) ? toText(sanitise(text)) : text;
}

// The property of FEP-044f, and what Fedibird, Misskey and Mastodon 4.5 write beside it.
const QUOTE_PROPERTIES = ["quote", "quoteUri", "quoteUrl", "_misskey_quote"] as const;

function quoteOf(object: JsonObject, around: PostSurroundings): PostRef | null {
  const refs = QUOTE_PROPERTIES.flatMap((property) => valuesOf(object[property]))
    // Mastodon writes a Tombstone without id for a quoted post that is gone.
    .map((value) => firstIdOf(value))
    .filter((id) => id !== null)
    .map((id) => around.refer(id));
  return (
    refs.find((ref) => ref.kind === "withheld") ?? refs.find((ref) => ref.kind === "own") ?? refs[0] ?? null
  );
}

function redactTag(tag: Post["tags"][number], around: PostSurroundings): Post["tags"][number] {
  if (tag.kind !== "mention" || tag.url === null || !isWithheld(tag.url, around.redact)) return tag;
  return { ...tag, url: null };
}

/** The page of the original: the first web address in `url`, else the id where that is one. */
function webAddress(url: unknown, id: string | null, redact: Redact): string | null {
  return (
    [...urlsOf(url), ...(id === null ? [] : [id])].find(
      (each) => /^https?:\/\//i.test(each) && !isWithheld(each, redact),
    ) ?? null
  );
}
