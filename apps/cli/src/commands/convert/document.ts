import type { CodeReport, Visibility } from "@archive/schema";
import type { LeftOutReason, OutputReport } from "@archive/transform";
import type { Loss, Refusal } from "./losses.js";
import type { MediaCounts } from "./media-counts.js";

/** What `convert --json` prints. */
export interface ConvertDocument {
  readonly archives: readonly {
    readonly path: string;
    readonly container: string;
    readonly dialect: string;
  }[];
  readonly target: string;
  readonly out: {
    readonly path: string;
    readonly container: "folder" | "zip" | "tar" | "file";
    /** The page to open first; inside the container when that is a file. */
    readonly index: string | null;
  };
  readonly posts: {
    readonly read: number;
    readonly written: number;
    readonly leftOut: Readonly<Record<LeftOutReason, number>>;
    /** Selected, and left out by the format for reasons of its own. */
    readonly refused: readonly Refusal[];
    /** Of what was written. */
    readonly byVisibility: Readonly<Record<Visibility, number>>;
  };
  readonly lost: readonly Loss[];
  readonly media: MediaCounts;
  readonly files: OutputReport;
  readonly diagnostics: readonly CodeReport[];
}
