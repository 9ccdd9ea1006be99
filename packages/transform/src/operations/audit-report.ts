import type { RunOptions, Visibility } from "@archive/schema";

/** What an archive's owner should know before passing it on, and before the server goes away. */
export interface AuditReport {
  readonly posts: number;
  readonly altTexts: {
    /** Pictures, films and sounds of posts. */
    readonly attachments: number;
    readonly missing: number;
    /** Those that miss one, by the year (UTC) of the post; `undated` for posts without a date. */
    readonly missingByYear: Readonly<Record<string, number>>;
  };
  /** What leads nowhere once the server is gone. */
  readonly server: {
    /** Of the account's own server; `null` when nobody knows which that is. */
    readonly host: string | null;
    /** Links in posts to pages of that server, but for mentions and hashtags; those to own posts among them. */
    readonly links: number;
    readonly linksToOwnPosts: number;
    /** Pictures, films and sounds that are not in the archive but on servers. */
    readonly remoteMedia: number;
    readonly missingMedia: number;
    /** Custom emoji, each once: exports hold only the address of their picture. */
    readonly emoji: number;
    /** Polls, and those of which the archive holds no votes. */
    readonly polls: number;
    readonly pollsWithoutVotes: number;
    /** Posts of others that only their servers hold: boosted, answered, quoted. */
    readonly boosts: number;
    readonly repliesToOthers: number;
    readonly quotes: number;
  };
  readonly privacy: {
    readonly byVisibility: Readonly<Record<Visibility, number>>;
    /** Other people whom direct posts are addressed to or name. */
    readonly peopleInDirectPosts: number;
    /** Members of collections that are nobody's business: blocks, mutes, bookmarks … `null` where there is none. */
    readonly collections: Readonly<Record<PrivateCollection, number | null>>;
    /** `null` unless files were looked into. */
    readonly files: {
      readonly looked: number;
      readonly withMetadata: number;
      readonly withPlace: number;
    } | null;
  };
}

/** Collections that servers show to nobody else. */
export type PrivateCollection = "bookmarks" | "blocks" | "mutes" | "lists" | "domainBlocks" | "filters";

/** Something an audit found at one post or file. */
export type AuditFinding =
  | {
      readonly finding: "alt-text-missing" | "link-to-server" | "media-on-server";
      /** Page or id of the post; `null` of one that is not public or unlisted. */
      readonly address: string | null;
      readonly year: string;
    }
  | { readonly finding: "file-with-metadata" | "file-with-place"; readonly path: string };

/** How to look. */
export interface AuditOptions extends RunOptions {
  /** Look into pictures, films and sounds for metadata; costs reading them all. Default true. */
  readonly files?: boolean | undefined;
  /** Hears of each thing at one post or file, in the archive's order. */
  readonly onFinding?: ((finding: AuditFinding) => void) | undefined;
}
