import type { BatchResult } from "./results.js";

/** What `batch --json` prints. */
export interface BatchDocument {
  readonly target: string;
  readonly out: string;
  /** Archives in the list, or in its part. */
  readonly archives: number;
  readonly done: number;
  readonly failed: number;
  /** Done by an earlier run. */
  readonly skipped: number;
  readonly posts: { readonly read: number; readonly written: number };
  readonly results: readonly BatchResult[];
}
