import type { MediaKey, Post, PostKey } from "../post/post.js";
import type { SourceMedia } from "../source.js";

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
  /** The post as JSON. */
  readonly json: string;
}

/** A media file that selected posts refer to. */
export interface LibraryMedia {
  readonly key: MediaKey;
  /** `null` when the archive does not hold it. */
  readonly file: SourceMedia | null;
  /** Name in the output and type, once it was copied. */
  readonly output: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    /** Size in pixels as a picture is shown; `null` where it was not read. */
    readonly width: number | null;
    readonly height: number | null;
  } | null;
}

/**
 * The staging store between reading and writing. It is dumb on purpose: ordered insert, ordered scan, lookup by
 * key. Filters, threads and counts are one implementation above it. Only selected posts ever enter it.
 */
export interface Library extends Disposable {
  /** Adds a post, or replaces the one with the same key. */
  put(row: LibraryRow): void;
  get(key: PostKey): LibraryRow | null;
  /** Rows by (epoch, tie), undated last in both orders; `month` is `YYYY-MM`, or `null` for the undated. */
  scan(
    order: "oldest" | "newest",
    range?: { readonly month?: string | null; readonly limit?: number },
  ): Iterable<LibraryRow>;
  /** Keys of the posts that reply to a post, oldest first. */
  replies(key: PostKey): readonly PostKey[];
  /** The posts before and after one in the order of time; boosts are passed over. */
  neighbours(key: PostKey): { readonly earlier: PostKey | null; readonly later: PostKey | null };
  putMedia(media: LibraryMedia): void;
  getMedia(key: MediaKey): LibraryMedia | null;
  scanMedia(): Iterable<LibraryMedia>;
}

/** The post of a row. What it parses was written by {@link Library.put} in this very run. */
export function readPost(row: Pick<LibraryRow, "json">): Post {
  return JSON.parse(row.json);
}
