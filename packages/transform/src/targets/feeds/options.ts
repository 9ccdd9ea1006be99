/** What a person may say about their feed. */
export interface FeedOptions {
  /**
   * Where the feed will stand: it makes links between its documents and media possible. http or https. Without
   * it pictures are described and not copied, and all posts are in one document.
   */
  readonly baseUrl?: string | undefined;
  /** What the feed is called; the person's name unless told. */
  readonly title?: string | undefined;
  /** Whether pictures, films and sounds are copied; `true` unless told. */
  readonly media?: boolean | undefined;
  /** Everything in one file, without media. */
  readonly single?: boolean | undefined;
}

/** JSON Schema of {@link FeedOptions}. */
export const FEED_OPTIONS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    baseUrl: {
      type: "string",
      format: "uri",
      pattern: "^https?://",
      description: "Where the feed will stand; makes media and links between its documents possible.",
    },
    title: {
      type: "string",
      minLength: 1,
      description: "What the feed is called; the person’s name by default.",
    },
    media: { type: "boolean", default: true, description: "Whether pictures, films and sounds are copied." },
    single: { type: "boolean", default: false, description: "Everything in one file, without media." },
  },
} as const;
