import { META_SCHEMA, SCHEMA_BASE, type SchemaObject } from "./json-schema.js";

const DEMANDS = {
  schemas: {
    description: "The schema for each kind of object, or null for none.",
    type: "object",
    propertyNames: { enum: ["item", "actor", "outbox", "collection", "document"] },
    additionalProperties: { enum: ["as2/document", "wild/document", null] },
  },
  rules: {
    description: "Severities by diagnostic code, where they differ from the usual ones.",
    type: "object",
    propertyNames: { pattern: "^[a-z0-9]+/[a-z0-9-]+$" },
    additionalProperties: { enum: ["error", "warning", "info", "off"] },
  },
  required: {
    description:
      "Keys that have to be there, by type; `*` is every type. `attachment/Video` and the like: in place of what holds elsewhere.",
    type: "object",
    additionalProperties: { type: "array", items: { type: "string" } },
  },
};

/** The JSON Schema of a profile in a file. */
export const PROFILE_SCHEMA: SchemaObject = {
  $schema: META_SCHEMA,
  $id: `${SCHEMA_BASE}profile.schema.json`,
  title: "A profile",
  description: "What is demanded of documents in one setting: schemas, and severities of findings.",
  examples: [{ name: "ours", extends: "wild", rules: { "as2/invalid-date": "error" } }],
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    name: { description: "How it is called in reports.", type: "string", pattern: "^[^\\u0000-\\u001f]+$" },
    title: { type: "string" },
    extends: { description: "The built-in profile it is built on.", type: "string" },
    ...DEMANDS,
    eras: {
      description: "What holds in addition for an era of the exporter, by its name.",
      type: "object",
      additionalProperties: { type: "object", additionalProperties: false, properties: DEMANDS },
    },
  },
};
