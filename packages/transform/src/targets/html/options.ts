/** What a person may say about their site. */
export interface HtmlOptions {
  /** Where the site will stand; it makes canonical links, previews and a sitemap possible. http or https. */
  readonly baseUrl?: string | undefined;
  /** What the site is called; the person's name unless told. */
  readonly title?: string | undefined;
  /** Whether pictures, films and sounds are copied; `true` unless told. */
  readonly media?: boolean | undefined;
}

/** JSON Schema of {@link HtmlOptions}. */
export const HTML_OPTIONS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    baseUrl: {
      type: "string",
      format: "uri",
      pattern: "^https?://",
      description: "Where the site will stand; makes canonical links, link previews and a sitemap possible.",
    },
    title: {
      type: "string",
      minLength: 1,
      description: "What the site is called; the person’s name by default.",
    },
    media: {
      type: "boolean",
      default: true,
      description: "Whether pictures, films and sounds are copied.",
    },
  },
} as const;

/** An address to put paths behind. Throws `RangeError` for what is no address on the web. */
export function normalBaseUrl(baseUrl: string | undefined): string | null {
  if (baseUrl === undefined) return null;
  if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new RangeError("baseUrl has to be an absolute address that begins with http:// or https://");
  }
  const url = new URL(baseUrl);
  url.search = "";
  url.hash = "";
  url.username = "";
  url.password = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url.href;
}
