import type { RunOptions } from "@archive/schema";
import { ownerOf } from "../select/origins.js";
import type { RunManifest } from "../sinks/sink.js";
import { wholeOutput } from "../sinks/whole-output.js";
import type { ArchiveSource } from "../source.js";
import type { EntrySink } from "./entry-source.js";
import { AccountMerge, type PutFile } from "./merge-account.js";
import type { MergedAccount } from "./merged-account.js";

/** Where the merged archive goes. */
export interface MergeJob {
  readonly sink: EntrySink;
  readonly manifest: RunManifest;
}

/** What a merge read and wrote. */
export interface MergeReport {
  readonly accounts: readonly MergedAccount[];
  readonly files: number;
}

/**
 * Puts several exports into one archive: of one account over time, or of several accounts, each in a folder of its own.
 *
 * Nothing is left out. `outbox.json` is what the latest export has; posts that only earlier ones have stand in
 * `gone.json`, as `{ "goneSince", "item" }`, earlier versions in `history.json`, as `{ "item" }`, and there earlier
 * profiles too, as `Update` activities. The reader gives them back (`Archive.earlier`), so that `select` and another
 * merge go on from there. Media of the same content are written once, lists are united. Secrets that the reader takes
 * out stay out; numbers of likes and boosts, and the lists of replies, are those of the latest export.
 *
 * The same archives give the same bytes, in whichever order they are given. Reads each outbox five times, in constant
 * memory but for 49 bytes an item and the names of media files.
 *
 * @throws ArchiveError `output/…` when it can't be written; then nothing of it stays.
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { merge } from "@archive/transform";
 * import { exactZipSink } from "@archive/transform/node";
 *
 * await using older = await openArchive("2024.zip");
 * await using newer = await openArchive("2025.zip");
 * const manifest = { tool: "example", version: "1.0.0", command: "merge" };
 * const { accounts } = await merge([older, newer], { sink: exactZipSink("all.zip"), manifest });
 * ```
 */
export async function merge(
  sources: readonly ArchiveSource[],
  { sink, manifest }: MergeJob,
  run: RunOptions = {},
): Promise<MergeReport> {
  const groups = new Map<string, ArchiveSource[]>();
  for (const source of sources) {
    const id = await ownerOf(source, { signal: run.signal });
    groups.set(id, [...(groups.get(id) ?? []), source]);
  }
  const accounts: MergedAccount[] = [];
  let files = 0;
  const put: PutFile = async (path, content, size) => {
    run.signal?.throwIfAborted();
    await sink.put({ path, content, size });
    files += 1;
  };
  await wholeOutput(sink, manifest, run, async () => {
    for (const [id, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const account = await AccountMerge.of(id === "" ? null : id, group, groups.size > 1, run);
      accounts.push(await account.write(put, run));
    }
  });
  return { accounts, files };
}
