import type { CollectionName } from "../item.js";
import { nameOf } from "./roles.js";

/** The collections, in the order they are listed in. */
export const COLLECTIONS: readonly CollectionName[] = [
  "likes",
  "bookmarks",
  "following",
  "followers",
  "blocks",
  "mutes",
  "lists",
  "domainBlocks",
  "filters",
  "dislikes",
];

/**
 * Names of files without their ending, `_` for all that is not a letter: those that Mastodon, GoToSocial,
 * Pleroma, Misskey and its forks, Pixelfed and Hollo write, and those that guides tell people to expect.
 */
const NAMES: Readonly<Record<CollectionName, readonly string[]>> = {
  likes: ["likes", "liked", "favourites", "favorites", "favourited", "favorited"],
  bookmarks: ["bookmarks", "bookmarked"],
  following: [
    "following",
    "followings",
    "following_accounts",
    "followed_accounts",
    "follows",
    "friends",
    "pixelfed_following",
  ],
  followers: ["followers", "follower_accounts", "followers_accounts", "pixelfed_followers"],
  blocks: ["blocks", "block", "blocking", "blockings", "blocked", "blocked_accounts", "blocked_users"],
  mutes: ["mutes", "mute", "muting", "mutings", "muted", "muted_accounts", "muted_users"],
  lists: ["lists", "list", "user_lists"],
  domainBlocks: ["blocked_domains", "domain_blocks", "domainblocks", "blocked_instances", "muted_domains"],
  filters: ["filters", "custom_filters"],
  dislikes: ["dislikes", "disliked"],
};

const BY_NAME: ReadonlyMap<string, CollectionName> = new Map(
  COLLECTIONS.flatMap((collection) => NAMES[collection].map((name) => [name, collection] as const)),
);

/** The keys under which programs put a collection that is no ActivityStreams one. */
export const COLLECTION_KEYS: readonly string[] = [...BY_NAME.keys()];

/** The end of the name of a file that may hold a collection. */
const COLLECTION_END = /[^/]\.(?:csv|tsv|json|jsonld)$/i;
/** What browsers add to a second download, and servers for the day: `following_accounts (1).csv`. */
const ADDED = /[ _.-]*\(?\d[\d ()_.:-]*$/;

/** Whether a file may hold a collection at all, whatever it is called. */
export function mayBeCollection(path: string): boolean {
  return COLLECTION_END.test(path);
}

/** The collection that a file's name promises; `null` when it promises none. Its content decides. */
export function collectionNamed(path: string): CollectionName | null {
  if (!mayBeCollection(path)) return null;
  const name = nameOf(path);
  return keyNamed(name.slice(0, name.lastIndexOf(".")).replace(ADDED, ""));
}

/** The collection that a key of a JSON document promises. */
export function keyNamed(key: string): CollectionName | null {
  return BY_NAME.get(key.toLowerCase().replaceAll(/[^a-z]+/g, "_")) ?? null;
}
