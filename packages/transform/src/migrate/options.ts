import type { KitPosts } from "./kit-posts.js";
import type { MoveLosses } from "./losses.js";
import { MOVE_SOFTWARE, type MoveSoftware } from "./software.js";

/** What a person may say about their move. */
export interface MigrateOptions {
  readonly to: MoveSoftware;
  /** The day of the move, `YYYY-MM-DD`; the day of the export unless told. */
  readonly from?: string | undefined;
  /** `null` where the new software imports no posts. */
  readonly posts?: KitPosts | null | undefined;
  /** Told what comes along and what does not, as `losses.json` has it. */
  readonly onLosses?: ((losses: MoveLosses) => void) | undefined;
}

/**
 * JSON Schema of {@link MigrateOptions}, as far as it is data.
 *
 * @example
 * ```ts
 * import { MIGRATE_OPTIONS_SCHEMA } from "@archive/transform/migrate-kit";
 * MIGRATE_OPTIONS_SCHEMA.required; // ["to"]
 * ```
 */
export const MIGRATE_OPTIONS_SCHEMA: { readonly [keyword: string]: unknown } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["to"],
  properties: {
    to: { enum: MOVE_SOFTWARE, description: "The software of the new account's server." },
    from: { type: "string", format: "date", description: "The day of the move." },
  },
};
