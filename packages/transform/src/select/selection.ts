import type { JsonObject, RunOptions, Visibility } from "@archive/schema";
import type { Account } from "../post/account.js";
import type { FeatureCounts } from "../post/features.js";
import type { MediaKey, PostKey, PostKind, PublishedPost } from "../post/post.js";
import type { Bytes, SourceCollection } from "../source.js";

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
  /** Posts that have a feature; one that no post has is absent, or 0. */
  readonly byFeature: FeatureCounts;
  readonly first: string | null;
  readonly last: string | null;
}

/** A further copy of a picture. */
export interface MediaVariant {
  readonly name: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
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
      /** Smaller or differently packed copies of a picture, smallest first; empty unless asked for. */
      readonly variants: readonly MediaVariant[];
      /** Of a picture of which the document had none, once it was worked out. */
      readonly blurhash: string | null;
      /** Whether it is a film without a sound, as servers make of moving GIFs. */
      readonly silent?: true;
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

/** A hashtag of selected posts. */
export interface TagCount {
  /**
   * What it is called in addresses and file names: lower-case letters, digits, `_` and `-`. Made from the name
   * alone, so it stays when posts are added; two spellings of one tag share it, two tags never do.
   */
  readonly slug: string;
  /** As it is spelled most often, without `#`. */
  readonly name: string;
  /** How many selected posts have it. */
  readonly posts: number;
}

/** Which posts to read; everything left out does not matter. */
export interface PostRange {
  /** `YYYY-MM` in the selection's time zone; `null` for the posts without a date. */
  readonly month?: string | null | undefined;
  /** The first so many, in the order asked for. */
  readonly limit?: number | undefined;
  /** Slug of a hashtag. */
  readonly tag?: string | undefined;
  /** Only posts with attachments. */
  readonly attachments?: true | undefined;
  readonly kinds?: readonly PostKind[] | undefined;
}

/** A member of a collection; `@archive/reader` documents what else it may have. */
export interface CollectionMember {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** The posts chosen for an output, and everything a target may know. Nothing that was left out can be reached from it. */
export interface Selection {
  /** The first of {@link Selection.accounts}. */
  readonly account: Account | null;
  /** The people whose archives they are, by id; empty where no archive has an actor. */
  readonly accounts: readonly Account[];
  readonly counts: SelectionCounts;
  readonly timeZone: string;
  /** Server software and date of the export, for an "about" page. */
  readonly origin: { readonly dialect: string; readonly exportedAt: string | null };
  /** Months with posts, oldest first. */
  months(): readonly MonthCount[];
  /** Posts per day, `YYYY-MM-DD` and a number, oldest first; boosts left out. */
  days(): Iterable<readonly [day: string, posts: number]>;
  posts(order: Order, range?: PostRange): AsyncIterable<PublishedPost>;
  /** The hashtags of selected posts, by name. */
  tags(): readonly TagCount[];
  /** The slug of a hashtag in any spelling; `null` when no selected post has it. */
  slugOf(name: string): string | null;
  post(key: PostKey): PublishedPost | null;
  address(key: PostKey): PostAddress | null;
  /** The self-thread a post belongs to; a post alone is a thread of one. */
  thread(key: PostKey): ThreadTree;
  /** The first post of that thread. Asked of each post in turn, it is much quicker than all of the thread. */
  threadRoot(key: PostKey): PostKey;
  /** The posts before and after it in the order of time, boosts left out. */
  neighbours(key: PostKey): { readonly earlier: PostKey | null; readonly later: PostKey | null };
  /** Copies of the media files that selected posts, avatar and header refer to, in one pass. */
  media(options?: RunOptions): AsyncIterable<PublishedMedia>;
  /**
   * The activity of a post as AS2: what the archive has, unknown fields included, without `bto`, `bcc` and any
   * trace of a post that was withheld. `null` unless selected with `documents`.
   */
  as2(key: PostKey): JsonObject | null;
  /** The actor of an account in the same way, without its keys. `null` unless selected with `documents`. */
  actorDocument(account?: number): JsonObject | null;
  /**
   * The members of a collection, of all accounts, without posts that were withheld. `null` when no archive has it
   * or it was not asked for with `collections`.
   */
  collection(name: SourceCollection, run?: RunOptions): AsyncIterable<CollectionMember> | null;
  /** What became of a file; everything is `missing` until {@link Selection.media} has been read. */
  mediaState(key: MediaKey): MediaState;
}
