import {
  hasType,
  isJsonObject,
  type JsonObject,
  languageTag,
  numberOf,
  textOf,
  typesOf,
  urlsOf,
  valuesOf,
} from "@archive/schema";
import { mediaKey } from "../ids/keys.js";
import type { ArchiveSource, SourceMedia } from "../source.js";
import { durationOf } from "./duration.js";
import { repaired } from "./language.js";
import type { Attachment, MediaKey } from "./post.js";

/** An attachment as a document holds it, with the file in the archive that it means. */
export interface FoundAttachment {
  readonly document: JsonObject;
  /** As written; `null` when it has none. */
  readonly url: string | null;
  /** Whether it means a file of the archive, there or not, rather than an address on a server. */
  readonly local: boolean;
  readonly file: SourceMedia | null;
  /** What stands beside the file: a picture for a film, its subtitles. */
  readonly extras: readonly MediaExtra[];
  /** As written, by the attachment or by the film it belongs to. */
  readonly duration: unknown;
}

/** A file that belongs to another one. Those on servers are left out: nothing is fetched. */
export interface MediaExtra {
  readonly role: "poster" | "caption";
  /** Of subtitles, canonical BCP-47. */
  readonly language: string | null;
  /** Path in the archive, or what the document says where no file is there. */
  readonly path: string;
  readonly file: SourceMedia | null;
}

type Files = Pick<ArchiveSource, "resolveMedia">;

/**
 * The media of an object: its attachments, and the film, sound or picture that it is itself. A `Link` is the
 * preview card of Mastodon 4.7 (FEP-8967), no media; a `PropertyValue` is a profile field.
 */
export function findAttachments(object: JsonObject, source: Files): readonly FoundAttachment[] {
  const medium = OWN_MEDIA.find((each) => hasType(object, each.type));
  if (object.attachment === undefined && medium === undefined) return NONE;
  const found: FoundAttachment[] = [];
  for (const document of valuesOf(object.attachment)) {
    const each = findAttachment(document, source);
    if (each !== null) found.push(each);
  }
  return medium === undefined ? found : withOwnMedium(found, object, medium, source);
}

const NONE: readonly FoundAttachment[] = [];

/** One attachment; `null` for what is none. */
export function findAttachment(document: unknown, source: Files): FoundAttachment | null {
  if (!isJsonObject(document) || hasType(document, "Link") || hasType(document, "PropertyValue")) return null;
  return find(document, urlsOf(document.url)[0] ?? textOf(document.href), source);
}

interface OwnMedium {
  readonly type: string;
  readonly major: string;
}

// Objects that are media themselves: PeerTube, Funkwhale, Castopod, Pixelfed.
const OWN_MEDIA: readonly OwnMedium[] = ["Video", "Audio", "Image"].map((type) => ({
  type,
  major: `${type.toLowerCase()}/`,
}));

function find(document: JsonObject, url: string | null, source: Files): FoundAttachment {
  const file = url === null ? null : source.resolveMedia(url);
  return {
    document,
    url,
    file,
    local: file !== null || (url !== null && !isRemote(url)),
    extras: extrasOf(document, source),
    duration: document.duration,
  };
}

/** The film that the object is: its file in the archive where one is attached, else the best address of it. */
function withOwnMedium(
  found: readonly FoundAttachment[],
  object: JsonObject,
  medium: OwnMedium,
  source: Files,
): readonly FoundAttachment[] {
  const extras = extrasOf(object, source);
  const attached = found.findIndex(
    ({ document, url }) => kindOf(document, mediaTypeOf(document), url) === medium.type.toLowerCase(),
  );
  const own = found[attached];
  if (own !== undefined) {
    const whole = { ...own, extras: [...own.extras, ...extras], duration: own.duration ?? object.duration };
    return found.with(attached, whole);
  }
  const link = bestLink(object.url, medium.major);
  const plain = urlsOf(object.url).find((url) => kindOf({}, null, url) === medium.type.toLowerCase());
  const url = link === null ? (plain ?? null) : (textOf(link.href) ?? null);
  if (url === null && extras.length === 0) return found;
  // The title of a film stands above it and is no alternative text; its own `mediaType` is that of its description.
  const facts = {
    type: medium.type,
    mediaType: link === null ? null : mediaTypeOf(link),
    name: null,
    summary: null,
  };
  const document: JsonObject = { ...object, ...link, ...facts };
  return [{ ...find(document, url, source), extras, duration: object.duration }, ...found];
}

