import type { CodeReport, DiagnosticCode } from "@archive/schema";
import { EXIT } from "./exit.js";

/** Findings that mean that something of what was selected, or of a damaged container, is not in the output. */
const LOST: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "output/item-failed",
  "entry/truncated",
  "entry/damaged",
  "tar/truncated",
  "json/truncated",
]);

/** Findings that mean that a file of a container is not in a copy of it. */
const NOT_COPIED: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  ...LOST,
  "archive/too-many-entries",
  "archive/too-large",
  "entry/unsafe-path",
  "entry/drive-path",
  "entry/control-name",
  "entry/device-name",
  "entry/name-too-long",
  "entry/unwritable-name",
  "entry/link",
  "entry/encrypted",
  "entry/unsupported",
  "entry/unreadable",
  "entry/too-large",
  "entry/overlapping",
]);

/** What a run that writes ends with, told by what it found; a copy (`extract`, `pack`) is to be whole. */
export function exitAfterWriting(found: readonly CodeReport[], output: "made" | "copied"): number {
  const lost = output === "copied" ? NOT_COPIED : LOST;
  return found.some(({ code }) => lost.has(code)) ? EXIT.findings : EXIT.done;
}
