/**
 * The base of every `$id`. A name under `.example` can belong to nobody: the ids identify, they are not
 * fetched. Like every published address it changes only with a major version.
 */
export const SCHEMA_BASE = "https://schemas.ap-archive.example/v1/";

/**
 * How strictly the vocabulary is read. `as2` is the letter of the specifications; `wild` is what a sane consumer
 * accepts, and refuses only a JSON type that no reading of a property allows.
 */
export type Reading = "as2" | "wild";

export const READINGS: readonly Reading[] = ["as2", "wild"];

/** The `$id` of a schema: `document`, `definitions`, or the name of a class. */
export function schemaId(reading: Reading, name: string): string {
  return `${SCHEMA_BASE}${reading}/${name}.schema.json`;
}
