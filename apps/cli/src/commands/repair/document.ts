import type { CodeReport } from "@archive/schema";
import type { RepairChange, RepairReport } from "@archive/transform";

/** What `repair --json` prints. */
export interface RepairDocument {
  readonly input: { readonly path: string; readonly container: string };
  /** `null` with `--dry-run`. */
  readonly out: { readonly path: string; readonly container: "folder" | "zip" } | null;
  /** Changes by what was wrong. */
  readonly changed: RepairReport["changed"];
  /** Each change, up to `--max`. */
  readonly changes: readonly RepairChange[];
  /** What stays wrong or is lost. */
  readonly unrepaired: RepairReport["unrepaired"];
  readonly files: { readonly written: number; readonly bytes: number };
  readonly leftOut: RepairReport["files"]["leftOut"];
  readonly diagnostics: readonly CodeReport[];
}
