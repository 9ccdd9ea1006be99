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
    ...schemaFiles().map(({ path, schema }) => ({
      path: `schemas/${path}`,
      text: `${JSON.stringify(schema, null, 2)}\n`,
    })),
  ];
}
