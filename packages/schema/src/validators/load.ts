import type { SchemaValidator } from "./schema-validator.js";

/** The schemas that have a precompiled validator, by the path of their file without its ending. */
export type SchemaName = "as2/document" | "wild/document";

const LOADERS: Readonly<Record<SchemaName, () => Promise<{ readonly validate: SchemaValidator }>>> = {
  "as2/document": () => import("../generated/validators/as2.js"),
  "wild/document": () => import("../generated/validators/wild.js"),
};

/** Loads a validator. Each is a module of its own: a run pays for the readings it asks for only. */
export async function loadValidator(name: SchemaName): Promise<SchemaValidator> {
  return (await LOADERS[name]()).validate;
}
