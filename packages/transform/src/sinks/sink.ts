import type { OutputFile } from "../targets/target.js";

/** What an output says of itself, so that the next run knows it again. */
export interface RunManifest {
  /** `ap-archive`, or the program that uses the library. */
  readonly tool: string;
  readonly version: string;
  /** What made it: `convert html`. A sink replaces only outputs of the same command. */
  readonly command: string;
}

/** What became of one file. */
export type PutResult = "written" | "unchanged" | "kept-edited";

/**
 * Where an output goes. It appears whole, at `commit`, or not at all: everything before is built beside it.
 */
export interface Sink {
  begin(manifest: RunManifest): Promise<void>;
  put(file: OutputFile): Promise<PutResult>;
  /**
   * The text of a file of the earlier output as that run wrote it; `null` where it is not, or not as it was. For sinks
   * that know earlier outputs, between `begin` and `commit`.
   */
  earlier?(path: string): string | null;
  commit(): Promise<void>;
  /** Removes what was built; safe to call at any time, also twice. */
  abort(): Promise<void>;
}
