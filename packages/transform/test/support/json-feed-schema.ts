const URI = { type: "string", format: "uri" } as const;
const TEXT = { type: "string" } as const;
const TIME = { type: "string", format: "date-time" } as const;
const AUTHORS = {
  type: "array",
  minItems: 1,
  items: {
    type: "object",
    minProperties: 1,
    additionalProperties: false,
    properties: { name: TEXT, url: URI, avatar: URI },
  },
} as const;

/** JSON Feed 1.1 as its specification has it (jsonfeed.org/version/1.1): nothing beside what it names is let through. */
export const JSON_FEED_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["version", "title", "items"],
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: TEXT,
    home_page_url: URI,
    feed_url: URI,
    description: TEXT,
    user_comment: TEXT,
    next_url: URI,
    icon: URI,
    favicon: URI,
    authors: AUTHORS,
    language: TEXT,
    expired: { type: "boolean" },
    items: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["id"],
        anyOf: [{ required: ["content_html"] }, { required: ["content_text"] }],
        properties: {
          id: { type: "string", minLength: 1 },
          url: URI,
          external_url: URI,
          title: TEXT,
          content_html: TEXT,
          content_text: TEXT,
          summary: TEXT,
          image: URI,
          banner_image: URI,
          date_published: TIME,
          date_modified: TIME,
          authors: AUTHORS,
          tags: { type: "array", items: TEXT },
          language: TEXT,
          attachments: {
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["url", "mime_type"],
              properties: {
                url: URI,
                mime_type: { type: "string", pattern: "^[^/]+/[^/]+$" },
                title: TEXT,
                size_in_bytes: { type: "integer", minimum: 0 },
                duration_in_seconds: { type: "number", minimum: 0 },
              },
            },
          },
        },
      },
    },
  },
} as const;
