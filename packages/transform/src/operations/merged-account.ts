import type { SourceCollection } from "../source.js";
import type { UnitedCounts } from "./merge-collections.js";
import type { MergedMedia } from "./merge-media.js";

/** What became of the exports of one account. */
export interface MergedAccount {
  /** `null` where no export says whose it is. */
  readonly id: string | null;
  readonly handle: string | null;
  /** Its folder in the merged archive, with a slash at its end; empty where it is the only account. */
  readonly folder: string;
  /** Oldest first. */
  readonly exports: readonly { readonly exportedAt: string | null; readonly items: number }[];
  /** Items: `read` is the sum of the others. */
  readonly items: {
    readonly read: number;
    /** In outbox.json: what the latest export has. */
    readonly current: number;
    /** In gone.json: what only earlier exports have. */
    readonly gone: number;
    /** In history.json: other versions of those. */
    readonly earlier: number;
    /** Equal to one of the others. */
    readonly same: number;
  };
  /** Earlier profiles that differ from the latest, in history.json. */
  readonly profiles: number;
  readonly collections: Readonly<Partial<Record<SourceCollection, Readonly<UnitedCounts>>>>;
  readonly media: MergedMedia;
}
