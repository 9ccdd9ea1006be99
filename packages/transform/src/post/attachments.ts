import {
  hasType,
  isJsonObject,
  type JsonObject,
  numberOf,
  textOf,
  typesOf,
  urlsOf,
  valuesOf,
} from "@archive/schema";
import { mediaKey } from "../ids/keys.js";
import type { ArchiveSource, SourceMedia } from "../source.js";
import type { Attachment } from "./post.js";

/** An attachment as a document holds it, with the file in the archive that it means. */
export interface FoundAttachment {
  readonly document: JsonObject;
  /** As written; `null` when it has none. */
  readonly url: string | null;
  /** Whether it means a file of the archive, there or not, rather than an address on a server. */
  readonly local: boolean;
  readonly file: SourceMedia | null;
}

/**
 * The media attachments of an object. A `Link` is the preview card of Mastodon 4.7 (FEP-8967), no media; a
 * `PropertyValue` is a profile field.
 */
export function findAttachments(
  object: JsonObject,
  source: Pick<ArchiveSource, "resolveMedia">,
): FoundAttachment[] {
  const found: FoundAttachment[] = [];
  for (const document of valuesOf(object.attachment)) {
    if (!isJsonObject(document) || hasType(document, "Link") || hasType(document, "PropertyValue")) continue;
    const url = urlsOf(document.url)[0] ?? textOf(document.href);
    const file = url === null ? null : source.resolveMedia(url);
    found.push({ document, url, file, local: file !== null || (url !== null && !isRemote(url)) });
  }
  return found;
}

/** The key under which a local attachment's file is known, there or not. */
export function attachmentKey(found: FoundAttachment): string | null {
  if (!found.local) return null;
  const path = found.file?.path ?? found.url;
  return path === null ? null : mediaKey(path);
}

/** The attachment as targets see it. */
export function toAttachment(found: FoundAttachment, redact: (text: string) => string): Attachment {
  const { document, url } = found;
  const alt = textOf(document.name) ?? textOf(document.summary);
  const mediaType = textOf(document.mediaType);
  return {
    kind: kindOf(document, mediaType, url),
    media: attachmentKey(found),
    remoteUrl: !found.local && url !== null && isRemote(url) && redact(url) === url ? url : null,
    alt: alt === null ? null : redact(alt),
    mediaType,
    width: positive(document.width),
    height: positive(document.height),
    focalPoint: focalPoint(document.focalPoint),
    blurhash: textOf(document.blurhash),
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
