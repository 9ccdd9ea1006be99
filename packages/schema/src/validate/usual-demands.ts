import type { ResolvedProfile } from "../profiles/resolve.js";

/** What stands in attachments and tags may have demands of its own. */
export type Asked = "" | "attachment/" | "tag/";

/** The keys that a profile demands, as bits of one number. */
export interface DemandedKeys {
  readonly byKey: ReadonlyMap<string, number>;
  /** The bits of the keys that have to be there, by type; there is one for each place that is asked. */
  readonly demands: Readonly<Record<Asked, ReadonlyMap<string, number>>>;
}

/** More marks than these do not fit into one number; then every item is looked at closely. */
const MOST_MARKS = 30;

/** Gives each key that a profile demands a bit of its own; `null` where there are too many. */
export function demandedKeys({ required }: ResolvedProfile): DemandedKeys | null {
  const byKey = new Map<string, number>();
  for (const key of Object.values(required).flat()) {
    if (!byKey.has(key)) byKey.set(key, 1 << byKey.size);
  }
  if (byKey.size > MOST_MARKS) return null;
  const sum = (keys: readonly string[] = []): number =>
    keys.reduce((marks, key) => marks | (byKey.get(key) ?? 0), 0);
  const everywhere = sum(required["*"]);
  const types = new Set(["*", ...Object.keys(required).map((key) => key.slice(key.indexOf("/") + 1))]);
  const demandsAt = (place: Asked): ReadonlyMap<string, number> =>
    new Map(
      [...types].map((type) => [type, everywhere | sum(required[`${place}${type}`] ?? required[type])]),
    );
  return {
    byKey,
    demands: { "": demandsAt(""), "attachment/": demandsAt("attachment/"), "tag/": demandsAt("tag/") },
  };
}
