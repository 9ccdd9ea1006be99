import type { CodeReport } from "@archive/schema";
import type { AuditReport } from "@archive/transform";

/** What `audit --json` prints. */
export interface AuditDocument extends AuditReport {
  readonly archive: { readonly path: string; readonly exportedAt: string | null };
  /** Keys, addresses and the like that the archive holds, by code. */
  readonly secrets: Readonly<Record<string, number>>;
  /** Up to `--max` of each; posts only where everybody may see them. */
  readonly listed: {
    readonly altTextMissing: readonly { readonly address: string; readonly year: string }[];
    readonly linkToServer: readonly string[];
    readonly mediaOnServer: readonly string[];
    readonly filesWithPlace: readonly string[];
    readonly filesWithMetadata: readonly string[];
  };
  readonly diagnostics: readonly CodeReport[];
}
