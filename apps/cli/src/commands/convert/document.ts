import type { CodeReport, Visibility } from "@archive/schema";
import type { LeftOutReason, OutputReport } from "@archive/transform";
import type { Loss } from "./losses.js";

/** What `convert --json` prints. */
export interface ConvertDocument {
  readonly archive: { readonly path: string; readonly container: string; readonly dialect: string };
  readonly target: string;
  readonly out: {
    readonly path: string;
    readonly container: "folder" | "zip" | "tar";
    /** The page to open first; inside the container when that is a file. */
    readonly index: string | null;
  };
  readonly posts: {
    readonly read: number;
    readonly written: number;
    readonly leftOut: Readonly<Record<LeftOutReason, number>>;
    readonly byVisibility: Readonly<Record<Visibility, number>>;
  };
  readonly lost: readonly Loss[];
  readonly media: { readonly copied: number; readonly missing: number };
  readonly files: OutputReport;
  readonly diagnostics: readonly CodeReport[];
}
