import type { Post } from "./post.js";

/** The features of posts that outputs differ in. */
export const FEATURES = [
  "formatting",
  "contentWarnings",
  "media",
  "altText",
  "focalPoints",
  "polls",
  "customEmoji",
  "mentions",
  "hashtags",
  "threads",
  "quotes",
  "boosts",
  "edits",
  "languages",
  "visibility",
  "likes",
  "bookmarks",
] as const;

/** One of {@link FEATURES}. */
export type Feature = (typeof FEATURES)[number];

/** The features that a single post can be seen to have. */
const HAS: Readonly<Partial<Record<Feature, (post: Post) => boolean>>> = {
  contentWarnings: (post) => post.contentWarning !== null,
  media: (post) => post.attachments.length > 0,
  altText: (post) => post.attachments.some((attachment) => attachment.alt !== null),
  focalPoints: (post) => post.attachments.some((attachment) => attachment.focalPoint !== null),
  polls: (post) => post.poll !== null,
  customEmoji: (post) => post.tags.some((tag) => tag.kind === "emoji"),
  mentions: (post) => post.tags.some((tag) => tag.kind === "mention"),
  hashtags: (post) => post.tags.some((tag) => tag.kind === "hashtag"),
  threads: (post) => post.kind === "selfReply",
  quotes: (post) => post.quote !== null,
  boosts: (post) => post.kind === "boost",
  edits: (post) => post.updated !== null,
  languages: (post) => post.language !== null,
};

const TESTS = FEATURES.flatMap((feature) => {
  const has = HAS[feature];
  return has === undefined ? [] : [{ feature, has }];
});

/** How many posts have each feature; those that no single post has are not here. */
export type FeatureCounts = Readonly<Partial<Record<Feature, number>>>;

/** Counts the features of a post, or takes them back. */
export function countFeatures(post: Post, counts: Partial<Record<Feature, number>>, by: 1 | -1 = 1): void {
  for (const { feature, has } of TESTS) {
    if (has(post)) counts[feature] = (counts[feature] ?? 0) + by;
  }
}
