import type { IndexMaker } from "../../search/index.js";
import type { Theme } from "../../theme/theme.js";
import { type PublishOptions, publishProperties } from "../publish-options.js";
import type { Target } from "../target.js";

/** Whether search engines may list a site: as its accounts say of themselves, or whatever they say. */
export type SearchEngines = (typeof SEARCH_ENGINES)[number];

/** Every word for {@link SearchEngines}. */
export const SEARCH_ENGINES = ["account", "allow", "refuse"] as const;

/** What a person may say about their site. An address makes canonical links, previews, feeds and a sitemap possible. */
export interface HtmlOptions extends PublishOptions {
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
  /**
   * Whether search engines may list the site: as the accounts allow it, unless told. Unlisted posts are never to be
   * listed.
   */
  readonly searchEngines?: SearchEngines | undefined;
  /**
   * What makes the search index of more than a few posts, such as a second thread (`searchThread`); made here unless
   * given. The same files come out. It is no choice of a person's, and not in the schema.
   */
  readonly searchIndex?: (() => IndexMaker) | undefined;
}

/** JSON Schema of {@link HtmlOptions}. */
export const HTML_OPTIONS_SCHEMA: Target<HtmlOptions>["optionsSchema"] = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    ...publishProperties("canonical links, link previews, feeds and a sitemap"),
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
    searchEngines: {
      enum: SEARCH_ENGINES,
      default: "account",
      description: "Whether search engines may list the site; as the accounts allow it by default.",
    },
  },
};
