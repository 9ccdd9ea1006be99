/** A feed as all three formats need it. Addresses are absolute, texts are as their authors wrote them. */
export interface FeedHead {
  /** Stays the same for good, wherever the feed lies: the account's id. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page whose feed it is. */
  readonly home: string | null;
  readonly language: string | null;
  readonly author: FeedAuthor;
  /** A square picture. */
  readonly icon: string | null;
  /** ISO 8601; time of the newest post, so that an unchanged archive gives an unchanged feed. */
  readonly updated: string;
  /** The program that wrote it. */
  readonly generator: string;
}

/** Who writes in a feed. */
export interface FeedAuthor {
  readonly name: string;
  readonly url: string | null;
}

/** A file that goes with a feed's item. */
export interface FeedMedia {
  readonly url: string;
  readonly mediaType: string;
  readonly medium: "image" | "video" | "audio" | null;
  readonly bytes: number;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Seconds. */
  readonly duration: number | null;
}

/** One item of a feed. */
export interface FeedItem {
  readonly id: string;
  readonly url: string | null;
  /** A few words: the title of an article, the content warning or the beginning of the text. */
  readonly label: string;
  /** Who wrote it, where the posts are those of several people; else the feed says it. */
  readonly author: FeedAuthor | null;
  /** Only what its author called it. */
  readonly title: string | null;
  readonly contentWarning: string | null;
  readonly html: string;
  /** ISO 8601. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  readonly hashtags: readonly string[];
  readonly media: readonly FeedMedia[];
  /** The post it answers, where that has an address. */
  readonly inReplyTo: string | null;
}

/**
 * Where one document of a feed stands among the others.
 * Source: RFC 5005 §2 (complete feeds) and §4 (archived feeds).
 */
export interface FeedPlace {
  /** `subscription` is what readers poll; `archive` documents never change again; `complete` is all there is. */
  readonly kind: "subscription" | "archive" | "complete";
  /** Addresses of the documents, where they are known. */
  readonly self: string | null;
  readonly current: string | null;
  /** The archive document with the posts before these. There is no way forward: archives would have to change. */
  readonly previous: string | null;
}

/** One document of a feed. */
export interface FeedDocument {
  readonly head: FeedHead;
  readonly place: FeedPlace;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/**
 * The formats feeds are written in.
 *
 * @example
 * ```ts
 * import { FEED_FORMATS } from "@archive/transform/feeds";
 * FEED_FORMATS.includes("jsonfeed"); // true
 * ```
 */
export const FEED_FORMATS = ["atom", "rss", "jsonfeed"] as const;
/** One of {@link FEED_FORMATS}. */
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The time of a feed that holds nothing with a date; the formats demand one. */
export const UNDATED = "1970-01-01T00:00:00Z";
