import type { CodeReport } from "@archive/schema";
import type { MergeReport } from "@archive/transform";

/** What `merge --json` prints. */
export interface MergeDocument extends MergeReport {
  /** In the order in which they were given. `other`: files in it that are no part of what is merged. */
  readonly archives: readonly { readonly path: string; readonly dialect: string; readonly other: number }[];
  readonly out: string;
  readonly diagnostics: readonly CodeReport[];
}
