import type { Activity, JsonObject, Visibility } from "@archive/schema";
import type { Entry } from "./containers/container.js";

/** One document of an archive with the place it was read from. */
export interface Item<T> {
  readonly value: T;
  /**
   * The document as parsed, no key lost but secret ones. Of a row of a CSV, its cells by the name of their
   * column; of an address that stands alone, `{ id }`.
   */
  readonly raw: JsonObject;
  /** Path of the entry; of a file that lies beside the archive, its name. */
  readonly file: string;
  /** RFC 6901, in the whole file: `/orderedItems/12`. Of a row of a CSV, `/` and its number, the first row being 0. */
  readonly pointer: string;
  /** Position in the list, broken items counted. */
  readonly index: number;
  /** Byte in the uncompressed file at which it begins. */
  readonly offset: number;
  /** Its length in bytes. */
  readonly length: number;
  /** What the exporter's layout says of its visibility; it can only narrow. */
  readonly hint?: Visibility;
  /**
   * The document as it is written, secrets included, until the next item is asked for: `null` after that. Items of
   * an outbox have it whose `value` is what stands in the file.
   */
  bytes?(): Uint8Array | null;
}

/** An item of which a merged archive knows that its latest export has it no longer, or not like this. */
export interface EarlierItem extends Item<Activity> {
  /** `gone` since that moment (UTC, ISO 8601), or `superseded` by a later version. */
  readonly later: { readonly state: "superseded" } | { readonly state: "gone"; readonly since: string };
}

/**
 * One member of a collection, with what the collection knows of it. What a file does not say is absent.
 */
export interface Reference {
  /**
   * As the file has it: the address of a post (likes, bookmarks, dislikes) or an account; an account as
   * `user@host`; a domain; the name of a list; the title of a filter.
   */
  readonly id: string;
  /** Of a followed account: its boosts are shown. */
  readonly showBoosts?: boolean;
  /** Of a followed account: a notice is given of each new post. */
  readonly notify?: boolean;
  /** Of a followed account: only posts in these languages are shown. */
  readonly languages?: readonly string[];
  /** Of a muted account: its notices are hidden too. */
  readonly hideNotifications?: boolean;
  /** The list's name; it is the `id` as well. */
  readonly list?: string;
  /** An account in that list; absent for a list that is empty. */
  readonly member?: string;
  /** Of a blocked domain, as administrators' files have it: `suspend`, `silence`. */
  readonly severity?: string;
  /** A filter, without the title that is its `id`. */
  readonly filter?: Filter;
}

/** A filter of words and posts, as Mastodon 4.6 and newer export it. */
export interface Filter {
  /** Where it holds: `home`, `notifications`, `public`, `thread`, `account`. */
  readonly context: readonly string[];
  /** What becomes of a post it fits: `warn`, `hide`, `blur`. */
  readonly action: string | null;
  /** As written, ISO 8601. */
  readonly expiresAt: string | null;
  readonly keywords: readonly { readonly keyword: string; readonly wholeWord: boolean }[];
  /** Addresses of single posts. */
  readonly statuses: readonly string[];
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

/**
 * What an entry is to the archive. `secret`: a private key or the like, never handed out. `other`: anything
 * else, and the documents of another archive that is packed in the same container.
 */
export type EntryRole = "outbox" | "actor" | "collection" | "media" | "secret" | "other";

/** An entry of the container, and what it is to the archive. */
export interface ArchiveEntry extends Entry {
  readonly role: EntryRole;
  /** Of an entry whose role is `collection`. */
  readonly collection?: CollectionName;
}
