import {
  type Activity,
  type Actor,
  isJsonObject,
  type JsonObject,
  languageTag,
  numberOf,
  textOf,
  timestampOf,
  type Visibility,
} from "@archive/schema";
import { addressing, createOf, defined, escapeHtml, objectsIn, pollOption } from "./as2.js";
import type { Reshaped } from "./dialect.js";

/** How the scopes of Mastodon's interface read here. */
const SCOPES: ReadonlyMap<unknown, Visibility> = new Map<unknown, Visibility>([
  ["public", "public"],
  ["unlisted", "unlisted"],
  ["private", "followers"],
  ["direct", "direct"],
]);

/** Whether an element is a status of Mastodon's client interface, as several servers hand out in exports. */
export function isStatus(element: unknown): element is JsonObject {
  return (
    isJsonObject(element) &&
    "visibility" in element &&
    "created_at" in element &&
    ("media_attachments" in element || "spoiler_text" in element || "account" in element)
  );
}

/**
 * The activity that a status of Mastodon's client interface is about: a `Create`, or an `Announce` for a boost.
 * The interface names a reply's parent by its number in the database: one of the same account gets the address
 * its kind has here, any other an opaque `urn:`.
 *
 * @param account the id of the account it is attributed to where it does not say itself
 * @param parents addresses of the account's own statuses that are replied to, by their numbers
 */
export function statusActivity(
  status: JsonObject,
  account: string | null,
  software: string,
  parents: ReadonlyMap<string, string> = new Map(),
): Reshaped {
  const author = isJsonObject(status.account) ? status.account : null;
  const actor = account ?? authorOf(author) ?? `urn:${software}:account`;
  const followers = `${actor}/followers`;
  const mentions = objectsIn(status.mentions);
  const mentioned = mentions.flatMap((each) => textOf(each.url) ?? []);
  const visibility = SCOPES.get(status.visibility) ?? "unknown";
  const hint = visibility === "unknown" ? ("unknown" as const) : undefined;
  const id = textOf(status.uri) ?? textOf(status.url) ?? urn(software, status.id);
  const published = timestampOf(status.created_at)?.iso;
  const to = addressing(visibility, followers, mentioned);
  if (isJsonObject(status.reblog)) {
    const { uri, url, id: number } = status.reblog;
    const object = textOf(uri) ?? textOf(url) ?? urn(software, number);
    return { value: defined({ id, type: "Announce", actor, published, ...to, object }), hint };
  }
  const language = languageTag(status.language);
  // Pixelfed may have the caption as it was typed and nothing else.
  const content = textOf(status.content) ?? htmlOf(textOf(status.content_text));
  const note: JsonObject = defined({
    id,
    type: "Note",
    attributedTo: actor,
    published,
    updated: timestampOf(status.edited_at)?.iso,
    url: textOf(status.url) ?? undefined,
    inReplyTo: parents.get(String(status.in_reply_to_id)) ?? parentOf(status, author, id, software),
    ...to,
    sensitive: status.sensitive === true,
    summary: textOf(status.spoiler_text),
    content,
    contentMap: language === null || content === "" ? undefined : { [language]: content },
    attachment: objectsIn(status.media_attachments).map(attachmentOf),
    tag: [
      ...mentions.map((each) => mentionOf(each)),
      ...objectsIn(status.tags).flatMap(hashtagOf),
      ...objectsIn(status.emojis).flatMap(emojiOf),
    ],
    location: placeOf(status.place),
    quote: quoteOf(status.quote),
    ...pollOf(status.poll),
    likes: countOf(status.favourites_count),
    shares: countOf(status.reblogs_count),
    replies: countOf(status.replies_count),
  });
  return createOf(note, hint);
}

function htmlOf(text: string | null): string {
  return text === null ? "" : `<p>${escapeHtml(text).replaceAll(/\r?\n/g, "<br>")}</p>`;
}

function countOf(number: unknown): JsonObject | undefined {
  const totalItems = numberOf(number);
  return totalItems === null ? undefined : { type: "Collection", totalItems };
}

function authorOf(account: JsonObject | null): string | null {
  return account === null ? null : (textOf(account.uri) ?? textOf(account.url));
}

function urn(software: string, id: unknown): string | undefined {
  const number = textOf(id) ?? (typeof id === "number" ? String(id) : null);
  return number === null ? undefined : `urn:${software}:status:${encodeURIComponent(number)}`;
}

