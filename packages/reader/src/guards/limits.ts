/** How much of a container is read before it counts as hostile. Real exports stay far below each. */
export interface Limits {
  /** Entries listed; what follows is left out. Each costs a few hundred bytes of memory. */
  readonly maxEntries: number;
  /** Characters in a normalised path. Windows stops at 260, Linux at 4096; servers write fewer than 100. */
  readonly maxPathLength: number;
  /** Bytes of a zip's directory; a larger one is not loaded, the entries are then found one by one. */
  readonly maxDirectoryBytes: number;
  /** Unpacked bytes of one entry; reading stops there. */
  readonly maxEntryBytes: number;
  /**
   * Unpacked bytes per packed byte of one deflated entry, or of a whole gzip stream. Deflate itself can't
   * exceed 1032; JSON of exports reaches 20.
   */
  readonly maxRatio: number;
  /** Unpacked bytes up to which any ratio is fine: small files may be as repetitive as they like. */
  readonly ratioFreeBytes: number;
  /** Unpacked bytes of all entries together; reading stops there. */
  readonly maxTotalBytes: number;
  /** Unpacked bytes of all entries together up to which any ratio is fine. */
  readonly totalFreeBytes: number;
}

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/**
 * The limits that hold unless others are given.
 *
 * @example
 * ```ts
 * import { DEFAULT_LIMITS, openContainer } from "@archive/reader";
 * const limits = { maxEntries: DEFAULT_LIMITS.maxEntries / 10 };
 * await using container = await openContainer("archive.zip", { limits });
 * ```
 */
export const DEFAULT_LIMITS: Limits = {
  maxEntries: 1_000_000,
  maxPathLength: 1024,
  maxDirectoryBytes: 512 * MIB,
  maxEntryBytes: 256 * GIB,
  maxRatio: 250,
  ratioFreeBytes: 64 * MIB,
  maxTotalBytes: 4096 * GIB,
  totalFreeBytes: GIB,
};

/** What the ratio allows; without one, anything. */
export function bytesByRatio({ maxRatio }: Limits, packed: number): number {
  return maxRatio === Number.POSITIVE_INFINITY ? maxRatio : Math.floor(packed * maxRatio);
}

/** How many bytes so many packed ones may unpack to; reading stops there. */
export function mostBytes(limits: Limits, packed: number): number {
  return Math.min(limits.maxEntryBytes, Math.max(limits.ratioFreeBytes, bytesByRatio(limits, packed)));
}
