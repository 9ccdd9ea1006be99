import type { Activity, Actor, JsonObject, RunOptions, Visibility } from "@archive/schema";

/** Bytes in order; pulling them is what reads. */
export type Bytes = AsyncIterable<Uint8Array>;

/** A document with the place it was read from. `@archive/reader` documents the fields. */
export interface SourceItem<T> {
  readonly value: T;
  readonly raw: JsonObject;
  readonly file: string;
  readonly pointer: string;
  readonly index: number;
  readonly offset: number;
  readonly length: number;
  readonly hint?: Visibility;
  bytes?(): Uint8Array | null;
  /** Of an item of a merged source; absent where this is what the latest export has. */
  readonly later?: LaterState;
}

/**
 * What later exports have of an item: another, perhaps equal version of it (`superseded`), or nothing (`gone`, since
 * the date of the first export without it; UTC, ISO 8601).
 */
export type LaterState =
  | { readonly state: "superseded" }
  | { readonly state: "gone"; readonly since: string };

/** A media file as the source names it. */
export interface SourceMedia {
  readonly path: string;
  readonly size: number;
}

/** The collections a source may have beside its outbox. */
export type SourceCollection =
  | "likes"
  | "bookmarks"
  | "following"
  | "followers"
  | "blocks"
  | "mutes"
  | "lists"
  | "domainBlocks"
  | "filters"
  | "dislikes";

/**
 * What this package needs of an archive. `@archive/reader`'s `Archive` satisfies it, and so does anything of
 * the same shape: this package never opens a file by itself.
 */
export interface ArchiveSource {
  readonly info: {
    readonly container: string;
    readonly bytes: number;
    readonly dialect: string;
    readonly era: string | null;
    readonly exportedAt: string | null;
  };
  /** The collections that are there; absent is not empty. */
  readonly has: ReadonlySet<SourceCollection>;
  actor(options?: RunOptions): Promise<SourceItem<Actor> | null>;
  /** Every item that is a JSON object, in the archive's order; can be iterated again. Others are diagnostics. */
  outbox(options?: RunOptions): AsyncIterable<SourceItem<Activity>>;
  /**
   * What the archive, merged from several exports, knows of earlier ones: gone items and earlier versions, each with
   * `later`, newest first. They are not in `outbox`.
   */
  earlier?(options?: RunOptions): AsyncIterable<SourceItem<Activity>>;
  /** The number of items the outbox says it has; `null` where it says none. */
  declaredTotal(options?: RunOptions): Promise<number | null>;
  collection(
    name: SourceCollection,
    options?: RunOptions,
  ): AsyncIterable<SourceItem<{ readonly id: string }>>;
  /** Every media file in the archive but the actor's avatar and header. */
  media(options?: RunOptions): AsyncIterable<SourceMedia>;
  /** The file an attachment's address means, also one of 0 bytes; `null` when it is not in the archive. */
  resolveMedia(url: string): SourceMedia | null;
  /** Reads files in one pass, in the archive's own order. Each `bytes` is read before the next step. */
  readMedia(
    files: readonly SourceMedia[],
    options?: RunOptions,
  ): AsyncIterable<{ readonly file: SourceMedia; readonly bytes: Bytes }>;
}
