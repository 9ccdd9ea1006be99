import { KIT_SERVERS, type KitServer } from "./servers.js";

/** What a person may say about their CSVs. */
export interface CsvKitOptions {
  /** The server they are for; unless told, there is a folder for each. */
  readonly server?: KitServer | undefined;
}

/**
 * JSON Schema of {@link CsvKitOptions}.
 *
 * @example
 * ```ts
 * import { CSV_KIT_OPTIONS_SCHEMA } from "@archive/transform/csv-kit";
 * CSV_KIT_OPTIONS_SCHEMA.type; // "object"
 * ```
 */
export const CSV_KIT_OPTIONS_SCHEMA: { readonly [keyword: string]: unknown } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    server: { enum: KIT_SERVERS, description: "The server they are for; else there is a folder for each." },
  },
};
