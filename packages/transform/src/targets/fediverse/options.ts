/** These exports have nothing to choose: their shape is what other programs expect. */
export type FediverseOptions = Readonly<Record<never, never>>;

/** JSON Schema of {@link FediverseOptions}. */
export const FEDIVERSE_OPTIONS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
} as const;
