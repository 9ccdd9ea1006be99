import type { ArticlePlace } from "../../article.js";
import type { Flavor } from "../flavor.js";
import { fieldsOf } from "../generator.js";
import { jekyllDialect } from "./dialect.js";
import { jekyllProject } from "./project.js";

/** For Jekyll 4 (and 3): posts under `_posts/`, those without a date under `undated/`, media under `media/`. */
export const jekyll: Flavor = {
  name: "jekyll",
  split: "thread",
  fence: "yaml",
  dialect: jekyllDialect,
  articlePath,
  mediaFolder: "media",
  site: { articleUrl: ({ stem }) => `posts/${stem}/`, mediaUrl: "media" },
  frontMatter(article, output) {
    const { facts, fields } = fieldsOf(article, output);
    return {
      layout: output.contentOnly ? undefined : "article",
      title: facts.title,
      date: facts.date,
      last_modified_at: facts.updated,
      excerpt: facts.summary,
      permalink: output.template === null ? `/posts/${article.name.stem}/` : undefined,
      lang: facts.language,
      author: facts.author,
      tags: facts.tags.length === 0 ? undefined : facts.tags,
      redirect_from: facts.aliases.length === 0 ? undefined : facts.aliases,
      // Liquid is for layouts. What people wrote is text.
      render_with_liquid: false,
      ...fields,
    };
  },
  fold: (warning, body) =>
    [
      `<details class="content-warning" markdown="1"><summary markdown="span">**Content warning:** ${warning}</summary>`,
      ...(body === "" ? [] : [body]),
      "</details>",
    ].join("\n\n"),
  *projectFiles(output) {
    if (!output.contentOnly) yield* jekyllProject(output);
  },
};

/** Jekyll wants the whole day in a file's name, and no posts without one. */
function articlePath({ year, month, day, short, stem }: ArticlePlace): string {
  if (year === null) return `${stem.startsWith("undated/") ? stem : "undated/posts"}.md`;
  return `_posts/${year}/${year}-${month}-${day ?? "01"}-${short ?? (day === null ? "month" : "day")}.md`;
}
