import type { CollectionFile } from "./collection-files.js";
import type { Dialect } from "./dialect.js";
import { nameOf } from "./roles.js";

const NAMES: ReadonlySet<string> = new Set([
  "following.csv",
  "followers.csv",
  "mutes.csv",
  "blocks.csv",
  "lists.csv",
]);

/**
 * The CSV files GoToSocial exports; it has no export of posts. Taken where nothing but collections is found, never
 * weighed: {@link isGoToSocial} tells.
 */
export const gotosocial: Dialect = {
  name: "gotosocial",
  eras: ["0.17+"],
  recognise: async () => null,
};

/**
 * Whether a set of CSV files is GoToSocial's: named as it names them, and with headers that nobody else writes under
 * these names. Mastodon exports no followers, and calls the others differently.
 */
export function isGoToSocial(files: readonly CollectionFile[]): boolean {
  if (!files.every(({ entry, table }) => table !== null && NAMES.has(nameOf(entry.path)))) return false;
  const hasHeader = (name: string, columns: number): boolean =>
    files.some(
      ({ entry, table }) =>
        nameOf(entry.path) === name && table?.hasHeader === true && table.headers.length === columns,
    );
  return hasHeader("followers.csv", 1) || (hasHeader("following.csv", 4) && hasHeader("mutes.csv", 2));
}
