import type { Diagnostic } from "./diagnostic/diagnostic.js";

/** How far a long call is. */
export interface Progress {
  /** The entry being read or the file being written. */
  readonly file: string;
  /** Bytes of it done so far. */
  readonly bytes: number;
  /** Its whole size in bytes, where that is known. */
  readonly total?: number;
  /** Items (activities, posts, files) done so far. */
  readonly items: number;
}

/** What every long call takes: a way to stop it, and to hear what it finds and how far it is. */
export interface RunOptions {
  /** Aborting it rejects the call with the signal's reason; open files are closed. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each finding. It should not throw. */
  readonly onDiagnostic?: ((diagnostic: Diagnostic) => void) | undefined;
  /** Called now and then, at most a few times per 256 KiB. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}
