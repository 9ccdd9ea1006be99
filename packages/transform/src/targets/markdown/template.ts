import Mustache from "mustache";
import { plainText } from "../../content/plain-text.js";
import type { PostKey } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { postLabel } from "../post-label.js";
import type { Article, ArticlePlace } from "./article.js";
import type { Flavor, Output } from "./flavors/flavor.js";
import { articleFacts } from "./post-data.js";
import { articleBody } from "./render-article.js";
import { postBody, wordsOf } from "./render-post.js";

/** The fields of a template: texts, and lists of them. Empty ones are `false`, so that a section leaves them out. */
type View = Readonly<Record<string, string | false | readonly Readonly<Record<string, string | false>>[]>>;

/** A person's own form of the files. */
export interface ArticleTemplate {
  /** Path of an article's file. */
  pathOf(selection: Selection, flavor: Flavor, key: PostKey, place: ArticlePlace): string;
  /** The whole file. */
  file(article: Article, output: Output): string;
}

const PARTS = /^(?:path:[ \t]*([^\n]+)\n\s*)?(?:(---|\+\+\+)\n([\s\S]*?)\n\2(?:\n|$))?([\s\S]*)$/;

/**
 * Reads a template: a first line `path: …`, a front matter between `---` or `+++`, and the body, each a Mustache
 * template and each optional. Every field is written for the place it stands in before Mustache sees it: a
 * double-quoted text in the front matter, Markdown in the body, a safe name in the path. `{{{x}}}` gives the same
 * as `{{x}}`, so that no template can let a post out of its place.
 *
 * Throws `RangeError` for a template that Mustache can't read.
 */
export function articleTemplate(text: string): ArticleTemplate {
  const [, path, sign = "---", front, body = ""] = PARTS.exec(text.replace(/\r\n?/g, "\n")) ?? [];
  for (const part of [path, front, body]) check(part ?? "");
  const unique = path !== undefined && /\{\{\{?&?\s*(?:slug|key)\s*\}?\}\}/.test(path);
  return {
    pathOf(selection, flavor, key, place) {
      const own = flavor.articlePath(place);
      if (path === undefined) return own;
      const view = pathView(selection, key, place);
      const written = render(path, view)
        .split("/")
        .map(cleanPart)
        .filter((part) => part !== "");
      const name = (written.pop() ?? "").replace(/\.md$/i, "");
      // Titles and days are shared by many posts; a key by none.
      const file = unique && name !== "" ? name : `${name === "" ? "" : `${name}-`}${key}`;
      return [...written, `${file}.md`].join("/");
    },
    file(article, output) {
      const head =
        front === undefined ? "" : `${sign}\n${render(front, frontView(article, output))}\n${sign}\n`;
      return `${head}${render(body, bodyView(article, output))}`.replace(/\n*$/, "\n");
    },
  };
}

/**
 * Throws `RangeError` for a template that can't be read.
 *
 * @example
 * ```ts
 * import { checkMarkdownTemplate } from "@archive/transform/markdown";
 * checkMarkdownTemplate("{{title}}\n\n{{body}}");
 * ```
 */
export function checkMarkdownTemplate(text: string): void {
  articleTemplate(text);
}

function check(part: string): void {
  try {
    Mustache.parse(part);
  } catch (error) {
    throw new RangeError(`the template can’t be read: ${error instanceof Error ? error.message : ""}`);
  }
}

function render(part: string, view: View): string {
  return Mustache.render(part, view, {}, { escape: String });
}

/** One part of a path that every file system takes. */
function cleanPart(part: string): string {
  const clean = part
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}._ @-]+/gu, "-")
    .replace(/^[\s.-]+|[\s.-]+$/g, "");
  const cut = [...clean]
    .slice(0, 80)
    .join("")
    .replace(/[\s.]+$/, "");
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i.test(cut)
    ? `_${cut}`
    : cut;
}

function pathView(selection: Selection, key: PostKey, place: ArticlePlace): View {
  const post = selection.post(key);
  const name = (text: string | null): string | false => {
    const clean =
      text === null ? "" : cleanPart(text.replaceAll("/", "-")).replace(/\s+/g, "-").toLowerCase();
    return clean === "" ? false : clean;
  };
  return {
    ...datesOf(place),
    key,
    slug: slugOf(place, key),
    title: name(post === null ? null : (post.title ?? postLabel(post, 50))),
    kind: name(post?.kind ?? null),
    language: name(post?.language ?? null),
    visibility: name(post?.audience.visibility ?? null),
  };
}

function datesOf({ year, month, day }: ArticlePlace): View {
  return { year: year ?? "undated", month: month ?? "", day: day ?? "" };
}

function slugOf({ year, month, day, short }: ArticlePlace, key: PostKey): string {
  return year === null ? `undated-${key}` : `${year}-${month}-${day}-${short ?? key}`;
}

/** Every text is a double-quoted one, as JSON, YAML and TOML alike have it. */
function frontView(article: Article, output: Output): View {
  const facts = articleFacts(article, output);
  const [head] = article.entries;
  const post = head?.post ?? null;
  const quoted = (value: string | null | undefined): string | false =>
    value === null || value === undefined || value === "" ? false : quote(plainText(value));
  const list = (values: readonly string[]): string | false =>
    values.length === 0 ? false : `[${values.map((value) => quote(plainText(value))).join(", ")}]`;
  return {
    ...datesOf(article.name),
    title: quoted(facts.title),
    date: quoted(facts.date),
    updated: quoted(facts.updated),
    summary: quoted(facts.summary),
    slug: quoted(slugOf(article.name, post?.key ?? "")),
    key: quoted(post?.key),
    id: quoted(post?.id),
    url: quoted(post?.url),
    language: quoted(facts.language),
    visibility: quoted(post?.audience.visibility),
    kind: quoted(post?.kind),
    content_warning: quoted(post?.contentWarning),
    sensitive: post?.sensitive === true ? "true" : false,
    tags: list(facts.tags),
    aliases: list(facts.aliases),
  };
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll("<", "\\u003c");
}

/** Every text is Markdown already. */
function bodyView(article: Article, output: Output): View {
  const words = wordsOf(output.flavor.dialect);
  const line = (value: string | null | undefined): string | false => {
    const text = value === null || value === undefined ? "" : words.line(value);
    return text === "" ? false : text;
  };
  const [head] = article.entries;
  const around = { output, place: article.place, level: 1 };
  return {
    ...datesOf(article.name),
    title: line(article.title),
    date: line(article.date),
    updated: line(article.updated),
    url: line(head?.post.url),
    language: line(head?.post.language),
    content_warning: line(head?.post.contentWarning),
    body: articleBody(article, output),
    posts: article.entries.map(({ post }) => ({
      date: line(post.published),
      url: line(post.url),
      title: line(post.title),
      content_warning: line(post.contentWarning),
      body: postBody(post, around),
    })),
  };
}
