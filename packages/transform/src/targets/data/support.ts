import type { Feature } from "../../post/features.js";
import type { Support } from "../target.js";

/** What becomes of each feature in formats that hold whole post records. */
export const RECORD_SUPPORT: Readonly<Record<Feature, Support>> = {
  formatting: "kept",
  titles: "kept",
  contentWarnings: "kept",
  media: { degraded: "their facts; files are not copied" },
  mediaKinds: "kept",
  altText: "kept",
  focalPoints: "kept",
  polls: "kept",
  events: "kept",
  customEmoji: { degraded: "their names" },
  mentions: "kept",
  hashtags: "kept",
  threads: "kept",
  replies: "kept",
  quotes: "kept",
  boosts: "kept",
  edits: "kept",
  dates: "kept",
  languages: "kept",
  visibility: "kept",
  likes: "dropped",
  bookmarks: "dropped",
};

/** What becomes of each feature in formats of one plain row a post. */
export const ROW_SUPPORT: Readonly<Record<Feature, Support>> = {
  ...RECORD_SUPPORT,
  formatting: { degraded: "lists and quotes by their signs" },
  mediaKinds: "dropped",
  focalPoints: "dropped",
  polls: { degraded: "options and votes in one cell" },
  events: "dropped",
  edits: { degraded: "the latest version, with the time of the edit" },
};
