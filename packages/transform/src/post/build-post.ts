import { firstIdOf, isJsonObject, type JsonObject, typesOf, urlsOf, valuesOf } from "@archive/schema";
import { type PendingText, safeContent } from "../content/safe-content.js";
import { type Redact, redactText } from "../content/sanitise.js";
import { isWithheld } from "../content/withheld.js";
import { type FoundAttachment, toAttachment } from "./attachments.js";
import { toCounts } from "./counts.js";
import { directionOf } from "./direction.js";
import { toEvent } from "./event.js";
import type { PostFacts } from "./facts.js";
import { toHistory } from "./history.js";
import { toPoll } from "./poll.js";
import type { MediaKey, Post, PostKey, PostKind, PostRef, PostWithoutContent } from "./post.js";
import { readOpenText } from "./post-text.js";
import { toTags } from "./tags.js";

/** What building a post needs to know of the rest of the archive. */
export interface PostSurroundings {
  /** Turns a reference into one that may be shown. */
  refer(id: string): PostRef;
  /** Whether an address leads to a post that was withheld. */
  readonly redact: Redact;
  readonly mediaKey: (path: string) => MediaKey;
  readonly account: number;
  readonly history: boolean;
}

const NO_COUNTS = { likes: null, boosts: null, replies: null } as const;
const NO_TEXT = { title: null, html: null, contentWarning: null } as const;

/** What of a post is not its own to tell. */
export interface PostPlace {
  readonly key: PostKey;
  readonly kind: PostKind;
  readonly goneSince: string | null;
  /** What {@link findAttachments} found. */
  readonly attachments: readonly FoundAttachment[];
}

/** A post whose text is not its content yet: making it safe takes as long as all the rest, and can be done elsewhere. */
export interface BuiltPost {
  readonly post: PostWithoutContent;
  readonly text: PendingText | null;
}

/** The whole post. */
export function completed({ post, text }: BuiltPost, redact: Redact): Post {
  return { ...post, content: text === null ? null : safeContent(text.html, redact, text.emoji) };
}

/** Makes the post that targets see from an activity; nothing of a withheld post gets into it. */
export function buildPost(place: PostPlace, facts: PostFacts, around: PostSurroundings): BuiltPost {
  const { item, audience, language } = facts;
  const object = item.kind === "boost" ? null : item.object;
  const redact = (text: string): string => redactText(text, around.redact);
  const tags = object === null ? [] : toTags(object).map((tag) => redactTag(tag, around));
  const { title, html, contentWarning } = object === null ? NO_TEXT : readOpenText(object, around.redact);
  const post: Post = {
    key: place.key,
    id: facts.id,
    url: item.kind === "boost" ? null : webAddress(object?.url, facts.id, around.redact),
    account: around.account,
    type: object === null ? null : (typesOf(object)[0] ?? null),
    audience,
    kind: place.kind,
    published: facts.published?.iso ?? null,
    updated: facts.updated?.iso ?? null,
    goneSince: place.goneSince,
    history: around.history && object !== null ? toHistory(object, around.redact) : [],
    language,
    direction: directionOf(language),
    title,
    // Keeps the place of the content: copies of one post are compared as JSON.
    content: null,
    contentWarning,
    sensitive: object?.sensitive === true,
    attachments: place.attachments.map((each) => toAttachment(each, redact, around.mediaKey)),
    poll: object === null ? null : toPoll(object, redact),
    event: object === null ? null : toEvent(object, redact),
    counts: object === null ? NO_COUNTS : toCounts(object),
    tags,
    inReplyTo: facts.parent === null ? null : around.refer(facts.parent),
    quote: object === null ? null : quoteOf(object, around),
    boostOf: item.kind === "boost" && item.objectId !== null ? around.refer(item.objectId) : null,
  };
  return { post, text: html === null ? null : { html, emoji: emojiNamesIn(tags) } };
}

function emojiNamesIn(tags: Post["tags"]): ReadonlySet<string> | undefined {
  const emoji = tags.filter((tag) => tag.kind === "emoji");
  return emoji.length === 0 ? undefined : new Set(emoji.map(({ name }) => name));
}

// The property of FEP-044f, and what Fedibird, Misskey and Mastodon 4.5 write beside it.
const QUOTE_PROPERTIES = ["quote", "quoteUri", "quoteUrl", "_misskey_quote"] as const;

function quoteOf(object: JsonObject, around: PostSurroundings): PostRef | null {
  if (QUOTE_PROPERTIES.every((property) => object[property] === undefined)) return null;
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

/** The page of the original: the first web address in `url` that is no media file, else the id where that is one. */
function webAddress(url: unknown, id: string | null, redact: Redact): string | null {
  const mayBeShown = (address: string): boolean => isWeb(address) && !isWithheld(address, redact);
  if (typeof url === "string" && mayBeShown(url)) return url;
  const pages = valuesOf(url).filter((each) => !isJsonObject(each) || isPage(each));
  return [...urlsOf(pages), ...urlsOf(url), ...(id === null ? [] : [id])].find(mayBeShown) ?? null;
}

/** PeerTube and Funkwhale list films, sounds and trackers beside the page. */
function isPage({ mediaType, mimeType, rel }: JsonObject): boolean {
  const type = mediaType ?? mimeType;
  return type === "text/html" || (type === undefined && rel === undefined);
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
