import type { JsonObject, Visibility } from "@archive/schema";

/** One document of an archive with the place it was read from. */
export interface Item<T> {
  readonly value: T;
  /** The document as parsed, no key lost. */
  readonly raw: JsonObject;
  /** Path of the entry. */
  readonly file: string;
  /** RFC 6901, in the whole file: `/orderedItems/12`. */
  readonly pointer: string;
  /** Position in the list, broken items counted. */
  readonly index: number;
  /** Byte in the uncompressed file at which it begins. */
  readonly offset: number;
  /** Its length in bytes. */
  readonly length: number;
  /** What the exporter's layout says of its visibility; it can only narrow. */
  readonly hint?: Visibility;
}

/** A reference in a collection: likes and bookmarks are lists of addresses. */
export interface Reference {
  readonly id: string;
}

/** The collections an archive may hold beside its outbox. */
export type CollectionName =
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

/** A media file in the archive. */
export interface MediaFile {
  /** Path of the entry. */
  readonly path: string;
  /** Unpacked size in bytes. */
  readonly size: number;
}
