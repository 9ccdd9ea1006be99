import type { RunOptions } from "@archive/schema";
import type { Feature } from "../post/features.js";
import type { PublishedPost } from "../post/post.js";
import type { Selection } from "../select/selection.js";
import type { OutputFile } from "../targets/target.js";

/** The posts of a kit: what `DESTINATIONS[to].posts` names, with its options filled in. */
export interface KitPosts {
  render(selection: Selection, run: RunOptions): AsyncIterable<OutputFile>;
  /** As the target's own `accepts`; takes every post unless given. */
  accepts?(post: PublishedPost, selection: Selection): string | null;
  /** Features that don't come along whole, and how many posts have them. */
  readonly lost: readonly { readonly feature: Feature; readonly support: string; readonly posts: number }[];
  /** Posts that are left out, by the reason the target gives. */
  readonly refused: readonly { readonly reason: string; readonly posts: number }[];
}
