import type { Selection } from "../select/selection.js";
import type { SourceCollection } from "../source.js";
import type { KitPosts } from "./kit-posts.js";
import type { Destination, MoveSoftware } from "./software.js";

/** What became of a collection. */
export interface CollectionOutcome {
  readonly name: SourceCollection;
  /** Rows in the archive; `null` when it is not in it. */
  readonly inArchive: number | null;
  /** Rows the new server can import. */
  readonly written: number;
  readonly files: readonly { readonly path: string; readonly rows: number }[];
  /** Why not all are written; `null` when they are, or when there is nothing to write. */
  readonly reason: string | null;
}

/** What comes along and what does not. The shape of `losses.json`; fields are only ever added. */
export interface MoveLosses {
  readonly from: {
    readonly handle: string | null;
    readonly dialect: string;
    readonly exportedAt: string | null;
  };
  readonly to: MoveSoftware;
  readonly posts: {
    /** Posts that were selected for the move. */
    readonly selected: number;
    /** Of those, posts in the kit. */
    readonly written: number;
    /** Media files in the kit. */
    readonly media: number;
    /** Why none are; `null` when some can be. */
    readonly reason: string | null;
    readonly lost: KitPosts["lost"];
    readonly refused: KitPosts["refused"];
  };
  readonly collections: readonly CollectionOutcome[];
  /** What no file carries, whatever the server. */
  readonly stays: readonly string[];
}

const STAYS: readonly string[] = [
  "Followers are in no file. The move itself brings those whose servers understand it.",
  "Likes and boosts that others gave your posts, and their replies, stay with the old posts.",
  "The addresses of your old posts lead to the old server for as long as it runs.",
  "Your profile’s text, fields and pictures, followed hashtags, featured posts and notes about others are to be set anew.",
  "Direct messages stay where they are.",
];

/** Puts the report together. */
export function moveLosses(
  selection: Selection,
  to: MoveSoftware,
  destination: Destination,
  posts: KitPosts | null,
  media: number,
  collections: readonly CollectionOutcome[],
): MoveLosses {
  const { total } = selection.counts;
  const refused = posts?.refused ?? [];
  const left = refused.reduce((sum, { posts: number }) => sum + number, 0);
  return {
    from: {
      handle: selection.account?.handle ?? null,
      dialect: selection.origin.dialect,
      exportedAt: selection.origin.exportedAt,
    },
    to,
    posts: {
      selected: total,
      written: posts === null ? 0 : total - left,
      media,
      reason: posts === null ? whyNone(destination) : null,
      lost: posts?.lost ?? [],
      refused,
    },
    collections,
    stays: STAYS,
  };
}

function whyNone({ name, posts }: Destination): string {
  return posts === null
    ? `${name} imports no posts from another server’s export.`
    : "They were not asked for.";
}

/** The report as text. */
export function lossesText(losses: MoveLosses, destination: Destination): string {
  const { posts, collections, stays } = losses;
  const lines = [`What comes along to ${destination.name}, and what does not`, ""];
  lines.push("Posts");
  lines.push(
    posts.reason === null
      ? `  ${posts.written} of ${posts.selected} are in the kit, with ${posts.media} media files.`
      : `  None of ${posts.selected}: ${posts.reason}`,
  );
  for (const { reason, posts: number } of posts.refused) lines.push(`  left out: ${number} ${reason}`);
  for (const { feature, support, posts: number } of posts.lost) {
    lines.push(
      `  ${wordsOf(feature)}: ${support.replace(/^degraded: /, "")} (${number} ${number === 1 ? "post" : "posts"})`,
    );
  }
  lines.push("", "Lists of accounts, domains and addresses");
  for (const each of collections) lines.push(`  ${outcomeText(each)}`);
  lines.push("", "What no file carries", ...stays.map((text) => `  ${text}`), "");
  return lines.join("\n");
}

/** What a collection is called. */
export const COLLECTION_WORDS: Readonly<Record<SourceCollection, string>> = {
  following: "accounts you follow",
  followers: "followers",
  blocks: "blocked accounts",
  mutes: "muted accounts",
  lists: "members of lists",
  domainBlocks: "blocked domains",
  bookmarks: "bookmarks",
  likes: "likes",
  filters: "filters",
  dislikes: "dislikes",
};

/** One line about a collection. */
export function outcomeText({ name, inArchive, written, files, reason }: CollectionOutcome): string {
  const words = COLLECTION_WORDS[name];
  if (inArchive === null) return `${words}: not in this archive`;
  const where = files.length === 0 ? "" : ` (${files.map(({ path }) => path).join(", ")})`;
  return `${words}: ${written} of ${inArchive}${where}${reason === null ? "" : `. ${reason}`}`;
}

function wordsOf(feature: string): string {
  return feature.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
