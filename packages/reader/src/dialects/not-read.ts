import { type Diagnostic, diagnostic } from "@archive/schema";
import type { Entry } from "../containers/container.js";

/** Tells of the keys of a document that are not read, as far as there is anything in them. */
export function reportNotRead(
  entry: Entry,
  keys: Iterable<readonly [key: string, value: unknown]>,
  report: (found: Diagnostic) => void,
): void {
  for (const [key, value] of keys) {
    if (isEmpty(value)) continue;
    report(diagnostic("archive/not-read", { file: entry.path, pointer: `/${key}`, offset: 0 }));
  }
}

/** Tells of files that are not read. */
export function reportFilesNotRead(entries: readonly Entry[], report: (found: Diagnostic) => void): void {
  for (const { path } of entries) report(diagnostic("archive/not-read", { file: path }));
}

/** Empty lists and objects say nothing, as `null` and `false` do. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
