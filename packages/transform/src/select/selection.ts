import type { RunOptions, Visibility } from "@archive/schema";
import type { Account } from "../post/account.js";
import type { MediaKey, PostKey, PostKind, PublishedPost } from "../post/post.js";
import type { Bytes } from "../source.js";

/** In which order posts are read. Posts without a date stand at the end of either. */
export type Order = "oldest" | "newest";

/** Where a post stands on a site and in folders; made once, for every target. */
export interface PostAddress {
  /** `YYYY-MM-DD` in the selection's time zone; `null` without a date. */
  readonly day: string | null;
  /** Shortest unambiguous form of the key among the posts of that day; at least 8 characters. */
  readonly short: string;
}

/** A self-thread: the tree of replies to oneself under one root, branches kept, oldest first. */
export interface ThreadNode {
  readonly key: PostKey;
  readonly replies: readonly ThreadNode[];
}

/** A thread with the number of its posts. */
export interface ThreadTree {
  readonly root: ThreadNode;
  readonly size: number;
}

/** How many posts of each kind a month has. Boosts are counted apart from `posts`. */
export interface MonthCount {
  /** `YYYY-MM` in the selection's time zone; `null` for the posts without a date. */
  readonly month: string | null;
  readonly posts: number;
  readonly replies: number;
  readonly boosts: number;
}

/** Numbers about the posts that were selected, and about nothing else. */
export interface SelectionCounts {
  readonly total: number;
  readonly byKind: Readonly<Record<PostKind, number>>;
  readonly byVisibility: Readonly<Record<Visibility, number>>;
  readonly first: string | null;
  readonly last: string | null;
}

/** What is known of a media file once {@link Selection.media} has been read to its end. */
export type MediaState =
  | {
      readonly state: "present";
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: number;
      /** Size in pixels as a picture is shown; `null` where it was not read. */
      readonly width: number | null;
      readonly height: number | null;
    }
  /** Not in the archive, of 0 bytes, or of a type that is not published. */
  | { readonly state: "missing" };

/** A media file on its way into an output. */
export interface PublishedMedia {
  readonly key: MediaKey;
  /** File name for the output: a hash and the extension of the sniffed type. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Bytes;
}

/** The posts chosen for an output, and everything a target may know. Nothing that was left out can be reached from it. */
export interface Selection {
  readonly account: Account | null;
  readonly counts: SelectionCounts;
  readonly timeZone: string;
  /** Server software and date of the export, for an "about" page. */
  readonly origin: { readonly dialect: string; readonly exportedAt: string | null };
  /** Months with posts, oldest first. */
  months(): readonly MonthCount[];
  /** Posts per day, `YYYY-MM-DD` and a number, oldest first; boosts left out. */
  days(): Iterable<readonly [day: string, posts: number]>;
  posts(
    order: Order,
    range?: { readonly month?: string | null; readonly limit?: number },
  ): AsyncIterable<PublishedPost>;
  post(key: PostKey): PublishedPost | null;
  address(key: PostKey): PostAddress | null;
  /** The self-thread a post belongs to; a post alone is a thread of one. */
  thread(key: PostKey): ThreadTree;
  /** The posts before and after it in the order of time, boosts left out. */
  neighbours(key: PostKey): { readonly earlier: PostKey | null; readonly later: PostKey | null };
  /** Copies of the media files that selected posts, avatar and header refer to, in one pass. */
  media(options?: RunOptions): AsyncIterable<PublishedMedia>;
  /** What became of a file; everything is `missing` until {@link Selection.media} has been read. */
  mediaState(key: MediaKey): MediaState;
}
