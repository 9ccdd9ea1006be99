import {
  isJsonObject,
  type JsonObject,
  numberOf,
  textOf,
  timestampOf,
  type Visibility,
} from "@archive/schema";
import { addressing, createOf, defined, objectsIn, pollOption, textsIn } from "./as2.js";
import type { Reshaped } from "./dialect.js";
import type { ReadMfm } from "./mfm.js";

/** What the notes of one account are read with. */
export interface NoteSurroundings {
  readonly read: ReadMfm;
  /** Host of the server, where it is known. */
  readonly host: string | null;
  /** Id of the account. */
  readonly actor: string;
  /** Path in the archive of a drive file, by its id; the archive of most exports has none. */
  pathOf(file: JsonObject): string | null;
}

const VISIBILITY: ReadonlyMap<unknown, Visibility> = new Map<unknown, Visibility>([
  ["public", "public"],
  ["home", "unlisted"],
  ["followers", "followers"],
  ["specified", "direct"],
]);

const KEYS = [
  "text",
  "createdAt",
  "visibility",
  "renoteId",
  "replyId",
  "fileIds",
  "localOnly",
  "visibleUserIds",
];

/** How much an element looks like a note of Misskey's, from 0 to 1. */
export function likenessToNote(element: unknown): number {
  if (!isJsonObject(element) || "object" in element || "type" in element) return 0;
  if (!("text" in element) || !("createdAt" in element)) return 0;
  return KEYS.filter((key) => key in element).length / KEYS.length;
}

/**
 * Address of a note by its id, as Misskey makes it. Without a host no address is known: the id stays opaque. Notes
 * of others are known by their id on this server as well, and nothing else.
 */
export function noteAddress(id: string, host: string | null): string {
  return host === null ? `urn:misskey:note:${encodeURIComponent(id)}` : `https://${host}/notes/${id}`;
}

function userAddress(id: string, host: string | null): string {
  return host === null ? `urn:misskey:user:${encodeURIComponent(id)}` : `https://${host}/users/${id}`;
}

/** The activity a note is: an `Announce` when it renotes and says nothing itself, else a `Create`. */
export function noteActivity(note: JsonObject, around: NoteSurroundings): Reshaped {
  const { host, actor } = around;
  const visibility = VISIBILITY.get(note.visibility) ?? "unknown";
  const hint = visibility === "public" || visibility === "unlisted" ? undefined : visibility;
  const recipients = textsIn(note.visibleUserIds).map((id) => userAddress(id, host));
  const to = addressing(visibility, `${actor}/followers`, visibility === "direct" ? recipients : []);
  const marks = note.localOnly === true ? { localOnly: true } : {};
  const number = textOf(note.id);
  const id = number === null ? undefined : noteAddress(number, host);
  const published = timestampOf(note.createdAt)?.iso;
  const renote = textOf(note.renoteId);
  const files = objectsIn(note.files);
  const poll = pollOf(note.poll);
  const text = textOf(note.text);
  const hasFiles = files.length > 0 || textsIn(note.fileIds).length > 0;
  if (renote !== null && text === null && !hasFiles && poll === null) {
    const object = noteAddress(renote, host);
    return { value: defined({ id, type: "Announce", actor, published, ...to, ...marks, object }), hint };
  }
  const written = text === null ? null : around.read(text, host);
  const quote = renote === null ? undefined : noteAddress(renote, host);
  const reply = textOf(note.replyId);
  const warning = typeof note.cw === "string" ? note.cw : null;
  const object: JsonObject = defined({
    id,
    type: poll === null ? "Note" : "Question",
    attributedTo: actor,
    published,
    updated: timestampOf(note.updatedAt)?.iso,
    url: host === null ? undefined : id,
    inReplyTo: reply === null ? null : noteAddress(reply, host),
    ...to,
    ...marks,
    content: written?.html ?? "",
    source: text === null ? undefined : { content: text, mediaType: "text/x.misskeymarkdown" },
    _misskey_content: text ?? undefined,
    summary: warning,
    _misskey_summary: warning === null || warning === "" ? undefined : warning,
    sensitive: warning !== null || files.some(({ isSensitive }) => isSensitive === true),
    attachment: files.map((file) => attachmentOf(file, around)),
    tag: tagsOf(written, host),
    quote,
    quoteUrl: quote,
    _misskey_quote: quote,
    ...poll,
  });
  const { value } = createOf(object);
  return { value: { ...value, ...marks }, hint };
}

function tagsOf(text: ReturnType<ReadMfm> | null, host: string | null): JsonObject[] {
  const mentions = text?.mentions.map(({ name, href }) =>
    defined({ type: "Mention", name, href: href ?? undefined }),
  );
  const hashtags = text?.hashtags.map((name) =>
    defined({
      type: "Hashtag",
      name: `#${name}`,
      href: host === null ? undefined : `https://${host}/tags/${encodeURIComponent(name)}`,
    }),
  );
  return [...(mentions ?? []), ...(hashtags ?? [])];
}

function attachmentOf(file: JsonObject, around: NoteSurroundings): JsonObject {
  const properties = isJsonObject(file.properties) ? file.properties : {};
  const path = around.pathOf(file);
  const mediaType = textOf(file.type);
  return defined({
    type: "Document",
    mediaType: mediaType ?? undefined,
    url: path ?? textOf(file.url) ?? undefined,
    name: textOf(file.comment),
    sensitive: file.isSensitive === true,
    blurhash: textOf(file.blurhash) ?? undefined,
    width: numberOf(properties.width) ?? undefined,
    height: numberOf(properties.height) ?? undefined,
  });
}

/** A poll is the row of the server's database. */
function pollOf(poll: unknown): JsonObject | null {
  if (!isJsonObject(poll)) return null;
  const votes: readonly unknown[] = Array.isArray(poll.votes) ? poll.votes : [];
  const choices: readonly unknown[] = Array.isArray(poll.choices) ? poll.choices : [];
  const options = choices.map((name, n) => pollOption(textOf(name) ?? "", numberOf(votes[n])));
  if (options.length === 0) return null;
  const endTime = timestampOf(poll.expiresAt)?.iso;
  return defined({ [poll.multiple === true ? "anyOf" : "oneOf"]: options, endTime });
}
