import type { MediaKey, Post, PostKey } from "../post/post.js";
import type { MediaVariant } from "../select/selection.js";
import type { SourceMedia } from "../source.js";

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
  /** The post as UTF-8, as {@link writePost} puts it. Whoever keeps it copies it. */
  readonly bytes: Uint8Array;
}

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
  } | null;
}

/** Makes bytes smaller that wait in memory, beside what else is going on. The bytes given are left as they are. */
export interface Compression {
  compress(bytes: Uint8Array): Promise<Uint8Array>;
  expand(bytes: Uint8Array): Promise<Uint8Array>;
}

/**
 * The staging store between reading and writing. It is dumb on purpose: ordered insert, ordered scan, lookup by
 * key. Filters, threads and counts are one implementation above it. Only selected posts ever enter it.
 */
export interface Library extends Disposable {
  /** For what waits before it may enter; without it, less waits and more is read again. */
  readonly compression?: Compression;
  /** Adds a post, or replaces the one with the same key; its document stays until it is put anew. */
  put(row: LibraryRow): void;
  get(key: PostKey): LibraryRow | null;
  /** Rows by (epoch, tie), undated last in both orders. */
  scan(order: "oldest" | "newest", range?: LibraryRange): Iterable<LibraryRow>;
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

/** What most posts have nothing of; it is not written. */
const ABSENT = {
  id: null,
  url: null,
  type: null,
  published: null,
  updated: null,
  goneSince: null,
  history: [],
  language: null,
  title: null,
  content: null,
  contentWarning: null,
  sensitive: false,
  attachments: [],
  poll: null,
  event: null,
  counts: { likes: null, boosts: null, replies: null },
  tags: [],
  inReplyTo: null,
  quote: null,
  boostOf: null,
} as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let scratch = new Uint8Array(65_536);

/** A post as JSON for a row. The bytes are used again by the next call: a buffer for each would cost as much as the text. */
export function writePost(post: Post): Uint8Array {
  const { likes, boosts, replies } = post.counts;
  const json = JSON.stringify({
    key: post.key,
    id: post.id ?? undefined,
    url: post.url ?? undefined,
    account: post.account,
    type: post.type ?? undefined,
    audience: post.audience,
    kind: post.kind,
    published: post.published ?? undefined,
    updated: post.updated ?? undefined,
    goneSince: post.goneSince ?? undefined,
    history: unlessEmpty(post.history),
    language: post.language ?? undefined,
    direction: post.direction,
    title: post.title ?? undefined,
    content: post.content ?? undefined,
    contentWarning: post.contentWarning ?? undefined,
    sensitive: post.sensitive || undefined,
    attachments: unlessEmpty(post.attachments),
    poll: post.poll ?? undefined,
    event: post.event ?? undefined,
    counts: likes === null && boosts === null && replies === null ? undefined : post.counts,
    tags: unlessEmpty(post.tags),
    inReplyTo: post.inReplyTo ?? undefined,
    quote: post.quote ?? undefined,
    boostOf: post.boostOf ?? undefined,
  } satisfies { readonly [name in keyof Post]: Post[name] | undefined });
  // A UTF-16 unit takes three bytes at most.
  if (json.length * 3 > scratch.length) scratch = new Uint8Array(json.length * 4);
  return scratch.subarray(0, encoder.encodeInto(json, scratch).written);
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** The post of a row. What it parses was written by {@link writePost} in this very run. */
export function readPost({ bytes }: Pick<LibraryRow, "bytes">): Post {
  const { key, account, audience, kind, direction, ...rest }: Post = JSON.parse(decoder.decode(bytes));
  return { ...ABSENT, ...rest, key, account, audience, kind, direction };
}
