export {
  READINGS,
  type Reading,
  SCHEMA_BASE,
  schemaId,
} from "../vocabulary/schema-address.js";

/** A JSON Schema 2020-12, as far as the generator writes it. */
export type JsonSchema = boolean | SchemaObject;

export interface SchemaObject {
  readonly [keyword: string]: unknown;
}

export const META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
