import { PROFILE_SCHEMA } from "./profile-schema.js";
import { schemaFiles } from "./schemas.js";
import { typesFile } from "./types.js";

/** A generated file: its path in the package, and its whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Every file generated from the vocabulary, as it is committed. */
export function generatedFiles(): readonly GeneratedFile[] {
  return [
    { path: "src/generated/types.ts", text: typesFile() },
    { path: "schemas/profile.schema.json", text: `${JSON.stringify(PROFILE_SCHEMA, null, 2)}\n` },
    ...schemaFiles().map(({ path, schema }) => ({
      path: `schemas/${path}`,
      text: `${JSON.stringify(schema, null, 2)}\n`,
    })),
  ];
}
