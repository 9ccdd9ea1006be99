import { isJsonObject, type RunOptions } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import type { ArchiveSource, SourceCollection } from "../source.js";

/** Names of the files, as the reader knows them. */
export const COLLECTION_FILES: Readonly<Record<SourceCollection, string>> = {
  likes: "likes.json",
  bookmarks: "bookmarks.json",
  following: "following.json",
  followers: "followers.json",
  blocks: "blocks.json",
  mutes: "mutes.json",
  lists: "lists.json",
  domainBlocks: "domain_blocks.json",
  filters: "filters.json",
  dislikes: "dislikes.json",
};

/** How many members a united collection has. */
export interface UnitedCounts {
  members: number;
  /** Those that the latest export which has the collection does not have. */
  onlyEarlier: number;
}

/**
 * The elements of a collection of several exports, newest first, each member once: what the newest says of it holds.
 */
export async function* unitedMembers(
  sources: readonly ArchiveSource[],
  name: SourceCollection,
  counts: UnitedCounts,
  run: RunOptions,
): AsyncGenerator<unknown> {
  const holders = sources.filter((source) => source.has.has(name));
  const seen = new IdIndex();
  const lists = new Map<string, string[]>();
  for (const [age, source] of holders.entries()) {
    for await (const { value } of source.collection(name, run)) {
      const fields: unknown = value;
      const { id } = value;
      const member: unknown = isJsonObject(fields) ? fields.member : undefined;
      const isMember = name === "lists" && typeof member === "string";
      if (name === "lists" && !lists.has(id)) lists.set(id, []);
      if (seen.add(isMember ? `${id}\n${member}` : id, 1) !== 0) continue;
      if (name !== "lists" || isMember) {
        counts.members += 1;
        if (age > 0) counts.onlyEarlier += 1;
      }
      if (isMember) lists.get(id)?.push(member);
      else if (name !== "lists") yield elementOf(name, id, fields);
    }
  }
  for (const [title, accounts] of lists) yield { title, accounts };
}

/** One element as the reader understands it: an address alone where nothing else is known. */
function elementOf(name: SourceCollection, id: string, value: unknown): unknown {
  const fields = isJsonObject(value) ? value : {};
  if (name === "filters") return filterOf(id, fields.filter);
  if (name === "domainBlocks") {
    return fields.severity === undefined ? id : { domain: id, severity: fields.severity };
  }
  const { id: _, ...rest } = fields;
  return Object.keys(rest).length === 0 ? id : { id, ...rest };
}

function filterOf(title: string, value: unknown): unknown {
  const filter = isJsonObject(value) ? value : {};
  const keywords = Array.isArray(filter.keywords) ? filter.keywords : [];
  return {
    title,
    context: filter.context,
    action: filter.action,
    expires_at: filter.expiresAt,
    keywords: keywords
      .filter(isJsonObject)
      .map(({ keyword, wholeWord }) => ({ keyword, whole_word: wholeWord })),
    statuses: filter.statuses,
  };
}
