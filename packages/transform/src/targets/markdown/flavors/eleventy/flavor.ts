import type { Flavor } from "../flavor.js";
import { fieldsOf } from "../generator.js";
import { details } from "../guarded.js";
import { eleventyDialect } from "./dialect.js";
import { eleventyProject } from "./project.js";

/** For Eleventy 2 and 3: posts under `posts/`, media under `media/`, which the configuration copies. */
export const eleventy: Flavor = {
  name: "eleventy",
  split: "thread",
  fence: "yaml",
  dialect: eleventyDialect,
  articlePath: ({ stem }) => `posts/${stem}.md`,
  mediaFolder: "media",
  site: { articleUrl: ({ stem }) => `posts/${stem}/`, mediaUrl: "media" },
  frontMatter(article, output) {
    const { facts, fields } = fieldsOf(article, output);
    return {
      title: facts.title,
      date: facts.date,
      updated: facts.updated,
      description: facts.summary,
      lang: facts.language,
      author: facts.author,
      tags: facts.tags.length === 0 ? undefined : facts.tags,
      redirect_from: facts.aliases.length === 0 ? undefined : facts.aliases,
      // Templates are for layouts. What people wrote is text.
      templateEngineOverride: "md",
      ...fields,
    };
  },
  fold: details,
  *projectFiles(output) {
    if (!output.contentOnly) yield* eleventyProject(output);
  },
};
