import type { MediaKey, Post, PostKey } from "../post/post.js";
import type { MediaVariant } from "../select/selection.js";
import type { SourceMedia } from "../source.js";
import type { Packing } from "./packing.js";

/** A hashtag of a post: what it is found by, and how it is spelled there. */
export interface LibraryTag {
  readonly slug: string;
  readonly name: string;
}

/** One selected post as the library keeps it. */
export interface LibraryRow {
  readonly key: PostKey;
  /** Milliseconds since 1970; `null` for a post without a date. */
  readonly epoch: number | null;
  /** Orders posts of the same millisecond, whatever their order in the archive; ends in the key. */
  readonly tie: string;
  /** `YYYY-MM-DD` in the selection's time zone. */
  readonly day: string | null;
  /** The own post it replies to, if that is selected. */
  readonly parent: PostKey | null;
  readonly kind: string;
  /** Each slug once. */
  readonly tags: readonly LibraryTag[];
  /** Whether it has attachments. */
  readonly attachments: boolean;
  /** The post as UTF-8, as `writePost` puts it. Whoever keeps it copies it. */
  readonly bytes: Uint8Array;
}

/** Where a post stands among the others: what of a row is asked for again and again. */
export type RowPlace = Pick<LibraryRow, "key" | "day" | "parent">;

/** Which rows to read; everything left out does not matter. */
export interface LibraryRange {
  /** `YYYY-MM`; `null` for the undated. */
  readonly month?: string | null | undefined;
  readonly limit?: number | undefined;
  /** Slug of a hashtag. */
  readonly tag?: string | undefined;
  readonly attachments?: true | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/** A media file that selected posts refer to. */
export interface LibraryMedia {
  readonly key: MediaKey;
  /** `null` when the archive does not hold it. */
  readonly file: SourceMedia | null;
  /** Which of several archives holds it, counted from 0. */
  readonly source: number;
  /** Name in the output and type, once it was copied. */
  readonly output: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    /** Size in pixels as a picture is shown; `null` where it was not read. */
    readonly width: number | null;
    readonly height: number | null;
    /** Further copies, smallest first. */
    readonly variants: readonly MediaVariant[];
    /** Worked out where the document had none. */
    readonly blurhash: string | null;
    /** Whether it is a film without a sound. */
    readonly silent?: true;
  } | null;
}

/**
 * The staging store between reading and writing. It is dumb on purpose: ordered insert, ordered scan, lookup by
 * key. Filters, threads and counts are one implementation above it. Only selected posts ever enter it.
 */
export interface Library extends Disposable {
  /** For what waits before it may enter; without it, less waits and more is read again. */
  readonly packing?: Packing;
  /** Adds a post, or replaces the one with the same key; its document stays until it is put anew. */
  put(row: LibraryRow): void;
  get(key: PostKey): LibraryRow | null;
  /** The post of a row, which is cheaper to ask for by itself. */
  post(key: PostKey): Post | null;
  place(key: PostKey): RowPlace | null;
  /** Rows by (epoch, tie), undated last in both orders. */
  scan(order: "oldest" | "newest", range?: LibraryRange): Iterable<LibraryRow>;
  /** The posts of those rows, for whom needs nothing else of them: cheaper. */
  posts(order: "oldest" | "newest", range?: LibraryRange): Iterable<Post>;
  /** How many posts have each spelling of each tag, by slug, then by name, both by code units. */
  tags(): Iterable<LibraryTag & { readonly posts: number }>;
  /** Keeps the document of a post, or replaces it: its AS2 as JSON. */
  putDocument(key: PostKey, json: string): void;
  getDocument(key: PostKey): string | null;
  /** Keys of the posts that reply to a post, oldest first. */
  replies(key: PostKey): readonly PostKey[];
  /** The posts before and after one in the order of time; boosts are passed over. */
  neighbours(key: PostKey): { readonly earlier: PostKey | null; readonly later: PostKey | null };
  putMedia(media: LibraryMedia): void;
  getMedia(key: MediaKey): LibraryMedia | null;
  scanMedia(): Iterable<LibraryMedia>;
}
