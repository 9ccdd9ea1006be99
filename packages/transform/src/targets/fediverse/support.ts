import type { Feature } from "../../post/features.js";
import type { Support } from "../target.js";

/** What becomes of each feature in the shape of Mastodon's own export. */
export const MASTODON_SUPPORT: Readonly<Record<Feature, Support>> = {
  formatting: "kept",
  contentWarnings: "kept",
  media: { degraded: "without cover pictures and subtitles" },
  altText: "kept",
  focalPoints: "kept",
  polls: "kept",
  customEmoji: { degraded: "their names, and where their pictures lie" },
  mentions: { degraded: "those with an address" },
  hashtags: "kept",
  threads: "kept",
  quotes: { degraded: "the quoted post’s id" },
  boosts: { degraded: "the boosted post’s id" },
  edits: { degraded: "the latest version, with the time of the edit" },
  languages: "kept",
  visibility: "kept",
  likes: "kept",
  bookmarks: "kept",
};

/** What becomes of each feature where the archive's own documents are written. */
export const DOCUMENT_SUPPORT: Readonly<Record<Feature, Support>> = {
  ...MASTODON_SUPPORT,
  media: "kept",
  mentions: "kept",
  edits: { degraded: "what the documents themselves hold of them" },
};
