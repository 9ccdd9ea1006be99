import type { Attachment } from "../../post/post.js";
import type { MediaState } from "../../select/selection.js";
import type { FeedMedia } from "./feed.js";

/** A file of a post that is in the output. */
export type PresentMedia = Extract<MediaState, { readonly state: "present" }>;

/** A file as feeds and their HTML show it, at this address. */
export function feedMedia(attachment: Attachment, state: PresentMedia, url: string): FeedMedia {
  return {
    url,
    mediaType: state.mediaType,
    medium: attachment.kind === "unknown" ? null : attachment.kind,
    bytes: state.bytes,
    alt: attachment.alt,
    width: state.width ?? attachment.width,
    height: state.height ?? attachment.height,
    duration: attachment.duration,
  };
}
