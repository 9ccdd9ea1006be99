import type { RunOptions } from "@archive/schema";
import type { Entry } from "./container.js";

/** Passes an entry's bytes on, heeds the signal and tells the progress between chunks. */
export async function* withProgress(
  entry: Entry,
  bytes: AsyncIterable<Uint8Array>,
  run: RunOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { signal, onProgress } = run;
  const total = entry.size === undefined ? {} : { total: entry.size };
  let done = 0;
  signal?.throwIfAborted();
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    yield chunk;
    done += chunk.length;
    onProgress?.({ file: entry.path, bytes: done, ...total, items: 0 });
  }
  signal?.throwIfAborted();
}
