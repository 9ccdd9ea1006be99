import type { Post, PostRef, Selection, SourceCollection } from "@archive/transform";
import { toText } from "../../src/content/to-text.js";
import { essence } from "./round-trip.js";

/** A post as it was read, with all that a feature may be told by. */
export interface Seen {
  readonly post: Post;
  readonly essence: ReturnType<typeof essence>;
  /** What it points at: one of its own posts by its text, for formats may change ids; another's by its address. */
  readonly refs: Readonly<Record<"inReplyTo" | "quote" | "boostOf", string | null>>;
  /** The files of its attachments, by what they are and their sizes. */
  readonly media: readonly unknown[];
  /** What the account liked and bookmarked. */
  readonly collections: Readonly<Record<"likes" | "bookmarks", readonly string[]>>;
}

/** The posts of a selection; its media are read to their ends, for only then they are known. */
export async function seenIn(selection: Selection): Promise<readonly Seen[]> {
  for await (const { bytes } of selection.media()) for await (const _ of bytes);
  const [likes, bookmarks] = [await members(selection, "likes"), await members(selection, "bookmarks")];
  const seen: Seen[] = [];
  for await (const post of selection.posts("oldest")) {
    const fileOf = (key: string | null): unknown => {
      const state = key === null ? null : selection.mediaState(key);
      return state?.state === "present" ? [state.mediaType, state.bytes] : null;
    };
    const media = post.attachments.map(({ media: file, remoteUrl, poster, captions }) => [
      fileOf(file),
      remoteUrl,
      fileOf(poster),
      captions.map(({ language, media: caption }) => [language, fileOf(caption)]),
    ]);
    const textOf = (ref: PostRef | null): string | null =>
      ref?.kind === "own"
        ? toText(selection.post(ref.key)?.content ?? [])
        : ref?.kind === "remote"
          ? ref.url
          : null;
    const refs = {
      inReplyTo: textOf(post.inReplyTo),
      quote: textOf(post.quote),
      boostOf: textOf(post.boostOf),
    };
    seen.push({ post, essence: essence(post, selection), refs, media, collections: { likes, bookmarks } });
  }
  return seen;
}

async function members(selection: Selection, name: SourceCollection): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of selection.collection(name) ?? []) ids.push(id);
  return ids;
}
