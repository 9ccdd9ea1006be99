import { POST_KINDS } from "../../post/post.js";
import type { MarkdownFlavor } from "./options.js";

type Schema = { readonly [keyword: string]: unknown };

const TEXT: Schema = { type: "string" };
const TEXTS: Schema = { type: "array", items: TEXT, minItems: 1, uniqueItems: true };
const DATE: Schema = { type: "string", format: "date-time", description: "With its offset from UTC." };
const YES: Schema = { const: true };
const COUNT: Schema = { type: "integer" };

const object = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});

const POLL_OPTION = { name: TEXT, votes: COUNT };
const poll = (option: Schema): Schema =>
  object(
    {
      multiple: { type: "boolean" },
      closed: { type: "boolean" },
      ends: DATE,
      voters: COUNT,
      options: { type: "array", items: object(option, ["name"]) },
    },
    ["multiple", "closed", "options"],
  );
const EVENT = object({ start: DATE, end: DATE, place: TEXT });
const ATTACHMENT = {
  file: { ...TEXT, description: "Where the file lies; absent when it was not copied." },
  kind: { enum: ["image", "video", "audio", "unknown"] },
  type: TEXT,
  alt: TEXT,
  duration: { type: "number", description: "In seconds." },
  poster: TEXT,
  captions: { type: "array", items: object({ language: TEXT, file: TEXT }, ["file"]) },
};

const AUTHOR: Schema = { ...TEXT, description: "Who wrote it, where the posts are those of several people." };

/** What is said of a post wherever its data stands. */
const SAID = {
  author: AUTHOR,
  date: DATE,
  updated: DATE,
  language: { ...TEXT, description: "Canonical BCP-47." },
  visibility: { enum: ["public", "unlisted", "followers", "direct", "unknown"] },
  kind: { enum: POST_KINDS },
  content_warning: TEXT,
  sensitive: YES,
  mentions: TEXTS,
  event: EVENT,
  gone_since: DATE,
};

const REFERENCE: Schema = {
  oneOf: [
    object({ page: { ...TEXT, description: "Within the site, without a slash in front." }, day: TEXT }, [
      "page",
    ]),
    object({ url: TEXT }, ["url"]),
    object({ withheld: YES }, ["withheld"]),
  ],
};

const LAYOUT_POST = object(
  {
    ...SAID,
    name: { ...TEXT, description: "Of its part of the page: the fragment of its address." },
    source_id: TEXT,
    source_url: TEXT,
    direction: { enum: ["rtl", "auto"] },
    title: TEXT,
    depth: { type: "integer", minimum: 1, description: "How many branches deep it stands in its thread." },
    branch: { ...YES, description: "A branch begins with it." },
    follows: { ...YES, description: "It answers the post right before it." },
    in_reply_to: REFERENCE,
    quote: REFERENCE,
    boost_of: REFERENCE,
    poll: poll({ ...POLL_OPTION, share: { type: "integer", minimum: 0, maximum: 100 }, most: YES }),
    attachments: {
      type: "array",
      items: object({ ...ATTACHMENT, width: COUNT, height: COUNT }, ["kind"]),
    },
  },
  ["name", "visibility", "kind"],
);

const LAYOUT = {
  made_title: { ...YES, description: "The title was made, for its author gave none." },
  undated: YES,
  posts: { type: "array", items: LAYOUT_POST },
};

const FILE_POST = {
  ...SAID,
  title: TEXT,
  id: TEXT,
  url: TEXT,
  tags: TEXTS,
  in_reply_to: TEXT,
  quote: TEXT,
  boost_of: TEXT,
  poll: poll(POLL_OPTION),
  attachments: { type: "array", items: object(ATTACHMENT, ["kind"]) },
};

const PAGE = { title: TEXT, tags: TEXTS };
const LINK: Schema = { ...TEXT, description: "A link to a note, or an address." };

const SCHEMAS: Readonly<Record<MarkdownFlavor, Schema>> = {
  plain: object({ ...FILE_POST, posts: { type: "array", items: object(FILE_POST, ["visibility", "kind"]) } }),
  hugo: object(
    { ...PAGE, date: DATE, lastmod: DATE, summary: TEXT, authors: TEXTS, aliases: TEXTS, ...LAYOUT },
    ["title", "summary"],
  ),
  jekyll: object(
    {
      ...PAGE,
      layout: TEXT,
      date: DATE,
      last_modified_at: DATE,
      excerpt: TEXT,
      permalink: TEXT,
      lang: TEXT,
      author: AUTHOR,
      redirect_from: TEXTS,
      render_with_liquid: { const: false },
      ...LAYOUT,
    },
    ["title", "excerpt", "render_with_liquid"],
  ),
  eleventy: object(
    {
      ...PAGE,
      date: DATE,
      updated: DATE,
      description: TEXT,
      lang: TEXT,
      author: AUTHOR,
      redirect_from: TEXTS,
      templateEngineOverride: { const: "md" },
      ...LAYOUT,
    },
    ["title", "description", "templateEngineOverride"],
  ),
  astro: object(
    {
      ...PAGE,
      pubDate: DATE,
      updatedDate: DATE,
      description: TEXT,
      lang: TEXT,
      author: AUTHOR,
      aliases: TEXTS,
      ...LAYOUT,
    },
    ["title", "description"],
  ),
  zola: object(
    {
      title: TEXT,
      date: DATE,
      updated: DATE,
      description: TEXT,
      aliases: TEXTS,
      authors: TEXTS,
      taxonomies: object({ tags: TEXTS }),
      extra: object({ lang: TEXT, ...LAYOUT }),
    },
    ["title", "description", "extra"],
  ),
  obsidian: object({
    aliases: TEXTS,
    date: DATE,
    updated: DATE,
    url: TEXT,
    id: TEXT,
    kind: SAID.kind,
    visibility: SAID.visibility,
    language: TEXT,
    author: AUTHOR,
    content_warning: TEXT,
    posts: COUNT,
    tags: TEXTS,
    people: TEXTS,
    in_reply_to: LINK,
    quote: LINK,
    boost_of: LINK,
  }),
};

/**
 * JSON Schema 2020-12 of the front matter that posts have in a flavor, unless a template gives them another.
 *
 * @example
 * ```ts
 * import { frontMatterSchema } from "@archive/transform/markdown";
 * frontMatterSchema("hugo").type; // "object"
 * ```
 */
export function frontMatterSchema(flavor: MarkdownFlavor): Schema {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...SCHEMAS[flavor] };
}
