import type { KitServer } from "../targets/csv-kit/servers.js";

/**
 * The software a person can move to.
 *
 * @example
 * ```ts
 * import { MOVE_SOFTWARE } from "@archive/transform/migrate-kit";
 * MOVE_SOFTWARE.includes("pixelfed"); // true
 * ```
 */
export const MOVE_SOFTWARE = [
  "mastodon",
  "gotosocial",
  "pleroma",
  "akkoma",
  "misskey",
  "sharkey",
  "pixelfed",
  "friendica",
  "wordpress",
] as const;
/** One of {@link MOVE_SOFTWARE}. */
export type MoveSoftware = (typeof MOVE_SOFTWARE)[number];

/** A thing to do, or to know. */
export interface Step {
  readonly text: string;
  /** Read in the software's own source; else it is general knowledge, such as where a page is among the settings. */
  readonly verified: boolean;
}

function read(text: string): Step {
  return { text, verified: true };
}

function general(text: string): Step {
  return { text, verified: false };
}

/** What is known of moving to some software. */
export interface Destination {
  /** As it writes its own name. */
  readonly name: string;
  /** Whose CSVs it imports; `null`: it imports none. */
  readonly csv: KitServer | null;
  /** Where and how they are imported. */
  readonly csvSteps: readonly Step[];
  /** The target of the posts it imports; `null`: it imports none. */
  readonly posts: "sharkey" | "gotosocial" | "wordpress" | null;
  /** How posts lie in the kit: importers want a zip or a folder. */
  readonly postsPlace: { readonly kind: "zip" | "folder"; readonly path: string };
  readonly postsSteps: readonly Step[];
}

const NO_POSTS: Pick<Destination, "posts" | "postsPlace" | "postsSteps"> = {
  posts: null,
  postsPlace: { kind: "folder", path: "posts/" },
  postsSteps: [],
};

const PLEROMA: Omit<Destination, "name"> = {
  ...NO_POSTS,
  csv: "pleroma",
  csvSteps: [
    general("In the settings of the new account, look for the page that imports follows, blocks and mutes."),
    read("Follows, blocks and mutes are imported one file each."),
  ],
};

const MISSKEY_STEPS: readonly Step[] = [
  general("In Settings, open “Import and export”: follows, mutes, blocks and lists have a button each."),
  read("The file is put into your drive first; delete it there when it was read."),
];

/**
 * What each software imports. Source: its importers' code, as far as it was read.
 *
 * @example
 * ```ts
 * import { DESTINATIONS } from "@archive/transform/migrate-kit";
 * DESTINATIONS.gotosocial.csv; // "gotosocial": whose CSVs it imports
 * ```
 */
export const DESTINATIONS: Readonly<Record<MoveSoftware, Destination>> = {
  mastodon: {
    ...NO_POSTS,
    name: "Mastodon",
    csv: "mastodon",
    csvSteps: [
      general("Open Preferences → Import and export → Import."),
      read(
        "Upload the files one by one. Choose “Merge”, never “Overwrite”: overwriting removes what the file does not name, and each part of a list in several files would remove the part before it.",
      ),
      read("Confirm within 10 minutes. Rows that failed can be downloaded for a week."),
      read("It follows at most 7,500 accounts, or a tenth more than you have followers if that is more."),
    ],
  },
  gotosocial: {
    name: "GoToSocial",
    csv: "gotosocial",
    csvSteps: [
      general("In the settings panel, open “Export & import”."),
      read("Upload each file with its own type, in the mode “merge”."),
    ],
    posts: "gotosocial",
    postsPlace: { kind: "folder", path: "posts/" },
    postsSteps: [
      read(
        "Posts are imported with the program slurp, which reads the folder posts/ and writes each post anew with its old date. It needs GoToSocial 0.18 or later.",
      ),
    ],
  },
  pleroma: { ...PLEROMA, name: "Pleroma" },
  akkoma: { ...PLEROMA, name: "Akkoma", csv: "akkoma" },
  misskey: { ...NO_POSTS, name: "Misskey", csv: "misskey", csvSteps: MISSKEY_STEPS },
  sharkey: {
    name: "Sharkey",
    csv: "sharkey",
    csvSteps: MISSKEY_STEPS,
    posts: "sharkey",
    postsPlace: { kind: "zip", path: "posts.zip" },
    postsSteps: [
      general("In Settings, open “Import and export”, and import posts.zip as notes from Mastodon."),
      read("Your server has to allow it, and your drive has to have room for the file."),
      read("Keep the name: by names that begin with “twitter” or “facebook-” it tells other exports."),
    ],
  },
  pixelfed: { ...NO_POSTS, name: "Pixelfed", csv: null, csvSteps: [] },
  friendica: {
    ...NO_POSTS,
    name: "Friendica",
    csv: "friendica",
    csvSteps: [
      general("In Settings, import contacts.csv as contacts."),
      read("It reads the first column alone."),
    ],
  },
  wordpress: {
    name: "WordPress",
    csv: null,
    csvSteps: [],
    posts: "wordpress",
    postsPlace: { kind: "folder", path: "wordpress/" },
    postsSteps: [
      read("READ-ME.txt in the folder wordpress/ tells of the two ways in. Choose one of them."),
      read("Public posts are published; all others become private posts of your blog, or are left out."),
    ],
  },
};
