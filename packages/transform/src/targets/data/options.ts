/** Formats of rows have nothing to choose. */
export type RowOptions = Readonly<Record<never, never>>;

/** JSON Schema of {@link RowOptions}. */
export const ROW_OPTIONS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
} as const;

/** What a person may say about their CSV file. */
export interface CsvOptions {
  /**
   * Writes cells as they are, also those that a spreadsheet would run as a formula. Off unless told: a post that
   * begins with `=` gets an apostrophe before it.
   */
  readonly rawCells?: boolean | undefined;
}

/** JSON Schema of {@link CsvOptions}. */
export const CSV_OPTIONS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    rawCells: {
      type: "boolean",
      default: false,
      description: "Write cells as they are, also those that a spreadsheet would run as a formula.",
    },
  },
} as const;
