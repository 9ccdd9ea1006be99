import type { CodeReport, Visibility } from "@archive/schema";
import type { DiffReport, PostChange } from "@archive/transform";

/** A post that differs and that everybody may see. */
export interface ListedChange {
  readonly address: string;
  readonly kind: PostChange["kind"];
  readonly visibility: Visibility;
  readonly published: string | null;
}

/** What `diff --json` prints. */
export interface DiffDocument extends Omit<DiffReport, "older" | "newer"> {
  readonly older: { readonly path: string } & DiffReport["older"];
  readonly newer: { readonly path: string } & DiffReport["newer"];
  /** Public and unlisted posts only; up to `--max` of each. */
  readonly listed: Readonly<Record<PostChange["change"], readonly ListedChange[]>>;
  readonly diagnostics: readonly CodeReport[];
}
