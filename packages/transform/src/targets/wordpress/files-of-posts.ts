import type { Attachment, Post } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { PresentMedia } from "../feeds/feed-media.js";

/** A file of a post that is in the output. */
export interface PostFile {
  readonly attachment: Attachment;
  readonly state: PresentMedia;
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

/** Whether everybody may see a post, be it in lists or by its address. */
export function isOpen({ audience }: Post): boolean {
  return audience.visibility === "public" || audience.visibility === "unlisted";
}
