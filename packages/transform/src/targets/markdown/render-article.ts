import { authorOf } from "../author.js";
import type { Article, Entry } from "./article.js";
import type { Output } from "./flavors/flavor.js";
import { frontMatter } from "./front-matter.js";
import { contentText, postBody, wordsOf } from "./render-post.js";
import { zonedDate } from "./zoned-date.js";

/**
 * Stands between two posts of an article for the layouts, which cut the page there. Text can't hold it: its `<`
 * is always written as something else.
 */
export const POST_BREAK = '<hr class="post-break" />';

/** The whole file of an article. */
export function articleFile(article: Article, output: Output): string {
  const body = articleBody(article, output);
  const front = frontMatter(output.flavor.frontMatter(article, output), output.fence);
  return body === "" ? front : `${front}\n${body}\n`;
}

/** What stands behind the front matter of an article of one or more posts. */
export function articleBody(article: Article, output: Output): string {
  if (output.extras === "layout") {
    return article.entries.map((entry) => textOnly(entry, article, output)).join(`\n\n${POST_BREAK}\n\n`);
  }
  const heading = headingOf(article, output);
  const posts = article.entries
    .map((entry) => threadEntry(entry, article, output))
    .filter((text) => text !== "");
  return [heading, posts.join("\n\n***\n\n")].filter((part) => part !== "").join("\n\n");
}

/** The heading in the file: of titles that authors gave, where no layout shows them. */
function headingOf(article: Article, { flavor }: Output): string {
  const shown = flavor.site === null && !article.madeTitle;
  return shown ? `# ${wordsOf(flavor.dialect).line(article.title)}` : "";
}

function textOnly({ post }: Entry, article: Article, output: Output): string {
  return post.content === null
    ? ""
    : contentText(post, post.content, { output, place: article.place, level: 1 });
}

function threadEntry({ post, branches }: Entry, article: Article, output: Output): string {
  const level = article.madeTitle && output.flavor.site === null ? 0 : 1;
  const body = postBody(post, { output, place: article.place, level });
  if (!branches || post.inReplyTo?.kind !== "own") return body;
  const parent = output.selection.post(post.inReplyTo.key);
  const when = parent?.published ?? null;
  const from = when === null ? "an earlier post" : `the post of ${momentOf(when, output)}`;
  return `*A branch, from ${from}:*\n\n${body}`;
}

/** A post within the file of a day or a month: its time, and what it says. */
export function digestEntry(entry: Entry, article: Article, output: Output): string {
  const { post } = entry;
  const words = wordsOf(output.flavor.dialect);
  const when = post.published === null ? "Without a date" : momentOf(post.published, output);
  const author = authorOf(post, output.selection);
  const said = author === undefined ? when : `${when}, ${words.line(author)}`;
  const title = post.title === null ? said : `${said}: ${words.line(post.title)}`;
  const anchor = output.places.anchorOf(post.key);
  const name = anchor === null ? "" : `<span id="${anchor}"></span>`;
  const body = postBody(post, { output, place: article.place, level: 2 });
  return `## ${name}${title}\n${body === "" ? "" : `\n${body}\n`}`;
}

function momentOf(iso: string, { selection }: Output): string {
  return (zonedDate(iso, selection.timeZone) ?? iso).slice(0, 16).replace("T", " ");
}
