import { collectBytes, isStream, sameBytes, toBytes } from "./content.js";
import { type OutputPaths, outputPaths } from "./safe-path.js";
import type { Sink } from "./sink.js";

/** A sink that keeps its output in memory. */
export interface MemorySink extends Sink {
  /** The committed output, path to bytes, in the order in which it was written; empty before the first commit. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * A sink for browsers and tests: the output is a map from path to bytes.
 *
 * It keeps the promise of every sink: `files` changes at `commit`, whole, and not at all after `abort`.
 *
 * @example
 * ```ts
 * import { memorySink } from "@archive/transform";
 * const sink = memorySink();
 * await sink.begin({ tool: "example", version: "1.0.0", command: "notes" });
 * await sink.put({ path: "hello.txt", content: "Hello" });
 * await sink.commit();
 * sink.files.get("hello.txt")?.length; // 5
 * ```
 */
export function memorySink(): MemorySink {
  const files = new Map<string, Uint8Array>();
  let build: { readonly files: Map<string, Uint8Array>; readonly paths: OutputPaths } | null = null;

  return {
    files,
    async begin() {
      if (build !== null) throw new TypeError("The sink has already begun.");
      build = { files: new Map(), paths: outputPaths() };
    },
    async put(file) {
      if (build === null) throw new TypeError("The sink has not begun.");
      const path = build.paths.add(file.path);
      const bytes = isStream(file.content) ? await collectBytes(file.content) : toBytes(file.content);
      build.files.set(path, bytes);
      const earlier = files.get(path);
      return earlier !== undefined && sameBytes(earlier, bytes) ? "unchanged" : "written";
    },
    async commit() {
      if (build === null) throw new TypeError("The sink has not begun.");
      files.clear();
      for (const [path, bytes] of build.files) files.set(path, bytes);
      build = null;
    },
    async abort() {
      build = null;
    },
  };
}
