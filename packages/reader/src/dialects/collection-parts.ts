import type { Entry } from "../containers/container.js";
import type { CollectionName } from "../item.js";
import type { CollectionFile } from "./collection-files.js";
import type { Survey } from "./survey.js";

/** One document as the collections that stand in it under keys; those that hold nothing are collections too. */
export function collectionParts(
  survey: Survey,
  entry: Entry,
  keys: Readonly<Partial<Record<CollectionName, readonly string[]>>>,
): readonly CollectionFile[] {
  const parts: CollectionFile[] = [];
  const add = (collection: CollectionName, lists: readonly string[] | undefined): void => {
    if (lists !== undefined && lists.length > 0) {
      parts.push({ collection, entry, survey, table: null, lists, partial: true });
    }
  };
  add("likes", keys.likes);
  add("bookmarks", keys.bookmarks);
  add("following", keys.following);
  add("followers", keys.followers);
  add("blocks", keys.blocks);
  add("mutes", keys.mutes);
  add("domainBlocks", keys.domainBlocks);
  return parts;
}
