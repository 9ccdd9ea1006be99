import type { CodeReport } from "@archive/schema";
import type { LeftOutReason, OutputReport } from "@archive/transform";
import type { MoveLosses } from "@archive/transform/migrate-kit";

/** What `migrate --json` prints. */
export interface MigrateDocument {
  readonly archives: readonly {
    readonly path: string;
    readonly container: string;
    readonly dialect: string;
  }[];
  readonly out: {
    readonly path: string;
    readonly container: "folder" | "zip" | "tar";
    /** The checklist; inside the container when that is a file. */
    readonly index: string;
  };
  readonly posts: { readonly read: number; readonly leftOut: Readonly<Record<LeftOutReason, number>> };
  /** As `losses.json` in the kit has it. */
  readonly losses: MoveLosses;
  readonly files: OutputReport;
  readonly diagnostics: readonly CodeReport[];
}
