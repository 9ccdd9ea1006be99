/**
 * Who may see a post: what its addressing amounts to. `unknown` stands where an export says nothing or is
 * known to lie; everything treats it as `direct`.
 */
export type Visibility = "public" | "unlisted" | "followers" | "direct" | "unknown";

/**
 * All visibilities, widest first.
 *
 * @example
 * ```ts
 * import { VISIBILITIES } from "@archive/schema";
 * VISIBILITIES[0]; // "public"
 * ```
 */
export const VISIBILITIES: readonly Visibility[] = ["public", "unlisted", "followers", "unknown", "direct"];

/**
 * The narrower of two visibilities: the one fewer people may see.
 *
 * @example
 * ```ts
 * import { narrower } from "@archive/schema";
 * narrower("public", "followers"); // "followers"
 * ```
 */
export function narrower(a: Visibility, b: Visibility): Visibility {
  return VISIBILITIES.indexOf(a) >= VISIBILITIES.indexOf(b) ? a : b;
}
