/** What is too much in one document. No server writes as much; hostile documents do, to exhaust time or stack. */
export interface JsonLdLimits {
  /** Entries of one `@context` array. */
  readonly maxContexts: number;
  /** JSON values inside one `@context`. */
  readonly maxContextValues: number;
  /** Objects and arrays inside one another. */
  readonly maxDepth: number;
  /** JSON values in the whole document. */
  readonly maxValues: number;
}

/**
 * The limits that hold unless others are given.
 *
 * @example
 * ```ts
 * import { createJsonLd, JSONLD_LIMITS } from "@archive/schema/jsonld";
 * const strict = createJsonLd({ limits: { ...JSONLD_LIMITS, maxDepth: 16 } });
 * ```
 */
export const JSONLD_LIMITS: JsonLdLimits = {
  maxContexts: 20,
  maxContextValues: 5_000,
  maxDepth: 100,
  maxValues: 1_000_000,
};
