import type { Feature, Purpose, Support, Target } from "@archive/transform";

/** The names `--to` takes. */
export const TARGET_NAMES = ["html", "markdown"] as const;
/** One of {@link TARGET_NAMES}. */
export type TargetName = (typeof TARGET_NAMES)[number];

/** What is known of a target before it runs. */
export type TargetFacts = Pick<Target<never>, "name" | "purpose" | "support">;

/** Loads the facts of a target. */
export async function targetFacts(name: TargetName): Promise<TargetFacts> {
  switch (name) {
    case "html":
      return (await import("@archive/transform/html")).htmlTarget;
    case "markdown":
      return (await import("@archive/transform/markdown")).markdownTarget;
  }
}

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
