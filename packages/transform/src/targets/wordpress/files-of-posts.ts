import type { Attachment, Post } from "../../post/post.js";
import type { MediaState, Selection } from "../../select/selection.js";
import type { FeedMedia } from "../feeds/feed.js";

/** A file of a post that is in the output. */
export interface PostFile {
  readonly attachment: Attachment;
  readonly state: Extract<MediaState, { readonly state: "present" }>;
}

/** The files of a post that are in the archive, each once. */
export function postFiles(post: Post, selection: Pick<Selection, "mediaState">): readonly PostFile[] {
  const files = new Map<string, PostFile>();
  for (const attachment of post.attachments) {
    const state = attachment.media === null ? null : selection.mediaState(attachment.media);
    if (state?.state === "present" && !files.has(state.name)) files.set(state.name, { attachment, state });
  }
  return [...files.values()];
}

/** A file as HTML shows it, at this address. */
export function shownFile({ attachment, state }: PostFile, url: string): FeedMedia {
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

/** Whether everybody may see a post, be it in lists or by its address. */
export function isOpen({ audience }: Post): boolean {
  return audience.visibility === "public" || audience.visibility === "unlisted";
}
