import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { kitFiles } from "../csv-kit/kit-files.js";
import { type KitCollection, type KitFile, MASTODON_KIT } from "../csv-kit/servers.js";
import type { OutputFile } from "../target.js";

/** Mastodon's CSVs, under the names that the FEP's example gives them. */
const FILES: Readonly<Partial<Record<KitCollection, KitFile>>> = {
  following: MASTODON_KIT.following,
  // Mastodon has none; GoToSocial's has this header.
  followers: { ...MASTODON_KIT.blocks, name: "followers", header: ["Account address"] },
  blocks: { ...MASTODON_KIT.blocks, name: "blocks" },
  mutes: { ...MASTODON_KIT.mutes, name: "mutes" },
  lists: MASTODON_KIT.lists,
  bookmarks: MASTODON_KIT.bookmarks,
};

/** The collections that were asked for, as CSV; those without a member have no file. */
export async function* csvFiles(
  selection: Selection,
  folder: string,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  for (const [collection, file] of Object.entries(FILES)) {
    // The keys of FILES are collections: its type says so.
    yield* kitFiles(selection, collection as KitCollection, file, folder, run);
  }
}
