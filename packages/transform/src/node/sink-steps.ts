import type { EntryFile, EntrySink } from "../operations/entry-source.js";
import type { PutResult, RunManifest } from "../sinks/sink.js";
import { writing } from "./unwritable.js";

/** What a sink on the disk does at each of its calls, with what it builds. */
export interface SinkSteps<Build> {
  /** Opens what is built. When it throws, it has left nothing. */
  open(manifest: RunManifest): Build;
  /** Writes what stands before the first file. */
  head?(build: Build, manifest: RunManifest): Promise<void>;
  put(build: Build, file: EntryFile): Promise<PutResult>;
  /** The text of a file of the earlier output, where it is as that run wrote it. */
  earlier?(build: Build, path: string): string | null;
  /** Puts what was built in its place. */
  commit(build: Build): Promise<void> | void;
  /** Leaves nothing of what was built, whatever state it is in. */
  discard(build: Build): Promise<void> | void;
  /** The place that a failure to take a file is told of: the sink's own where it is not said. */
  placeOf?(file: EntryFile): string;
}

/**
 * A sink of its steps. It keeps their order: what is put or committed before `begin`, and a second `begin`, is misuse
 * and a `TypeError`. Errors of the operating system come out as `output/unwritable`.
 *
 * @param path The place of the output.
 */
export function sinkOfSteps<Build>(path: string, steps: SinkSteps<Build>): EntrySink {
  let current: { readonly build: Build } | null = null;

  function begun(): Build {
    if (current === null) throw new TypeError("The sink has not begun.");
    return current.build;
  }

  return {
    begin: (manifest) =>
      writing(path, async () => {
        if (current !== null) throw new TypeError("The sink has already begun.");
        current = { build: steps.open(manifest) };
        await steps.head?.(current.build, manifest);
      }),
    put: (file) => writing(steps.placeOf?.(file) ?? path, () => steps.put(begun(), file)),
    earlier: (file) => (current === null ? null : (steps.earlier?.(current.build, file) ?? null)),
    commit: () =>
      writing(path, async () => {
        await steps.commit(begun());
        current = null;
      }),
    async abort() {
      const left = current;
      current = null;
      if (left !== null) await steps.discard(left.build);
    },
  };
}
