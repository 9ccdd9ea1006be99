import type { RunOptions } from "@archive/schema";
import type { Feature, PublishedPost, Selection } from "@archive/transform";
import { supportText, type TargetFacts } from "../../targets.js";

/** A feature that a target can't hold as it is, and how many of the selected posts have it. */
export interface Loss {
  readonly feature: Feature;
  /** `dropped` or `degraded: …`. */
  readonly support: string;
  readonly posts: number;
}

/** Tells whether a post has a feature; features that no single post has are not here. */
const HAS: Readonly<Partial<Record<Feature, (post: PublishedPost) => boolean>>> = {
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

/** Counts what a target loses of a selection; features that no post has are left out. */
export async function countLosses(
  target: TargetFacts,
  selection: Selection,
  run: RunOptions,
): Promise<readonly Loss[]> {
  const counts = new Map<Feature, number>();
  const lossy = Object.entries(HAS).filter(([feature]) => target.support[feature as Feature] !== "kept");
  if (lossy.length === 0) return [];
  for await (const post of selection.posts("oldest")) {
    run.signal?.throwIfAborted();
    for (const [feature, has] of lossy) {
      // The keys of HAS are features: its type says so.
      if (has(post)) counts.set(feature as Feature, (counts.get(feature as Feature) ?? 0) + 1);
    }
  }
  return [...counts].map(([feature, posts]) => ({
    feature,
    support: supportText(target.support[feature]),
    posts,
  }));
}
