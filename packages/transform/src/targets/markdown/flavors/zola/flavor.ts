import type { ArticlePlace } from "../../article.js";
import type { FrontMatterValue } from "../../front-matter.js";
import { articleFacts } from "../../post-data.js";
import type { Flavor } from "../flavor.js";
import { layoutFields } from "../generator.js";
import { details } from "../guarded.js";
import { zolaDialect } from "./dialect.js";
import { zolaProject, zolaSections } from "./project.js";

/** For Zola, from 0.19 on: pages under `content/posts/` in sections of years and months, media under `static/media/`. */
export const zola: Flavor = {
  name: "zola",
  split: "thread",
  fence: "toml",
  dialect: zolaDialect,
  articlePath: (place) => `content/posts/${stemOf(place)}.md`,
  mediaFolder: "static/media",
  site: { articleUrl: (place) => `posts/${stemOf(place)}/`, mediaUrl: "media" },
  frontMatter(article, output): FrontMatterValue {
    const facts = articleFacts(article, output);
    // Zola refuses fields it does not know, but under `extra`.
    return {
      title: facts.title,
      date: facts.date,
      updated: facts.updated,
      description: facts.summary,
      authors: facts.author === undefined ? undefined : [facts.author],
      aliases: facts.aliases.length === 0 ? undefined : facts.aliases.map((path) => path.slice(1)),
      taxonomies: facts.tags.length === 0 ? undefined : { tags: facts.tags },
      extra: { lang: facts.language, ...layoutFields(article, facts) },
    };
  },
  fold: details,
  *projectFiles(output) {
    yield* zolaSections(output);
    if (!output.contentOnly) yield* zolaProject(output);
  },
};

/** What has no date can't lie in a section that is sorted by date. */
function stemOf({ stem }: ArticlePlace): string {
  return stem === "undated" ? "undated/posts" : stem;
}
