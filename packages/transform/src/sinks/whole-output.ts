import type { RunOptions } from "@archive/schema";
import type { RunManifest, Sink } from "./sink.js";

/**
 * Puts an output into a sink: whole, or not at all. When anything fails, also when the signal is aborted, the sink is
 * aborted and the error is thrown on.
 *
 * @param put Puts all of its files.
 */
export async function wholeOutput(
  sink: Omit<Sink, "put">,
  manifest: RunManifest,
  { signal }: Pick<RunOptions, "signal">,
  put: () => Promise<void>,
): Promise<void> {
  try {
    signal?.throwIfAborted();
    await sink.begin(manifest);
    await put();
    signal?.throwIfAborted();
    await sink.commit();
  } catch (error) {
    // The first error is the one that tells what happened.
    await sink.abort().catch(() => undefined);
    throw error;
  }
}
