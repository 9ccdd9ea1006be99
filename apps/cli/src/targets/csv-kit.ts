import { bound, type TargetEntry } from "./target-entry.js";

/** The servers there are CSVs for; the library has the same list. */
export const CSV_SERVERS = [
  "mastodon",
  "gotosocial",
  "pleroma",
  "akkoma",
  "misskey",
  "sharkey",
  "friendica",
] as const;

/** `--to csv-kit`. */
export const csvKitEntry: TargetEntry = {
  name: "csv-kit",
  options: [
    {
      flags: "--server <name>",
      description: "the server they are for; a folder for each unless told",
      choices: CSV_SERVERS,
    },
  ],
  isSingleFile: () => false,
  facts: async () => (await import("@archive/transform/csv-kit")).csvKitTarget,
  async bind(command) {
    const { CSV_KIT_COLLECTIONS, csvKitTarget } = await import("@archive/transform/csv-kit");
    const { server } = command.opts<{ readonly server?: (typeof CSV_SERVERS)[number] }>();
    return bound(csvKitTarget, { server }, { needs: { collections: CSV_KIT_COLLECTIONS, media: false } });
  },
};
