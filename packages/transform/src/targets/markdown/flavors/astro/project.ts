import type { OutputFile } from "../../../target.js";
import { frontMatter } from "../../front-matter.js";
import type { Output } from "../flavor.js";
import { profileOf } from "../generator.js";
import { STYLE } from "../style.js";
import { COMPONENTS } from "./components.js";
import { PAGES } from "./pages.js";

/** Everything Astro needs beside posts and media to build a site. */
export function* astroProject(output: Output): Generator<OutputFile> {
  yield { path: "package.json", content: PACKAGE };
  yield { path: "astro.config.mjs", content: config(output) };
  yield {
    path: "tsconfig.json",
    content: `${JSON.stringify({ extends: "astro/tsconfigs/strict" }, null, 2)}\n`,
  };
  yield { path: "src/content.config.ts", content: CONTENT_CONFIG };
  yield { path: "src/site.json", content: `${JSON.stringify({ title: output.title }, null, 2)}\n` };
  const { data, body } = profileOf(output);
  yield { path: "src/content/profile/profile.md", content: `${frontMatter(data)}\n${body}\n` };
  yield { path: "public/assets/style.css", content: STYLE };
  for (const [name, content] of Object.entries(COMPONENTS)) yield { path: `src/components/${name}`, content };
  for (const [path, content] of Object.entries(PAGES)) yield { path: `src/pages/${path}`, content };
}

const PACKAGE = `${JSON.stringify(
  {
    private: true,
    type: "module",
    scripts: { build: "astro build", dev: "astro dev" },
    dependencies: { "@astrojs/markdown-satteri": "^0.4.0", astro: "^7.0.0" },
  },
  null,
  2,
)}\n`;

function config({ baseUrl }: Output): string {
  const url = baseUrl === null ? null : new URL(baseUrl);
  const place =
    url === null ? "" : `  site: ${JSON.stringify(url.origin)},\n  base: ${JSON.stringify(url.pathname)},\n`;
  return `import { satteri } from "@astrojs/markdown-satteri";
import { defineConfig } from "astro/config";

export default defineConfig({
${place}  trailingSlash: "always",
  markdown: {
    // Text shows as written: no quotes and dashes made pretty.
    processor: satteri({ features: { smartPunctuation: false } }),
    syntaxHighlight: false,
  },
});
`;
}

/** The collection of posts and what its front matter holds. */
export const CONTENT_CONFIG = `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const reference = z.object({
  page: z.string().optional(),
  day: z.string().optional(),
  url: z.string().optional(),
  withheld: z.boolean().optional(),
});

const attachment = z.object({
  file: z.string().optional(),
  kind: z.enum(["image", "video", "audio", "unknown"]),
  type: z.string().optional(),
  alt: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  duration: z.number().optional(),
  poster: z.string().optional(),
  captions: z.array(z.object({ language: z.string().optional(), file: z.string() })).optional(),
});

const poll = z.object({
  multiple: z.boolean(),
  closed: z.boolean(),
  ends: z.string().optional(),
  voters: z.number().optional(),
  options: z.array(
    z.object({
      name: z.string(),
      votes: z.number().optional(),
      share: z.number().optional(),
      most: z.boolean().optional(),
    }),
  ),
});

const post = z.object({
  name: z.string(),
  author: z.string().optional(),
  source_id: z.string().optional(),
  source_url: z.string().optional(),
  date: z.string().optional(),
  updated: z.string().optional(),
  kind: z.enum(["boost", "poll", "selfReply", "reply", "post"]),
  visibility: z.string(),
  language: z.string().optional(),
  direction: z.enum(["rtl", "auto"]).optional(),
  title: z.string().optional(),
  content_warning: z.string().optional(),
  sensitive: z.boolean().optional(),
  depth: z.number().optional(),
  branch: z.boolean().optional(),
  follows: z.boolean().optional(),
  mentions: z.array(z.string()).optional(),
  event: z.object({ start: z.string().optional(), end: z.string().optional(), place: z.string().optional() }).optional(),
  gone_since: z.string().optional(),
  in_reply_to: reference.optional(),
  quote: reference.optional(),
  boost_of: reference.optional(),
  poll: poll.optional(),
  attachments: z.array(attachment).optional(),
});

export type ArchivedPost = z.infer<typeof post>;

const posts = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "./src/content/posts" }),
  schema: z.object({
    title: z.string(),
    pubDate: z.coerce.date().optional(),
    updatedDate: z.coerce.date().optional(),
    description: z.string(),
    lang: z.string().optional(),
    author: z.string().optional(),
    tags: z.array(z.string()).default([]),
    aliases: z.array(z.string()).default([]),
    made_title: z.boolean().default(false),
    undated: z.boolean().default(false),
    posts: z.array(post).default([]),
  }),
});

const profile = defineCollection({
  loader: glob({ pattern: "*.md", base: "./src/content/profile" }),
  schema: z.object({
    title: z.string(),
    handle: z.string().optional(),
    profile_url: z.string().optional(),
    avatar: z.string().optional(),
  }),
});

export const collections = { posts, profile };
`;