/** Own parents have an address of the same make with another number at its end. */
function parentOf(
  status: JsonObject,
  author: JsonObject | null,
  id: string | undefined,
  software: string,
): string | null {
  const parent =
    textOf(status.in_reply_to_id) ??
    (typeof status.in_reply_to_id === "number" ? String(status.in_reply_to_id) : null);
  if (parent === null) return null;
  const own = textOf(status.id);
  const sameAuthor =
    author !== null && status.in_reply_to_account_id != null && status.in_reply_to_account_id === author.id;
  if (sameAuthor && own !== null && id?.endsWith(`/${own}`) === true) {
    return `${id.slice(0, -own.length)}${parent}`;
  }
  return urn(software, parent) ?? null;
}

/** `image`, `video`, `gifv` and `audio`, as the interface calls them. */
const KINDS: ReadonlyMap<unknown, string> = new Map([
  ["image", "Image"],
  ["video", "Video"],
  ["gifv", "Video"],
  ["audio", "Audio"],
]);

function attachmentOf(media: JsonObject): JsonObject {
  const meta = isJsonObject(media.meta) ? media.meta : {};
  const original = isJsonObject(meta.original) ? meta.original : {};
  const focus = isJsonObject(meta.focus) ? [numberOf(meta.focus.x), numberOf(meta.focus.y)] : [];
  const name = textOf(media.description);
  return defined({
    type: KINDS.get(media.type) ?? "Document",
    mediaType: textOf(media.mime) ?? undefined,
    url: textOf(media.url) ?? textOf(media.remote_url) ?? undefined,
    name,
    blurhash: textOf(media.blurhash) ?? undefined,
    width: numberOf(original.width) ?? undefined,
    height: numberOf(original.height) ?? undefined,
    focalPoint: focus.length === 2 && focus.every((each) => each !== null) ? focus : undefined,
  });
}

function mentionOf(mention: JsonObject): JsonObject {
  const account = textOf(mention.acct) ?? textOf(mention.username);
  return defined({
    type: "Mention",
    href: textOf(mention.url) ?? undefined,
    name: account === null ? undefined : `@${account.replace(/^@/, "")}`,
  });
}

function hashtagOf(tag: JsonObject): JsonObject[] {
  const name = textOf(tag.name);
  if (name === null) return [];
  return [
    defined({ type: "Hashtag", name: `#${name.replace(/^#/, "")}`, href: textOf(tag.url) ?? undefined }),
  ];
}

function emojiOf(emoji: JsonObject): JsonObject[] {
  const name = textOf(emoji.shortcode);
  const url = textOf(emoji.static_url) ?? textOf(emoji.url);
  if (name === null || url === null) return [];
  return [{ type: "Emoji", name: `:${name}:`, icon: { type: "Image", url } }];
}

function placeOf(place: unknown): JsonObject | undefined {
  const name = isJsonObject(place) ? textOf(place.name) : null;
  if (name === null || !isJsonObject(place)) return undefined;
  return defined({ type: "Place", name, country: textOf(place.country) ?? undefined });
}

/** Hollo inlines the quoted status; Mastodon 4.4 puts it into an object that tells whether it may be shown. */
function quoteOf(quote: unknown): string | undefined {
  if (!isJsonObject(quote)) return undefined;
  const quoted = isJsonObject(quote.quoted_status) ? quote.quoted_status : quote;
  return textOf(quoted.uri) ?? textOf(quoted.url) ?? undefined;
}

function pollOf(poll: unknown): JsonObject {
  if (!isJsonObject(poll)) return {};
  const options = objectsIn(poll.options).map((each) => pollOption(each.title, numberOf(each.votes_count)));
  if (options.length === 0) return {};
  const endTime = timestampOf(poll.expires_at)?.iso;
  return defined({
    type: "Question",
    [poll.multiple === true ? "anyOf" : "oneOf"]: options,
    endTime,
    closed: poll.expired === true ? (endTime ?? true) : undefined,
    votersCount: numberOf(poll.voters_count) ?? undefined,
  });
}

/** The actor that an account of Mastodon's client interface is. */
export function accountActor(account: JsonObject): Actor | null {
  const id = authorOf(account);
  const username = textOf(account.username);
  if (id === null && username === null) return null;
  const image = (url: unknown): JsonObject | undefined =>
    textOf(url) === null ? undefined : { type: "Image", url };
  const actor: Activity = defined({
    id: id ?? undefined,
    type: account.bot === true ? "Service" : (textOf(account.type) ?? "Person"),
    preferredUsername: username ?? undefined,
    name: textOf(account.display_name) ?? undefined,
    summary: textOf(account.note) ?? undefined,
    url: textOf(account.url) ?? undefined,
    published: timestampOf(account.created_at)?.iso,
    followers: id === null ? undefined : `${id}/followers`,
    manuallyApprovesFollowers: account.locked === true,
    icon: image(account.avatar),
    image: image(account.header),
    attachment: objectsIn(account.fields).map(({ name, value }) => ({ type: "PropertyValue", name, value })),
  });
  return actor;
}
