import { COMMONMARK } from "../../../../content/markdown-dialect.js";
import { authorOf } from "../../../author.js";
import { fileData } from "../../post-data.js";
import { zonedDate } from "../../zoned-date.js";
import type { Flavor } from "../flavor.js";
import { renderIndex, renderMonth } from "./lists.js";

/** For editors, viewers and version control: each file is whole by itself, and nothing has to be built. */
export const plain: Flavor = {
  name: "plain",
  split: "post",
  fence: "yaml",
  dialect: COMMONMARK,
  articlePath: ({ stem }) => `posts/${stem}.md`,
  mediaFolder: "media",
  site: null,
  frontMatter(article, output) {
    const [head] = article.entries;
    if (!article.digest && article.entries.length === 1 && head !== undefined) {
      return fileData(head.post, article.place, output);
    }
    const tags = article.digest ? [] : output.tags.of(article.entries.map(({ post }) => post));
    const zoned = (iso: string | null): string | undefined =>
      iso === null ? undefined : (zonedDate(iso, output.selection.timeZone) ?? iso);
    return {
      title: article.title,
      author: article.digest || head === undefined ? undefined : authorOf(head.post, output.selection),
      date: zoned(article.date),
      updated: zoned(article.updated),
      tags: tags.length === 0 ? undefined : tags,
      posts: article.digest
        ? undefined
        : article.entries.map(({ post }) => fileData(post, article.place, output)),
    };
  },
  fold: (warning, body) =>
    [`**Content warning:** ${warning}`, body].filter((part) => part !== "").join("\n\n"),
  *projectFiles(output) {
    if (!output.contentOnly) yield { path: "index.md", content: renderIndex(output) };
  },
  *monthFiles(month, lines, output) {
    if (output.contentOnly || output.split === "month") return;
    const { path, content } = renderMonth(month, lines);
    yield { path, content };
  },
};
