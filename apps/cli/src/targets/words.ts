import type { Feature, Purpose, Support } from "@archive/transform";

/** What a target is for, in words. */
export const PURPOSES: Readonly<Record<Purpose, string>> = {
  publish: "to publish",
  data: "to work with as data",
  migrate: "to move to another server",
};

/** What becomes of a feature, in one text: `kept`, `dropped` or `degraded: …`. */
export function supportText(support: Support): string {
  return typeof support === "string" ? support : `degraded: ${support.degraded}`;
}

/** Features in words. */
export const FEATURE_WORDS: Readonly<Record<Feature, string>> = {
  formatting: "formatting",
  contentWarnings: "content warnings",
  media: "media",
  altText: "alt texts",
  focalPoints: "focal points",
  polls: "polls",
  customEmoji: "custom emoji",
  mentions: "mentions",
  hashtags: "hashtags",
  threads: "threads",
  quotes: "quotes",
  boosts: "boosts",
  edits: "edits",
  languages: "languages",
  visibility: "visibility",
  likes: "likes",
  bookmarks: "bookmarks",
};
