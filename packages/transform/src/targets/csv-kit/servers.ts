import type { SourceCollection } from "../../source.js";

/**
 * Servers for which there are CSVs.
 *
 * @example
 * ```ts
 * import { KIT_SERVERS } from "@archive/transform/csv-kit";
 * KIT_SERVERS.includes("gotosocial"); // true
 * ```
 */
export const KIT_SERVERS = [
  "mastodon",
  "gotosocial",
  "pleroma",
  "akkoma",
  "misskey",
  "sharkey",
  "friendica",
] as const;
/** One of {@link KIT_SERVERS}. */
export type KitServer = (typeof KIT_SERVERS)[number];

/** The collections that some server imports as CSV. */
export type KitCollection = Extract<
  SourceCollection,
  "following" | "followers" | "blocks" | "mutes" | "lists" | "domainBlocks" | "bookmarks"
>;

/** What a cell holds. */
export type Cell =
  | "account"
  | "showBoosts"
  | "notify"
  | "languages"
  | "hideNotifications"
  | "list"
  | "domain"
  | "address"
  | "true";

/** One file of a server's kit. */
export interface KitFile {
  /** Without its extension, so that a number can follow; the server's importer knows it, or it is its own export's. */
  readonly name: string;
  /** The first row, as the server's own export has it; `null`: none. */
  readonly header: readonly string[] | null;
  readonly cells: readonly Cell[];
  /** What stands between two cells. */
  readonly separator: ", " | ",";
  /** Whether the importer reads quoted cells; if not, cells hold no comma. */
  readonly quotes: boolean;
  /** First cells that the importer takes for a header: a file that begins with one needs a header of its own. */
  readonly mistakable: readonly string[];
  /** Whether an account may be given by its address too. */
  readonly addresses: boolean;
}

type Kit = Readonly<Partial<Record<KitCollection, KitFile>>>;

const ACCOUNT = "Account address";
const FOLLOWS: readonly string[] = [ACCOUNT, "Show boosts", "Notify on new posts", "Languages"];
const MUTES: readonly string[] = [ACCOUNT, "Hide notifications"];
const FOLLOW_CELLS: readonly Cell[] = ["account", "showBoosts", "notify", "languages"];

/** A column without a header, as most importers take it. */
function column(name: string, cell: Cell = "account", more: Partial<KitFile> = {}): KitFile {
  return {
    name,
    header: null,
    cells: [cell],
    separator: ",",
    quotes: true,
    mistakable: [],
    addresses: false,
    ...more,
  };
}

/** What Mastodon exports, and imports again; it has no file of followers. */
export const MASTODON_KIT: Readonly<Record<Exclude<KitCollection, "followers">, KitFile>> = {
  following: column("following_accounts", "account", { header: FOLLOWS, cells: FOLLOW_CELLS }),
  blocks: column("blocked_accounts"),
  mutes: column("muted_accounts", "account", { header: MUTES, cells: ["account", "hideNotifications"] }),
  lists: column("lists", "list", {
    cells: ["list", "account"],
    // A list may be called like a header, and then the first row would be taken for one.
    mistakable: [ACCOUNT, "#domain", "#uri", "List name"],
  }),
  domainBlocks: column("blocked_domains", "domain"),
  bookmarks: column("bookmarks", "address"),
};

const GOTOSOCIAL: Kit = {
  following: column("following", "account", { header: FOLLOWS, cells: FOLLOW_CELLS }),
  blocks: column("blocks"),
  mutes: column("mutes", "account", { header: MUTES, cells: ["account", "hideNotifications"] }),
};

const PLEROMA: Kit = {
  following: column("friends", "account", { addresses: true }),
  blocks: column("blocks", "account", { addresses: true }),
  mutes: column("mutes", "account", { addresses: true }),
};

const MISSKEY: Kit = {
  following: column("following", "account", { quotes: false }),
  blocks: column("blocking", "account", { quotes: false }),
  mutes: column("mute", "account", { quotes: false }),
  lists: column("user-lists", "list", { cells: ["list", "account"], quotes: false }),
};

/**
 * What each server imports as CSV: the names its importer or its own export uses, its header or none.
 * Source: Mastodon's `form/import.rb`, GoToSocial's `typeutils/csv.go`, Pleroma's `user_import_controller.ex`,
 * Misskey's `Export…` and `Import…ProcessorService.ts`, Friendica's `UserExport.php`.
 *
 * @example
 * ```ts
 * import { KITS } from "@archive/transform/csv-kit";
 * KITS.mastodon.following?.header; // ["Account address", "Show boosts", "Notify on new posts", "Languages"]
 * ```
 */
export const KITS: Readonly<Record<KitServer, Kit>> = {
  mastodon: MASTODON_KIT,
  gotosocial: GOTOSOCIAL,
  pleroma: PLEROMA,
  akkoma: PLEROMA,
  misskey: MISSKEY,
  sharkey: MISSKEY,
  friendica: {
    following: column("contacts", "account", {
      // With a space after the comma: its own export has it so.
      header: [ACCOUNT, "Show boosts"],
      cells: ["account", "true"],
      separator: ", ",
    }),
  },
};
