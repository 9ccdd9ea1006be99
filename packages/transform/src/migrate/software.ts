import type { KitServer } from "../targets/csv-kit/servers.js";

/** The software a person can move to. */
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

/** What is known of moving to some software. */
export interface Destination {
  /** As it writes its own name. */
  readonly name: string;
  /** Whose CSVs it imports; `null`: it imports none. */
  readonly csv: KitServer | null;
  /** Where and how they are imported. */
  readonly csvSteps: readonly string[];
  /** The target of the posts it imports; `null`: it imports none. */
  readonly posts: "sharkey" | "gotosocial" | "wordpress" | null;
  /** How posts lie in the kit: importers want a zip or a folder. */
  readonly postsPlace: { readonly kind: "zip" | "folder"; readonly path: string };
  readonly postsSteps: readonly string[];
}

const NO_POSTS: Pick<Destination, "posts" | "postsPlace" | "postsSteps"> = {
  posts: null,
  postsPlace: { kind: "folder", path: "posts/" },
  postsSteps: [],
};

const IMPORT_PAGE =
  "In the settings of the new account, look for the page that imports follows, blocks and mutes.";

const PLEROMA: Omit<Destination, "name"> = {
  ...NO_POSTS,
  csv: "pleroma",
  csvSteps: [IMPORT_PAGE, "It takes one file at a time; each has its own button."],
};

const MISSKEY_STEPS: readonly string[] = [
  "In Settings, open “Import and export”: follows, mutes, blocks and lists have a button each.",
  "The file is put into your drive first; delete it there when it was read.",
];

/** What each software imports. Source: its importers' code, as far as it was read. */
export const DESTINATIONS: Readonly<Record<MoveSoftware, Destination>> = {
  mastodon: {
    ...NO_POSTS,
    name: "Mastodon",
    csv: "mastodon",
    csvSteps: [
      "Open Preferences → Import and export → Import, and upload the files one by one.",
      "Choose “Merge”, never “Overwrite”: overwriting removes what the file does not name, and each part of a list in several files would remove the part before it.",
      "Confirm within 10 minutes. Rows that failed can be downloaded for a week.",
      "It follows at most 7,500 accounts, or a tenth more than you have followers if that is more.",
    ],
  },
  gotosocial: {
    name: "GoToSocial",
    csv: "gotosocial",
    csvSteps: [
      "In the settings panel, open “Export & import” and upload each file with its own type, in the mode “merge”.",
    ],
    posts: "gotosocial",
    postsPlace: { kind: "folder", path: "posts/" },
    postsSteps: [
      "Posts are imported with the program slurp, which reads the folder posts/ and writes each post anew with its old date. It needs GoToSocial 0.18 or later.",
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
      "In Settings, open “Import and export” and import posts.zip as notes from Mastodon. Your server has to allow it, and your drive has to have room for the file.",
      "Keep the name: by names that begin with “twitter” or “facebook-” it tells other exports.",
    ],
  },
  pixelfed: { ...NO_POSTS, name: "Pixelfed", csv: null, csvSteps: [] },
  friendica: {
    ...NO_POSTS,
    name: "Friendica",
    csv: "friendica",
    csvSteps: ["In Settings, import contacts.csv as contacts. It reads the first column alone."],
  },
  wordpress: {
    name: "WordPress",
    csv: null,
    csvSteps: [],
    posts: "wordpress",
    postsPlace: { kind: "folder", path: "wordpress/" },
    postsSteps: [
      "READ-ME.txt in the folder wordpress/ tells of the two ways in. Choose one of them.",
      "Public posts are published; all others become private posts of your blog, or are left out.",
    ],
  },
};
