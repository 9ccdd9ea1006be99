import type { CodeReport } from "@archive/schema";
import type { CopyReport } from "@archive/transform";

/** What `extract --json` and `pack --json` print. */
export interface CopyDocument {
  readonly input: { readonly path: string; readonly container: string };
  readonly out: { readonly path: string; readonly container: "folder" | "zip" };
  readonly files: { readonly written: number; readonly bytes: number; readonly byPart: CopyReport["byPart"] };
  readonly leftOut: CopyReport["leftOut"];
  readonly diagnostics: readonly CodeReport[];
}
