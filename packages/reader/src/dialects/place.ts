import { ArchiveError, type Diagnostic, diagnostic } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { CollectionName } from "../item.js";
import type { Layout } from "./dialect.js";
import { folderOf, isPrivateKey, nearestTo } from "./roles.js";

/** Where the documents of an archive are. */
export interface Places {
  /** The outbox's folder with a slash at its end; empty at the container's root. */
  readonly root: string;
  readonly outbox: Entry;
  readonly actor: Entry | null;
  readonly collections: ReadonlyMap<CollectionName, Entry>;
  /** The entries of this archive: not those of another one packed beside it. */
  readonly entries: readonly Entry[];
}

/**
 * Finds an archive's documents. The outbox nearest to the container's root tells where the archive begins: it
 * may lie in a folder, for people pack archives anew.
 *
 * @throws ArchiveError `archive/no-outbox`; `archive/encrypted` when it is among the `encrypted` names.
 */
export function placesOf(
  entries: readonly Entry[],
  layout: Layout,
  encrypted: readonly string[],
  report: (found: Diagnostic) => void,
): Places {
  const isOutbox = (path: string): boolean => path === layout.outbox || path.endsWith(`/${layout.outbox}`);
  const outbox = nearestTo(entries, layout.outbox);
  if (outbox === null) {
    throw new ArchiveError(encrypted.some(isOutbox) ? "archive/encrypted" : "archive/no-outbox");
  }
  const root = folderOf(outbox.path);
  const others = entries.filter(({ path }) => path !== outbox.path && isOutbox(path));
  const [other] = others;
  if (other !== undefined) report(diagnostic("archive/several-outboxes", { file: outbox.path }));
  // Folders around this archive are not another one's own.
  const foreign = others.map(({ path }) => folderOf(path)).filter((folder) => !root.startsWith(folder));
  const own = entries.filter(({ path }) => !foreign.some((folder) => path.startsWith(folder)));
  for (const entry of own) {
    if (isPrivateKey(entry)) report(diagnostic("secret/private-key", { file: entry.path }));
  }
  const at = (name: string): Entry | null => own.find(({ path }) => path === root + name) ?? null;
  const collections = new Map<CollectionName, Entry>();
  for (const [name, path] of namesOf(layout)) {
    const entry = at(path);
    if (entry !== null) collections.set(name, entry);
  }
  return { root, outbox, actor: at(layout.actor), collections, entries: own };
}

const COLLECTIONS: readonly CollectionName[] = [
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

function* namesOf({ collections }: Layout): Iterable<[CollectionName, string]> {
  for (const name of COLLECTIONS) {
    const path = collections[name];
    if (path !== undefined) yield [name, path];
  }
}
