import { ArchiveError } from "@archive/schema";
import type { Answer, OnProgress } from "../protocol.js";

/** Runs something and says how it ended. */
export async function answer<T>(signal: AbortSignal | undefined, run: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { outcome: "done", value: await run() };
  } catch (error) {
    if (signal?.aborted === true) return { outcome: "cancelled" };
    if (error instanceof ArchiveError) {
      const { code, message, hint } = error;
      return { outcome: "failed", failure: { code, message, hint } };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: "failed", failure: { code: null, message, hint: "" } };
  }
}

const TELL_AFTER = 120;

/** Passes progress on a few times a second: each message costs both threads something. */
export function seldom(onProgress: OnProgress): OnProgress {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < TELL_AFTER) return;
    last = now;
    onProgress(progress);
  };
}

const LONGEST_TURN = 40;

/** Lets messages from the page in between, such as a wish to stop: promises alone never do. */
export function turns(signal: AbortSignal | undefined): () => Promise<void> {
  let turn = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - turn < LONGEST_TURN) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    turn = performance.now();
    signal?.throwIfAborted();
  };
}