/** The link of a medium with the most lines; a playlist holds such links as well. */
function bestLink(value: unknown, major: string): JsonObject | null {
  let best: JsonObject | null = null;
  const open = valuesOf(value).filter(isJsonObject);
  for (const link of [...open, ...open.flatMap((each) => valuesOf(each.tag).filter(isJsonObject))]) {
    if (textOf(link.href) === null || !(mediaTypeOf(link) ?? "").toLowerCase().startsWith(major)) continue;
    if (best === null || (numberOf(link.height) ?? 0) > (numberOf(best.height) ?? 0)) best = link;
  }
  return best;
}

/** `mimeType` is what Funkwhale writes. */
function mediaTypeOf(document: JsonObject): string | null {
  return textOf(document.mediaType) ?? textOf(document.mimeType);
}

function extrasOf(document: JsonObject, source: Files): readonly MediaExtra[] {
  const { icon, subtitleLanguage } = document;
  if (icon === undefined && subtitleLanguage === undefined) return [];
  const posters = valuesOf(icon)
    .map((each) => (isJsonObject(each) ? each : { url: each }))
    .sort((a, b) => (numberOf(b.width) ?? 0) - (numberOf(a.width) ?? 0))
    .flatMap((each) => extra("poster", each, source));
  const captions = valuesOf(subtitleLanguage)
    .filter(isJsonObject)
    .flatMap((each) => extra("caption", each, source));
  return [...posters.slice(0, 1), ...captions];
}

function extra(role: MediaExtra["role"], document: JsonObject, source: Files): MediaExtra[] {
  const url = urlsOf(document.url)[0];
  if (url === undefined) return [];
  const file = source.resolveMedia(url);
  if (file === null && isRemote(url)) return [];
  const language = role === "poster" ? null : repaired(languageTag(document.identifier));
  return [{ role, language, path: file?.path ?? url, file }];
}

/** The key under which a local attachment's file is known, there or not. */
export function attachmentKey(
  found: FoundAttachment,
  keyOf: (path: string) => MediaKey = mediaKey,
): MediaKey | null {
  if (!found.local) return null;
  const path = found.file?.path ?? found.url;
  return path === null ? null : keyOf(path);
}

/** The attachment as targets see it. */
export function toAttachment(
  found: FoundAttachment,
  redact: (text: string) => string,
  keyOf: (path: string) => MediaKey = mediaKey,
): Attachment {
  const { document, url, extras } = found;
  const alt = textOf(document.name) ?? textOf(document.summary);
  const mediaType = mediaTypeOf(document);
  const poster = extras.find(({ role }) => role === "poster");
  return {
    kind: kindOf(document, mediaType, url),
    media: attachmentKey(found, keyOf),
    remoteUrl: !found.local && url !== null && isRemote(url) && redact(url) === url ? url : null,
    alt: alt === null ? null : redact(alt),
    mediaType,
    width: positive(document.width),
    height: positive(document.height),
    focalPoint: focalPoint(document.focalPoint),
    blurhash: textOf(document.blurhash),
    duration: durationOf(found.duration),
    poster: poster === undefined ? null : keyOf(poster.path),
    captions: extras
      .filter(({ role }) => role === "caption")
      .map(({ language, path }) => ({ language, media: keyOf(path) })),
  };
}

function isRemote(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

const BY_EXTENSION: ReadonlyMap<string, Attachment["kind"]> = new Map([
  ...["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"].map((each) => [each, "image"] as const),
  ...["m4v", "mov", "mp4", "ogv", "webm"].map((each) => [each, "video"] as const),
  ...["aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav"].map((each) => [each, "audio"] as const),
]);

/** By media type, else by AS2 type, else by extension: Mastodon writes `Document` whatever the medium. */
function kindOf(document: JsonObject, mediaType: string | null, url: string | null): Attachment["kind"] {
  const major = mediaType?.split("/")[0]?.toLowerCase();
  if (major === "image" || major === "video" || major === "audio") return major;
  for (const type of typesOf(document)) {
    if (type === "Image") return "image";
    if (type === "Video") return "video";
    if (type === "Audio") return "audio";
  }
  const extension = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(url ?? "")?.[1]?.toLowerCase() ?? "";
  return BY_EXTENSION.get(extension) ?? "unknown";
}

function positive(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && number > 0 ? Math.round(number) : null;
}

function focalPoint(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [x, y] = [numberOf(value[0]), numberOf(value[1])];
  if (x === null || y === null || Math.abs(x) > 1 || Math.abs(y) > 1) return null;
  return [x, y];
}
