import type { JsonObject } from "@archive/schema";
import type { Attachment, PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { type MediaPlace, mastodonMediaPath, placeOf } from "./placed-media.js";
import { usualType } from "./usual-type.js";

/** How attachments are written. */
export interface AttachmentStyle {
  readonly place: MediaPlace;
  /** `files`: only what the output holds. `servers`: only what lies on a server. `all`: both, and what is missing. */
  readonly take: "files" | "servers" | "all";
}

/**
 * Attachments with the keys Mastodon writes. One without an address is left out: Sharkey's importer and some
 * viewers stop at it.
 */
export function attachmentDocuments(
  post: PublishedPost,
  selection: Selection,
  style: AttachmentStyle,
): readonly JsonObject[] {
  return post.attachments.flatMap((attachment) => {
    const url = urlOf(attachment, selection, style);
    return url === null ? [] : [attachmentDocument(attachment, url, selection)];
  });
}

/** Whether anything of a post's attachments stays. */
export function keepsAttachment(attachment: Attachment, take: AttachmentStyle["take"]): boolean {
  return take === "servers" ? attachment.remoteUrl !== null : attachment.media !== null;
}

function urlOf(
  { media, remoteUrl }: Attachment,
  selection: Selection,
  style: AttachmentStyle,
): string | null {
  if (style.take === "servers") return remoteUrl;
  const placed = placeOf(selection, media, style.place);
  if (placed !== null || style.take === "files") return placed;
  // The file was lost before: its place stays empty, and its alternative text stays.
  return media === null ? remoteUrl : mastodonMediaPath(media, "");
}

function attachmentDocument(attachment: Attachment, url: string, selection: Selection): JsonObject {
  const { alt, focalPoint, duration, media } = attachment;
  const state = media === null ? null : selection.mediaState(media);
  const present = state?.state === "present" ? state : null;
  const mediaType = present?.mediaType ?? attachment.mediaType ?? usualType(attachment.kind, url);
  const width = attachment.width ?? present?.width ?? null;
  const height = attachment.height ?? present?.height ?? null;
  return {
    type: "Document",
    mediaType,
    url,
    name: alt,
    blurhash: attachment.blurhash ?? present?.blurhash ?? null,
    ...(focalPoint === null ? {} : { focalPoint }),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(duration === null ? {} : { duration: `PT${duration}S` }),
  };
}
