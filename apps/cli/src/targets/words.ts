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
  titles: "titles",
  contentWarnings: "content warnings",
  media: "media",
  mediaKinds: "films and sounds",
  altText: "alt texts",
  focalPoints: "focal points",
  polls: "polls",
  events: "events",
  customEmoji: "custom emoji",
  mentions: "mentions",
  hashtags: "hashtags",
  threads: "threads",
  replies: "replies to others",
  quotes: "quotes",
  boosts: "boosts",
  edits: "edits",
  dates: "dates",
  languages: "languages",
  visibility: "visibility",
  likes: "likes",
  bookmarks: "bookmarks",
};
