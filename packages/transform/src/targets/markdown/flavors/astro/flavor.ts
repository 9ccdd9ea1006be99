import type { Flavor } from "../flavor.js";
import { fieldsOf } from "../generator.js";
import { details } from "../guarded.js";
import { astroDialect } from "./dialect.js";
import { astroProject, CONTENT_CONFIG } from "./project.js";

/** For Astro 7: a content collection with its schema under `src/content/posts/`, media under `public/media/`. */
export const astro: Flavor = {
  name: "astro",
  split: "thread",
  fence: "yaml",
  dialect: astroDialect,
  articlePath: ({ stem }) => `src/content/posts/${stem}.md`,
  mediaFolder: "public/media",
  site: { articleUrl: ({ stem }) => `posts/${stem}/`, mediaUrl: "media", fromRoot: true },
  frontMatter(article, output) {
    const { facts, fields } = fieldsOf(article, output);
    return {
      title: facts.title,
      pubDate: facts.date,
      updatedDate: facts.updated,
      description: facts.summary,
      lang: facts.language,
      author: facts.author,
      tags: facts.tags.length === 0 ? undefined : facts.tags,
      aliases: facts.aliases.length === 0 ? undefined : facts.aliases,
      ...fields,
    };
  },
  fold: details,
  *projectFiles(output) {
    // A collection is nothing without its schema; under a name that takes the place of nobody's own.
    if (output.contentOnly) yield { path: "src/content/posts.collection.ts", content: CONTENT_CONFIG };
    else yield* astroProject(output);
  },
};
