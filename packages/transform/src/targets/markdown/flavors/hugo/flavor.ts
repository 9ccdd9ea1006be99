import type { Flavor } from "../flavor.js";
import { fieldsOf } from "../generator.js";
import { details } from "../guarded.js";
import { hugoDialect } from "./dialect.js";
import { hugoProject } from "./project.js";

/** For Hugo, from 0.111 on: pages under `content/posts/`, media under `static/media/`. */
export const hugo: Flavor = {
  name: "hugo",
  split: "thread",
  fence: "yaml",
  dialect: hugoDialect,
  articlePath: ({ stem }) => `content/posts/${stem}.md`,
  mediaFolder: "static/media",
  site: { articleUrl: ({ stem }) => `posts/${stem}/`, mediaUrl: "media" },
  frontMatter(article, output) {
    const { facts, fields } = fieldsOf(article, output);
    return {
      title: facts.title,
      date: facts.date,
      lastmod: facts.updated,
      summary: facts.summary,
      authors: facts.author === undefined ? undefined : [facts.author],
      tags: facts.tags.length === 0 ? undefined : facts.tags,
      aliases: facts.aliases.length === 0 ? undefined : facts.aliases,
      ...fields,
    };
  },
  fold: details,
  *projectFiles(output) {
    if (!output.contentOnly) yield* hugoProject(output);
  },
};
