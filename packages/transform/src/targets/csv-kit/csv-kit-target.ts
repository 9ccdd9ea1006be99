import type { RunOptions } from "@archive/schema";
import { FEATURES, type Feature } from "../../post/features.js";
import type { Selection } from "../../select/selection.js";
import type { SourceCollection } from "../../source.js";
import type { OutputFile, Support, Target } from "../target.js";
import { filtersJson } from "./filters-json.js";
import { kitFiles } from "./kit-files.js";
import { CSV_KIT_OPTIONS_SCHEMA, type CsvKitOptions } from "./options.js";
import { KIT_SERVERS, KITS, type KitCollection, type KitServer } from "./servers.js";

/**
 * The collections a selection has to be made with, for {@link csvKitTarget} to have something to write.
 *
 * @example
 * ```ts
 * import { CSV_KIT_COLLECTIONS } from "@archive/transform/csv-kit";
 * CSV_KIT_COLLECTIONS.includes("following"); // true
 * ```
 */
export const CSV_KIT_COLLECTIONS: readonly SourceCollection[] = [
  "following",
  "blocks",
  "mutes",
  "lists",
  "domainBlocks",
  "bookmarks",
  "filters",
];

/** Posts are in no CSV that a server imports. */
const SUPPORT: Readonly<Record<Feature, Support>> = {
  ...(Object.fromEntries(FEATURES.map((feature) => [feature, "dropped"])) as Record<Feature, Support>),
  bookmarks: { degraded: "for Mastodon, the only one that imports them" },
};

/**
 * Whom a person follows, blocks and mutes, their lists and bookmarks, as the files that servers import: exactly the
 * header each one's importer knows, or none; at most 20 000 rows a file, then `name-2.csv`; UTF-8 without a byte
 * order mark.
 *
 * Cells are written as they are, without the apostrophe that would keep a spreadsheet from running a formula: the
 * importer would take it for a part of the name. Instead, only what is an account, a domain or a web address is
 * written, and none of those can begin like a formula; the rest is left out with a diagnostic. The name of a list is
 * the one free text.
 *
 * Of several accounts it is what all of them follow, block and keep, each once.
 *
 * @example
 * ```ts
 * import { select } from "@archive/transform";
 * import { CSV_KIT_COLLECTIONS, csvKitTarget } from "@archive/transform/csv-kit";
 * const { selection } = await select(archive, { library, collections: CSV_KIT_COLLECTIONS });
 * for await (const { path, content } of csvKitTarget.render(selection, { server: "mastodon" })) {
 *   await write(path, content); // following_accounts.csv …
 * }
 * ```
 */
export const csvKitTarget: Target<CsvKitOptions> = {
  name: "csv-kit",
  purpose: "migrate",
  withoutPosts: true,
  optionsSchema: CSV_KIT_OPTIONS_SCHEMA,
  support: SUPPORT,
  accepts: () => "posts, which no server imports as CSV",
  async *render(selection, { server }, run = {}) {
    for (const each of server === undefined ? KIT_SERVERS : [server]) {
      yield* filesFor(each, selection, server === undefined ? `${each}/` : "", run);
    }
  },
};

async function* filesFor(
  server: KitServer,
  selection: Selection,
  folder: string,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  for (const [collection, file] of Object.entries(KITS[server])) {
    // The keys of a kit are collections: its type says so.
    yield* kitFiles(selection, collection as KitCollection, file, folder, run);
  }
  const filters = server === "mastodon" ? await filtersJson(selection, run) : null;
  if (filters !== null) yield { path: `${folder}custom_filters.json`, content: filters.content };
}
