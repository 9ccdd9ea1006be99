/** These exports have nothing to choose: their shape is what other programs expect. */
export type FediverseOptions = Readonly<Record<never, never>>;

/**
 * JSON Schema of {@link FediverseOptions}.
 *
 * @example
 * ```ts
 * import { FEDIVERSE_OPTIONS_SCHEMA } from "@archive/transform/fediverse";
 * FEDIVERSE_OPTIONS_SCHEMA.type; // "object"
 * ```
 */
export const FEDIVERSE_OPTIONS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
} as const;
