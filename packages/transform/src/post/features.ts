import type { Post, PostWithoutContent } from "./post.js";

/**
 * The features of posts that outputs differ in.
 *
 * @example
 * ```ts
 * import { FEATURES } from "@archive/transform";
 * import { ndjsonTarget } from "@archive/transform/data";
 * for (const feature of FEATURES) console.log(feature, ndjsonTarget.support[feature]);
 * ```
 */
export const FEATURES = [
  "formatting",
  "titles",
  "contentWarnings",
  "media",
  "mediaKinds",
  "altText",
  "focalPoints",
  "polls",
  "events",
  "customEmoji",
  "mentions",
  "hashtags",
  "threads",
  "replies",
  "quotes",
  "boosts",
  "edits",
  "dates",
  "languages",
  "visibility",
  "likes",
  "bookmarks",
] as const;

/** One of {@link FEATURES}. */
export type Feature = (typeof FEATURES)[number];

/** The features that a single post can be seen to have. */
const HAS: Readonly<Partial<Record<Feature, (post: PostWithoutContent) => boolean>>> = {
  titles: (post) => post.title !== null,
  contentWarnings: (post) => post.contentWarning !== null,
  media: (post) => post.attachments.length > 0,
  // That pictures stay pictures goes without saying.
  mediaKinds: (post) => post.attachments.some(({ kind }) => kind === "video" || kind === "audio"),
  altText: (post) => post.attachments.some((attachment) => attachment.alt !== null),
  focalPoints: (post) => post.attachments.some((attachment) => attachment.focalPoint !== null),
  polls: (post) => post.poll !== null,
  events: (post) => post.event !== null,
  customEmoji: (post) => post.tags.some((tag) => tag.kind === "emoji"),
  mentions: (post) => post.tags.some((tag) => tag.kind === "mention"),
  hashtags: (post) => post.tags.some((tag) => tag.kind === "hashtag"),
  threads: (post) => post.kind === "selfReply",
  replies: (post) => post.inReplyTo?.kind === "remote",
  quotes: (post) => post.quote !== null,
  boosts: (post) => post.kind === "boost",
  edits: (post) => post.updated !== null,
  dates: (post) => post.published !== null,
  languages: (post) => post.language !== null,
};

const TESTS = FEATURES.flatMap((feature) => {
  const has = HAS[feature];
  return has === undefined ? [] : [{ feature, has }];
});

/** How many posts have each feature; those that no single post has are not here. */
export type FeatureCounts = Readonly<Partial<Record<Feature, number>>>;

/**
 * Counts the features of a post, or takes them back.
 *
 * @example
 * ```ts
 * import { countFeatures, type Feature } from "@archive/transform";
 * const counts: Partial<Record<Feature, number>> = {};
 * for await (const post of selection.posts("oldest")) countFeatures(post, counts);
 * console.log(counts.polls);
 * ```
 */
export function countFeatures(post: Post, counts: Partial<Record<Feature, number>>, by: 1 | -1 = 1): void {
  countFeatureBits(featuresOf(post), counts, by);
}

/** The features of a post, a bit for each. */
export function featuresOf(post: PostWithoutContent): number {
  return TESTS.reduce((bits, { has }, at) => (has(post) ? bits | (1 << at) : bits), 0);
}

/** Counts what {@link featuresOf} found. */
export function countFeatureBits(
  bits: number,
  counts: Partial<Record<Feature, number>>,
  by: 1 | -1 = 1,
): void {
  TESTS.forEach(({ feature }, at) => {
    if ((bits & (1 << at)) !== 0) counts[feature] = (counts[feature] ?? 0) + by;
  });
}
