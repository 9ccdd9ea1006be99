import type { Feature } from "../../post/features.js";
import type { Support } from "../target.js";

/** What becomes of each feature in the shape of Mastodon's own export. */
export const MASTODON_SUPPORT: Readonly<Record<Feature, Support>> = {
  formatting: "kept",
  titles: { degraded: "the first line of the text, in bold" },
  contentWarnings: "kept",
  media: { degraded: "without cover pictures and subtitles" },
  mediaKinds: "kept",
  altText: "kept",
  focalPoints: "kept",
  polls: "kept",
  events: "dropped",
  customEmoji: "kept",
  mentions: { degraded: "those with an address" },
  hashtags: "kept",
  threads: "kept",
  replies: "kept",
  quotes: "kept",
  boosts: "kept",
  edits: { degraded: "the latest version, with the time of the edit" },
  dates: "kept",
  languages: "kept",
  visibility: "kept",
  likes: "kept",
  bookmarks: "kept",
};

/** What becomes of each feature where the archive's own documents are written. */
export const DOCUMENT_SUPPORT: Readonly<Record<Feature, Support>> = {
  ...MASTODON_SUPPORT,
  titles: "kept",
  media: "kept",
  events: "kept",
  mentions: "kept",
  edits: { degraded: "what the documents themselves hold of them" },
};
