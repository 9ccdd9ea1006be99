/** What a person may say about their Markdown files. */
export interface MarkdownOptions {
  /** Whether pictures, films and sounds are copied; `true` unless told. */
  readonly media?: boolean | undefined;
}

/** JSON Schema of {@link MarkdownOptions}. */
export const MARKDOWN_OPTIONS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    media: {
      type: "boolean",
      default: true,
      description: "Whether pictures, films and sounds are copied.",
    },
  },
} as const;
