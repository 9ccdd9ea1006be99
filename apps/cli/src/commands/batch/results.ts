import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** What became of one archive. One line of `batch.ndjson`. */
export interface BatchResult {
  readonly input: string;
  /** Path of the output below `--out`; `null` when none was made. */
  readonly output: string | null;
  readonly status: "done" | "failed";
  /** What `convert` ended with. */
  readonly exitCode: number;
  /** What went wrong, in one line; never a text of a post. */
  readonly error: string | null;
  readonly posts: { readonly read: number; readonly written: number } | null;
  /** Size and time of the archive when it was read, and what was asked for: if these are the same, so is the result. */
  readonly fingerprint: string;
  readonly seconds: number;
}

/** The results of earlier runs, by input; of several of one archive the last. A line that is cut is none. */
export function earlierResults(
  path: string,
): ReadonlyMap<string, Pick<BatchResult, "fingerprint" | "status">> {
  const results = new Map<string, Pick<BatchResult, "fingerprint" | "status">>();
  if (!existsSync(path)) return results;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const result = resultOf(line);
    if (result !== null) results.set(result.input, result);
  }
  return results;
}

/** Adds a result at the end: one write, so that a killed run leaves whole lines. */
export function appendResult(path: string, result: BatchResult): void {
  appendFileSync(path, `${JSON.stringify(result)}\n`);
}

function resultOf(line: string): Pick<BatchResult, "input" | "fingerprint" | "status"> | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return null;
    if (!("input" in value && "fingerprint" in value && "status" in value)) return null;
    const { input, fingerprint, status } = value;
    if (typeof input !== "string" || typeof fingerprint !== "string") return null;
    return { input, fingerprint, status: status === "done" ? "done" : "failed" };
  } catch {
    return null;
  }
}
