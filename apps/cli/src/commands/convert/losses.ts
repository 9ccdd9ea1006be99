import type { RunOptions, Visibility } from "@archive/schema";
import {
  countFeatures,
  FEATURES,
  type Feature,
  type FeatureCounts,
  type Selection,
} from "@archive/transform";
import type { TargetFacts } from "../../targets/target-entry.js";
import { supportText } from "../../targets/words.js";

/** A feature that a target can't hold as it is, and how many of the selected posts have it. */
export interface Loss {
  readonly feature: Feature;
  /** `dropped` or `degraded: …`. */
  readonly support: string;
  readonly posts: number;
}

/** Posts that a target leaves out for one reason. */
export interface Refusal {
  readonly reason: string;
  readonly posts: number;
}

/** What a target does not take along of a selection. */
export interface Losses {
  readonly lost: readonly Loss[];
  /** The posts it leaves out, by its reasons, the most frequent first. */
  readonly refused: readonly Refusal[];
  /** Of what it takes. */
  readonly byVisibility: Readonly<Record<Visibility, number>>;
}

/** Counts what a target loses of a selection; features that no post has are left out. */
export async function countLosses(
  target: TargetFacts,
  selection: Selection,
  run: RunOptions,
): Promise<Losses> {
  const { byFeature, byVisibility } = selection.counts;
  if (target.accepts === undefined) return { lost: lossesOf(target, byFeature), refused: [], byVisibility };
  const taken: Partial<Record<Feature, number>> = {};
  const takenBy = { ...byVisibility };
  const reasons = new Map<string, number>();
  for await (const post of selection.posts("oldest")) {
    run.signal?.throwIfAborted();
    const reason = target.accepts(post, selection);
    if (reason === null) countFeatures(post, taken);
    else {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      takenBy[post.audience.visibility] -= 1;
    }
  }
  const refused = [...reasons].map(([reason, posts]) => ({ reason, posts }));
  return {
    lost: lossesOf(target, taken),
    refused: refused.toSorted((a, b) => b.posts - a.posts),
    byVisibility: takenBy,
  };
}

function lossesOf({ support }: TargetFacts, counts: FeatureCounts): readonly Loss[] {
  return FEATURES.flatMap((feature) => {
    const posts = counts[feature] ?? 0;
    if (posts === 0 || support[feature] === "kept") return [];
    return [{ feature, support: supportText(support[feature]), posts }];
  });
}
