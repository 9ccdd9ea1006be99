/**
 * The programs a folder of Markdown can be made for.
 *
 * @example
 * ```ts
 * import { MARKDOWN_FLAVORS } from "@archive/transform/markdown";
 * MARKDOWN_FLAVORS.includes("hugo"); // true
 * ```
 */
export const MARKDOWN_FLAVORS = ["plain", "hugo", "jekyll", "eleventy", "astro", "zola", "obsidian"] as const;
/** One of {@link MARKDOWN_FLAVORS}. */
export type MarkdownFlavor = (typeof MARKDOWN_FLAVORS)[number];

/**
 * What one file can hold.
 *
 * @example
 * ```ts
 * import { MARKDOWN_SPLITS } from "@archive/transform/markdown";
 * MARKDOWN_SPLITS.includes("thread"); // true
 * ```
 */
export const MARKDOWN_SPLITS = ["post", "thread", "day", "month"] as const;
/** One of {@link MARKDOWN_SPLITS}. */
export type MarkdownSplit = (typeof MARKDOWN_SPLITS)[number];

/** What a person may say about their Markdown files. */
export interface MarkdownOptions {
  /** Whom the files are for; `plain` unless told. */
  readonly flavor?: MarkdownFlavor | undefined;
  /** What one file holds; `post` for `plain`, `thread` for the others, unless told. */
  readonly split?: MarkdownSplit | undefined;
  /** Only posts and media, for a project that is there already; `false` unless told. */
  readonly contentOnly?: boolean | undefined;
  /** A Mustache template for the path, front matter and body of each file; see the package's README. */
  readonly template?: string | undefined;
  /** The language of the front matter; `toml` is for `hugo`, and what `zola` has anyway. */
  readonly frontMatter?: "yaml" | "toml" | undefined;
  /** What the site is called; the person's name unless told. */
  readonly title?: string | undefined;
  /** Where the site will stand; http or https. */
  readonly baseUrl?: string | undefined;
  /** Whether pictures, films and sounds are copied; `true` unless told. */
  readonly media?: boolean | undefined;
}

/** JSON Schema of {@link MarkdownOptions}. */
export const MARKDOWN_OPTIONS_SCHEMA: { readonly [keyword: string]: unknown } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    flavor: { enum: MARKDOWN_FLAVORS, default: "plain", description: "Whom the files are for." },
    split: {
      enum: MARKDOWN_SPLITS,
      description: "What one file holds; post for plain, thread for the others, by default.",
    },
    contentOnly: {
      type: "boolean",
      default: false,
      description: "Only posts and media, for a project that is there already.",
    },
    template: {
      type: "string",
      minLength: 1,
      description: "A Mustache template for the path, front matter and body of each file.",
    },
    frontMatter: {
      enum: ["yaml", "toml"],
      description: "The language of the front matter; toml is for hugo, and what zola has anyway.",
    },
    title: {
      type: "string",
      minLength: 1,
      description: "What the site is called; the person’s name by default.",
    },
    baseUrl: {
      type: "string",
      format: "uri",
      pattern: "^https?://",
      description: "Where the site will stand.",
    },
    media: {
      type: "boolean",
      default: true,
      description: "Whether pictures, films and sounds are copied.",
    },
  },
};
