import {
  isJsonObject,
  type JsonObject,
  languageTag,
  numberOf,
  textOf,
  timestampOf,
  type Visibility,
} from "@archive/schema";
import { addressing, createOf, defined } from "./as2.js";
import { bbcodeToHtml } from "./bbcode.js";
import type { Reshaped } from "./dialect.js";

/** Whose posts are one's own. */
export interface Owner {
  readonly id: string;
  /** Addresses of the account, in small letters and without the scheme. */
  readonly addresses: ReadonlySet<string>;
}

/** An address as it is compared. */
export function plainAddress(address: string): string {
  return address
    .replace(/^https?:\/\//i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}

/** The stream holds what others wrote too: what counts is the author, else that it was made here on one's wall. */
export function isOwn(row: JsonObject, { addresses }: Owner): boolean {
  const author = textOf(row["author-link"]);
  if (author !== null) return addresses.has(plainAddress(author));
  return isSet(row.origin) && isSet(row.wall);
}

function isSet(value: unknown): boolean {
  return value === true || numberOf(value) === 1;
}

/** `private` of an item; one that is private may be for a few of the contacts or for all of them. */
const PRIVATE: ReadonlyMap<number, Visibility> = new Map<number, Visibility>([
  [0, "public"],
  [1, "direct"],
  [2, "unlisted"],
]);

/** Lists of those who may and may not see an item; any narrows it. */
const ACCESS = ["allow_cid", "allow_gid", "deny_cid", "deny_gid"];

/** The activity that a row of the server's database stands for. */
export function rowActivity(row: JsonObject, owner: Owner): Reshaped {
  const stated = PRIVATE.get(numberOf(row.private) ?? -1) ?? "unknown";
  const limited = ACCESS.some((key) => textOf(row[key]) !== null);
  const visibility = limited && stated !== "unknown" ? "direct" : stated;
  const hint = visibility === "public" || visibility === "unlisted" ? undefined : visibility;
  const id = textOf(row.uri) ?? undefined;
  const published = timestampOf(row.created)?.iso;
  const to = addressing(visibility, `${owner.id}/followers`);
  const parent = textOf(row["thr-parent"]) ?? textOf(row["parent-uri"]);
  const verb = /([A-Za-z]+)\/?$/.exec(textOf(row.verb) ?? "")?.[1]?.toLowerCase() ?? "post";
  const common = { id, actor: owner.id, published, ...to };
  if (numberOf(row.gravity) === 3 || (verb !== "post" && verb !== "note")) {
    const type = verb === "announce" || verb === "share" ? "Announce" : (VERBS.get(verb) ?? "Activity");
    return { value: defined({ ...common, type, object: parent ?? undefined }), hint };
  }
  const event = eventOf(row);
  // The body of an event repeats all of it as BBCode of its own, `[event-summary]…`.
  const described = event === null ? null : textOf(row["event-desc"]);
  const body = described ?? textOf(row.body) ?? textOf(row["raw-body"]);
  const title = textOf(row.title);
  const edited = timestampOf(row.edited)?.iso;
  const language = languageOf(row.language);
  const content = body === null ? "" : bbcodeToHtml(body);
  const object = defined({
    id,
    type: title === null ? "Note" : "Article",
    attributedTo: owner.id,
    published,
    updated: edited === published ? undefined : edited,
    url: textOf(row.plink) ?? undefined,
    inReplyTo: parent === null || parent === id ? null : parent,
    ...to,
    name: title ?? undefined,
    summary: textOf(row["content-warning"]),
    sensitive: textOf(row["content-warning"]) !== null,
    content,
    contentMap: language === null || content === "" ? undefined : { [language]: content },
    source: body === null ? undefined : { content: body, mediaType: "text/bbcode" },
    location: placeOf(row.location),
    ...event,
  });
  return createOf(object, hint);
}

/**
 * An event stands in columns of its own; times are UTC.
 * Source: Friendica's `ActivityPub/Transmogrifier.php`, `createEvent`.
 */
function eventOf(row: JsonObject): JsonObject | null {
  const start = timestampOf(row["event-start"])?.iso;
  const name = textOf(row["event-summary"]);
  if (start === undefined && name === null) return null;
  return defined({
    type: "Event",
    name: name ?? textOf(row.title) ?? undefined,
    startTime: start,
    endTime: isSet(row["event-nofinish"]) ? undefined : timestampOf(row["event-finish"])?.iso,
    location: placeOf(row["event-location"]) ?? placeOf(row.location),
  });
}

function placeOf(value: unknown): JsonObject | undefined {
  const name = textOf(value);
  return name === null ? undefined : { type: "Place", name };
}

const VERBS: ReadonlyMap<string, string> = new Map([
  ["like", "Like"],
  ["dislike", "Dislike"],
  ["follow", "Follow"],
  ["tag", "Add"],
]);

/** A map of languages and how likely each is, in JSON inside the JSON. */
function languageOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  let likely: unknown = null;
  try {
    likely = JSON.parse(text);
  } catch {
    return languageTag(text);
  }
  if (!isJsonObject(likely)) return null;
  const [best] = Object.entries(likely).sort(([, a], [, b]) => (numberOf(b) ?? 0) - (numberOf(a) ?? 0));
  return best === undefined ? null : languageTag(best[0]);
}
