import { DEFAULT_LIMITS, type Limits } from "./limits.js";

/**
 * What protects whoever opens an archive of somebody else's. All are on unless switched off by name; each says what
 * switching it off does, and which diagnostic tells that it held. How much is too much is in {@link Limits}.
 *
 * No guard that is off lets `extract` write outside its target: names are confined there once more.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * await using archive = await openArchive("archive.zip", { guards: { ratio: false, totalSize: false } });
 * ```
 */
export interface Guards {
  /** Names with `..` are left out: `entry/unsafe-path`. Off: resolved, never above the archive's root. */
  readonly parentNames: boolean;
  /** Names that begin with a drive letter, at a root or not, are left out: `entry/drive-path`. Off: it is taken off. */
  readonly driveNames: boolean;
  /** Names with NUL or other control characters are left out: `entry/control-name`. Off: they are read as U+FFFD. */
  readonly controlNames: boolean;
  /** Names that Windows takes for devices are left out: `entry/device-name`. Off: kept as they are. */
  readonly deviceNames: boolean;
  /** Names above `maxPathLength` are left out: `entry/name-too-long`. Off: of any length. */
  readonly longNames: boolean;
  /** Backslashes, always read as separators, are reported: `entry/backslash`. Off: not a word. */
  readonly backslashes: boolean;
  /**
   * Links, devices and sockets are left out: `entry/link`. Off: a link in a zip is a file with the target as its
   * content, which is never followed; those of a tar, which have no content, and of a folder are left out all the same.
   */
  readonly links: boolean;
  /** Of two entries of one name the last counts, and it is reported: `entry/duplicate`. Off: not a word. */
  readonly duplicateNames: boolean;
  /** Names that differ only in case or in how accents are written are reported: `entry/case-collision`. Off: not a word. */
  readonly collidingNames: boolean;
  /** Of zip entries that share packed bytes all but the first are left out: `entry/overlapping`. Off: all are read. */
  readonly overlaps: boolean;
  /** An entry is read no further than `maxRatio` allows: `entry/too-large`. Off: at any ratio. */
  readonly ratio: boolean;
  /** An entry is read no further than `maxEntryBytes`: `entry/too-large`. Off: to its end. */
  readonly entrySize: boolean;
  /** All entries together are read no further than `maxTotalBytes` and `maxRatio` allow: `archive/too-large`. Off: to their ends. */
  readonly totalSize: boolean;
  /** No more than `maxEntries` are listed: `archive/too-many-entries`. Off: all, each at a few hundred bytes of memory. */
  readonly entryCount: boolean;
  /** Larger items than `maxItemBytes` are left out: `json/item-too-large`. Off: up to 256 MiB, all of it in memory. */
  readonly itemSize: boolean;
  /** Items nested deeper than `maxDepth` are left out: `json/too-deep`. Off: down to 4096 levels. */
  readonly nesting: boolean;
  /** Keys called `__proto__` are taken out of items at any depth: `json/proto-key`. Off: they stay, as keys like others. */
  readonly protoKeys: boolean;
}

/**
 * All of them.
 *
 * @example
 * ```ts
 * import { DEFAULT_GUARDS } from "@archive/reader";
 * Object.keys(DEFAULT_GUARDS); // ["parentNames", "driveNames", …]
 * ```
 */
export const DEFAULT_GUARDS: Guards = {
  parentNames: true,
  driveNames: true,
  controlNames: true,
  deviceNames: true,
  longNames: true,
  backslashes: true,
  links: true,
  duplicateNames: true,
  collidingNames: true,
  overlaps: true,
  ratio: true,
  entrySize: true,
  totalSize: true,
  entryCount: true,
  itemSize: true,
  nesting: true,
  protoKeys: true,
};

/** The limits that hold, with the guards that are no limits. */
export interface GuardedLimits extends Limits {
  readonly guards: Guards;
}

/** How a container is to be guarded. */
export interface GuardOptions {
  readonly limits?: Partial<Limits> | undefined;
  readonly guards?: Partial<Guards> | undefined;
}

const NONE = Number.POSITIVE_INFINITY;

/** The limits of a container: the defaults, those given, and none where a guard is off. */
export function guardedLimits(options: GuardOptions = {}): GuardedLimits {
  const guards = { ...DEFAULT_GUARDS, ...options.guards };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  return {
    ...limits,
    guards,
    ...(!guards.longNames && { maxPathLength: NONE }),
    ...(!guards.ratio && { maxRatio: NONE }),
    ...(!guards.entrySize && { maxEntryBytes: NONE }),
    ...(!guards.entryCount && { maxEntries: NONE }),
  };
}

/** Not more than V8 makes a string of. */
const LARGEST_ITEM = 256 * 2 ** 20;
/** Half of what `JSON.parse` and those who walk the result can bear. */
const DEEPEST = 4096;

/** The bounds of items where guards are off; nothing where they hold. */
export function unguardedReading(guards: Partial<Guards> | undefined): {
  readonly maxItemBytes?: number;
  readonly maxDepth?: number;
} {
  return {
    ...(guards?.itemSize === false && { maxItemBytes: LARGEST_ITEM }),
    ...(guards?.nesting === false && { maxDepth: DEEPEST }),
  };
}
