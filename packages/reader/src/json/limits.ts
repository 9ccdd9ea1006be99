/** The bounds within which a JSON document is read; see {@link JSON_LIMITS} for what they are unless told. */
export interface JsonLimits {
  /** Largest element of a list, in bytes. */
  readonly maxItemBytes: number;
  /** Deepest nesting of arrays and objects inside one element. */
  readonly maxDepth: number;
  /** Largest value of the envelope (all that stands beside the list) that is parsed, in bytes. */
  readonly maxMemberBytes: number;
  /**
   * How much may be read again, in all, in the search for whole items behind broken ones. An export with
   * thousands of broken items stays far below it; a file made to be slow ends here, with a diagnostic.
   */
  readonly maxRereadBytes: number;
  /**
   * Keys called `__proto__` are taken out of elements at any depth and reported. `JSON.parse` makes plain keys of
   * them, but whoever copies one by assignment changes what the copy inherits from.
   */
  readonly protoKeys: boolean;
}

/**
 * Far above what any server writes, and far below what would exhaust memory or a call stack.
 *
 * @example
 * ```ts
 * import { JSON_LIMITS, openArchive } from "@archive/reader";
 * await using archive = await openArchive("archive.zip", { maxItemBytes: JSON_LIMITS.maxItemBytes * 4 });
 * ```
 */
export const JSON_LIMITS: JsonLimits = {
  maxItemBytes: 16 * 1024 * 1024,
  maxDepth: 256,
  maxMemberBytes: 256 * 1024,
  maxRereadBytes: 2 * 1024 * 1024 * 1024,
  protoKeys: true,
};

/** From this size on an open element is searched for items it may have swallowed because a bracket is missing. */
export const SUSPICIOUS_ITEM_BYTES: number = 64 * 1024;
