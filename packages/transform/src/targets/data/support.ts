import type { Feature } from "../../post/features.js";
import type { Support } from "../target.js";

/** What becomes of each feature in formats that hold whole post records. */
export const RECORD_SUPPORT: Readonly<Record<Feature, Support>> = {
  formatting: "kept",
  contentWarnings: "kept",
  media: { degraded: "their facts; files are not copied" },
  altText: "kept",
  focalPoints: "kept",
  polls: "kept",
  customEmoji: { degraded: "their names" },
  mentions: "kept",
  hashtags: "kept",
  threads: "kept",
  quotes: { degraded: "the quoted post’s id" },
  boosts: { degraded: "the boosted post’s id" },
  edits: "kept",
  languages: "kept",
  visibility: "kept",
  likes: "dropped",
  bookmarks: "dropped",
};

/** What becomes of each feature in formats of one plain row a post. */
export const ROW_SUPPORT: Readonly<Record<Feature, Support>> = {
  ...RECORD_SUPPORT,
  formatting: "dropped",
  focalPoints: "dropped",
  polls: { degraded: "options and votes in one cell" },
  edits: { degraded: "the latest version, with the time of the edit" },
};
