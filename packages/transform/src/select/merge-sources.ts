import { type Activity, classifyItem, idOf, type RunOptions, timestampOf } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import type { ArchiveSource, LaterState, SourceItem, SourceMedia } from "../source.js";

/** More exports of one account than anybody makes; what is kept of an id is one byte. */
const MOST_EXPORTS = 250;

/** One archive of a merged source. */
export interface MergedExport {
  readonly source: ArchiveSource;
  /** When it was made, else the date of its latest post; `null` without either. UTC, ISO 8601. */
  readonly date: string | null;
}

/** Several exports of one account as one archive. */
export interface MergedSource extends ArchiveSource {
  /** Oldest first. */
  readonly exports: readonly MergedExport[];
}

/**
 * Puts several exports of one account together. What the latest export has is the account; of what only earlier ones
 * have, each item carries {@link SourceItem.later}: it is gone since then, or an earlier version. The order in which
 * the archives are given makes no difference.
 *
 * Reads each outbox once, to learn which export has which post; that takes 16 bytes a post. Exports of the same
 * date are of the same age: neither tells that a post of the other is gone.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { mergeSources } from "@archive/transform";
 *
 * await using older = await openArchive("2024.zip");
 * await using newer = await openArchive("2025.zip");
 * const merged = await mergeSources([older, newer]);
 * for await (const { later } of merged.outbox()) if (later?.state === "gone") process.stdout.write("gone\n");
 * ```
 */
export async function mergeSources(
  sources: readonly ArchiveSource[],
  run: RunOptions = {},
): Promise<MergedSource> {
  if (sources.length === 0 || sources.length > MOST_EXPORTS)
    throw new RangeError(`1 to ${MOST_EXPORTS} archives can be merged, not ${sources.length}`);
  const silent: RunOptions = { signal: run.signal };
  const dated: DatedExport[] = [];
  for (const source of sources) dated.push(await dateOf(source, silent));
  const exports = dated.sort(oldestFirst);
  const ranks = ranksOf(exports);
  const latest = new IdIndex();
  for (const [at, { source }] of exports.entries()) {
    // Oldest first: what stays beside an id is the rank of the latest export that has it.
    for await (const item of source.outbox(silent)) latest.set(identityOf(item), (ranks[at] ?? 0) + 1);
  }
  return mergedSource(exports, ranks, latest);
}

interface DatedExport extends MergedExport {
  /** Date of the latest post; orders exports of the same date. */
  readonly last: string;
}

async function dateOf(source: ArchiveSource, run: RunOptions): Promise<DatedExport> {
  const { exportedAt } = source.info;
  let last = "";
  if (exportedAt === null) {
    for await (const { value } of source.outbox(run)) {
      const iso = timestampOf(value.published)?.iso;
      if (iso !== undefined && iso > last) last = iso;
    }
  }
  return { source, last, date: timestampOf(exportedAt)?.iso ?? (last === "" ? null : last) };
}

function oldestFirst(a: DatedExport, b: DatedExport): number {
  const [one, other] = [a.date ?? "", b.date ?? ""];
  if (one !== other) return one < other ? -1 : 1;
  return a.source.info.bytes - b.source.info.bytes;
}

/** The age of each export; those of the same date have the same. */
function ranksOf(exports: readonly DatedExport[]): readonly number[] {
  let rank = 0;
  return exports.map(({ date }, at) => {
    if (at > 0 && date !== exports[at - 1]?.date) rank += 1;
    return rank;
  });
}

/** What tells one item from another in all exports: the id of its post, its own, or all it says. */
export function identityOf(item: SourceItem<Activity>): string {
  const kind = classifyItem(item.value);
  const id = kind.kind === "post" || kind.kind === "boost" ? kind.id : idOf(item.value);
  return id ?? JSON.stringify(item.raw);
}

function mergedSource(
  exports: readonly DatedExport[],
  ranks: readonly number[],
  latest: IdIndex,
): MergedSource {
  const newestFirst = exports.map((each, at) => ({ ...each, rank: ranks[at] ?? 0 })).reverse();
  const newest = newestFirst[0]?.source;
  if (newest === undefined) throw new RangeError("No archive to merge");
  const lastRank = newestFirst[0]?.rank ?? 0;
  const sinceOf = (rank: number): string => exports[ranks.indexOf(rank + 1)]?.date ?? "";
  const laterOf = (identity: string, rank: number): LaterState | null => {
    const last = latest.get(identity) - 1;
    if (last > rank) return { state: "superseded" };
    return last < lastRank ? { state: "gone", since: sinceOf(last) } : null;
  };
  /** Which export a file was resolved to: a path alone does not tell. */
  const owners = new Map<string, ArchiveSource>();
  const { info } = newest;
  return {
    exports: exports.map(({ source, date }) => ({ source, date })),
    info: { ...info, bytes: exports.reduce((sum, { source }) => sum + source.info.bytes, 0) },
    has: new Set(exports.flatMap(({ source }) => [...source.has])),
    async actor(run) {
      for (const { source } of newestFirst) {
        const actor = await source.actor(run);
        if (actor !== null) return actor;
      }
      return null;
    },
    async *outbox(run) {
      for (const { source, rank } of newestFirst) {
        for await (const item of source.outbox(run)) {
          const later = laterOf(identityOf(item), rank);
          yield later === null ? item : { ...item, later };
        }
      }
      for (const { source } of newestFirst) {
        // What an outbox of one of the exports has is told of above; this is an earlier version of it.
        for await (const item of source.earlier?.(run) ?? [])
          yield latest.has(identityOf(item)) ? { ...item, later: { state: "superseded" } } : item;
      }
    },
    declaredTotal: () => Promise.resolve(null),
    async *collection(name, run) {
      // What is in a list is what the latest export that has the list says.
      const source = newestFirst.find((each) => each.source.has.has(name))?.source;
      if (source !== undefined) yield* source.collection(name, run);
    },
    async *media(run) {
      const seen = new Set<string>();
      for (const { source } of newestFirst) {
        for await (const file of source.media(run)) {
          if (seen.has(file.path)) continue;
          seen.add(file.path);
          if (!owners.has(file.path)) owners.set(file.path, source);
          yield file;
        }
      }
    },
    resolveMedia(url) {
      let empty: SourceMedia | null = null;
      for (const { source } of newestFirst) {
        const file = source.resolveMedia(url);
        if (file === null) continue;
        if (file.size === 0) empty ??= file;
        else {
          if (!owners.has(file.path)) owners.set(file.path, source);
          return file;
        }
      }
      return empty;
    },
    async *readMedia(files, run) {
      for (const { source } of newestFirst) {
        const own = files.filter((file) => (owners.get(file.path) ?? newest) === source);
        if (own.length > 0) yield* source.readMedia(own, run);
      }
    },
  };
}
