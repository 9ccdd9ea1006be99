import type { Theme } from "../../theme/theme.js";

/** What a person may say about their site. */
export interface HtmlOptions {
  /** Where the site will stand; it makes canonical links, previews and a sitemap possible. http or https. */
  readonly baseUrl?: string | undefined;
  /** What the site is called; the person's name unless told. */
  readonly title?: string | undefined;
  /** Whether pictures, films and sounds are copied; `true` unless told. */
  readonly media?: boolean | undefined;
  /** A page of links to the posts that were boosted, by server. */
  readonly boostsPage?: boolean | undefined;
  /** What is different from the default look. */
  readonly theme?: Theme | undefined;
  /** Language of the site's own words, and how dates and numbers are written: `de`, `fr-CA`; `en` unless told. */
  readonly locale?: string | undefined;
  /**
   * Keeps the posts' old addresses: pages that lead on, AS2 documents, WebFinger, rules for web servers. For
   * documents the posts have to be selected with `documents`.
   */
  readonly keepUrls?: boolean | undefined;
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
    boostsPage: {
      type: "boolean",
      default: false,
      description: "A page of links to the posts that were boosted, by server.",
    },
    theme: {
      type: "object",
      description: "What is different from the default look: colours, menu, footer, styles, components.",
    },
    locale: {
      type: "string",
      pattern: "^(?:en|de|fr|es|ja|ar)(?:-[A-Za-z0-9-]+)?$",
      default: "en",
      description: "Language of the site’s own words, and how dates and numbers are written.",
    },
    keepUrls: {
      type: "boolean",
      default: false,
      description: "Keep the posts’ old addresses: pages that lead on, AS2 documents, WebFinger, redirects.",
    },
  },
} as const;
