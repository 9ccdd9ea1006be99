import type { OutputFile } from "../../../target.js";
import { frontMatter } from "../../front-matter.js";
import { POST_BREAK } from "../../render-article.js";
import type { Output } from "../flavor.js";
import { profileOf } from "../generator.js";
import { STYLE } from "../style.js";
import { INCLUDES, PAGES } from "./layouts.js";

/** Everything Eleventy needs beside posts and media to build a site. */
export function* eleventyProject(output: Output): Generator<OutputFile> {
  yield { path: "eleventy.config.cjs", content: config(output) };
  yield { path: "package.json", content: PACKAGE };
  yield { path: "_data/site.json", content: `${JSON.stringify({ title: output.title }, null, 2)}\n` };
  yield { path: "posts/posts.json", content: `${JSON.stringify({ layout: "article.njk" }, null, 2)}\n` };
  const { data, body } = profileOf(output);
  const front = frontMatter({ layout: "home.njk", ...data, templateEngineOverride: "md" });
  yield { path: "index.md", content: `${front}\n${body}\n` };
  yield { path: "assets/style.css", content: STYLE };
  for (const [name, content] of Object.entries(INCLUDES)) yield { path: `_includes/${name}`, content };
  for (const [path, content] of Object.entries(PAGES)) yield { path, content };
}

const PACKAGE = `${JSON.stringify(
  {
    private: true,
    scripts: { build: "eleventy", start: "eleventy --serve" },
    dependencies: { "@11ty/eleventy": "^3.0.0" },
  },
  null,
  2,
)}\n`;

function config({ baseUrl }: Output): string {
  const prefix = baseUrl === null ? "/" : new URL(baseUrl).pathname;
  return `// The collections have a space in their names, so that no hashtag is called the same.
const byDate = (a, b) => (a.data.undated ? 1 : 0) - (b.data.undated ? 1 : 0) || b.date - a.date;
const postsOf = (api) => api.getFilteredByGlob("posts/**/*.md").sort(byDate);

module.exports = (config) => {
  config.addPassthroughCopy("media");
  config.addPassthroughCopy("assets");

  config.addCollection("archive posts", postsOf);

  config.addCollection("archive tags", (api) => {
    const tags = new Map();
    for (const post of postsOf(api)) {
      for (const name of post.data.tags ?? []) {
        const slug = String(name).normalize("NFKC").toLowerCase();
        if (!tags.has(slug)) tags.set(slug, { name, slug, posts: [] });
        tags.get(slug).posts.push(post);
      }
    }
    return [...tags.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  });

  config.addCollection("archive redirects", (api) =>
    postsOf(api).flatMap((post) => (post.data.redirect_from ?? []).map((from) => ({ from, to: post.url }))),
  );

  config.addFilter("texts", (content) => String(content).split('${POST_BREAK}'));
  config.addFilter("minute", (date) => String(date).slice(0, 16).replace("T", " "));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("tagSlug", (name) => String(name).normalize("NFKC").toLowerCase());

  return {
    dir: { input: ".", output: "_site", includes: "_includes", data: "_data" },
    pathPrefix: ${JSON.stringify(prefix)},
    // Templates are for layouts. What people wrote is text.
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    templateFormats: ["md", "njk"],
  };
};
`;
}
