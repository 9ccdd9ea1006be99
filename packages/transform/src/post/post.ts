import type { Audience } from "@archive/schema";
import type { SafeTree } from "../content/safe-tree.js";

/**
 * What a post is called inside the toolkit and in addresses: 16 characters of lower-case base32, made from the
 * SHA-256 of its id (of its whole text where it has none). Never a part of the raw id.
 */
export type PostKey = string;

/** What a media file is called in an output: a hash of its path in the archive. */
export type MediaKey = string;

/**
 * A reference to another post. The `url` of a remote one is its id: opaque, a link only when it is http or
 * https. `withheld` stands for a post of one's own that was not selected: no id, no
 * address and no name of it goes further than this.
 */
export type PostRef =
  | { readonly kind: "own"; readonly key: PostKey }
  | { readonly kind: "remote"; readonly url: string }
  | { readonly kind: "withheld" };

/**
 * Kinds of posts, in the order in which they are tried: the first that fits holds.
 *
 * @example
 * ```ts
 * import { POST_KINDS } from "@archive/transform";
 * POST_KINDS[0]; // "boost": what is tried first
 * ```
 */
export const POST_KINDS = ["boost", "poll", "selfReply", "reply", "post"] as const;

/** What kind of post it is. */
export type PostKind = (typeof POST_KINDS)[number];

/** A picture, film or sound of a post. */
export interface Attachment {
  readonly kind: "image" | "video" | "audio" | "unknown";
  /** The file in the archive it means; `null` when it lies on a server. */
  readonly media: MediaKey | null;
  /** Where it lies on a server, http or https. It is never fetched or embedded. */
  readonly remoteUrl: string | null;
  /** Alt text, as its author wrote it. */
  readonly alt: string | null;
  /** As the document says; the output's type comes from the file's first bytes. */
  readonly mediaType: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** x and y from -1 to 1, as in Mastodon's `focalPoint`. */
  readonly focalPoint: readonly [number, number] | null;
  readonly blurhash: string | null;
  /** Length of a film or sound in seconds. */
  readonly duration: number | null;
  /** A picture in the archive that stands for a film or sound. */
  readonly poster: MediaKey | null;
  /** Subtitle files in the archive; the language is canonical BCP-47. */
  readonly captions: readonly { readonly language: string | null; readonly media: MediaKey }[];
}

/** An earlier version of a post, as far as it is known: what its author changed later. */
export interface Revision {
  /** When it was written, UTC, ISO 8601. */
  readonly updated: string | null;
  readonly title: string | null;
  readonly content: SafeTree | null;
  readonly contentWarning: string | null;
}

/** What the server counted when the archive was made; `null` where it does not say. */
export interface PostCounts {
  readonly likes: number | null;
  readonly boosts: number | null;
  readonly replies: number | null;
}

/** When and where an `Event` takes place. */
export interface EventTime {
  /** UTC, ISO 8601. */
  readonly start: string | null;
  /** UTC, ISO 8601. */
  readonly end: string | null;
  /** Name of the place, else its address on one line. */
  readonly place: string | null;
}

/** A poll with its options in the author's order. */
export interface Poll {
  readonly multiple: boolean;
  readonly options: readonly { readonly name: string; readonly votes: number | null }[];
  /** People who voted; `null` when not known. */
  readonly voters: number | null;
  /** UTC, ISO 8601. */
  readonly endTime: string | null;
  readonly closed: boolean;
}

/** A mention, hashtag or custom emoji of a post. */
export type Tag =
  | { readonly kind: "mention"; readonly name: string; readonly url: string | null }
  | { readonly kind: "hashtag"; readonly name: string }
  | { readonly kind: "emoji"; readonly name: string };

/** A post as every target sees it. */
export interface Post {
  readonly key: PostKey;
  readonly id: string | null;
  /** The page a person opens to see the original; http or https. */
  readonly url: string | null;
  /** Whose it is: an index into `Selection.accounts`. */
  readonly account: number;
  /** AS2 type of the object as written (`Note`, `Article`, `Video` …); `null` of a boost. */
  readonly type: string | null;
  readonly audience: Audience;
  /**
   * A reply to a post that was withheld is a `reply`, no `selfReply`: that the parent was one's own would tell of
   * a post that is not shown.
   */
  readonly kind: PostKind;
  /** UTC, ISO 8601; `null` when it can't be read. */
  readonly published: string | null;
  readonly updated: string | null;
  /**
   * Since when it is gone: the date of the first later export that no longer has it. UTC, ISO 8601; `null` for a
   * post that is in the latest export. Posts that are gone are selected on request only.
   */
  readonly goneSince: string | null;
  /** Earlier versions, oldest first; empty unless asked for with `history`. */
  readonly history: readonly Revision[];
  readonly language: string | null;
  readonly direction: "ltr" | "rtl" | "auto";
  /** Title of an Article, Page, Event or Video. */
  readonly title: string | null;
  readonly content: SafeTree | null;
  readonly contentWarning: string | null;
  readonly sensitive: boolean;
  readonly attachments: readonly Attachment[];
  readonly poll: Poll | null;
  readonly event: EventTime | null;
  readonly counts: PostCounts;
  readonly tags: readonly Tag[];
  readonly inReplyTo: PostRef | null;
  readonly quote: PostRef | null;
  readonly boostOf: PostRef | null;
}

/** A post but for its text, which may still wait to be made safe. */
export type PostWithoutContent = Omit<Post, "content">;

declare const published: unique symbol;

/** A post that was selected. Only `select()` makes one, so a target can't be handed anything else. */
export type PublishedPost = Post & { readonly [published]: true };
