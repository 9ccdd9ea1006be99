import type { RunOptions } from "@archive/schema";
import type { Feature } from "../post/features.js";
import type { PublishedPost } from "../post/post.js";
import type { Selection } from "../select/selection.js";
import type { OutputFile } from "../targets/target.js";
import type { MoveLosses } from "./losses.js";
import { MOVE_SOFTWARE, type MoveSoftware } from "./software.js";

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

/** What a person may say about their move. */
export interface MigrateOptions {
  readonly to: MoveSoftware;
  /** The day of the move, `YYYY-MM-DD`; the day of the export unless told. */
  readonly from?: string | undefined;
  /** `null` where the new software imports no posts. */
  readonly posts?: KitPosts | null | undefined;
  /** Told what comes along and what does not, as `losses.json` has it. */
  readonly onLosses?: ((losses: MoveLosses) => void) | undefined;
}

/** JSON Schema of {@link MigrateOptions}, as far as it is data. */
export const MIGRATE_OPTIONS_SCHEMA: { readonly [keyword: string]: unknown } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["to"],
  properties: {
    to: { enum: MOVE_SOFTWARE, description: "The software of the new account's server." },
    from: { type: "string", format: "date", description: "The day of the move." },
  },
};
