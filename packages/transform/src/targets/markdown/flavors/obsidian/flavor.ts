import type { Post, PostRef } from "../../../../post/post.js";
import type { Article, ArticlePlace } from "../../article.js";
import type { FrontMatterValue } from "../../front-matter.js";
import { articleFacts } from "../../post-data.js";
import type { Flavor, Output } from "../flavor.js";
import { obsidianDialect } from "./dialect.js";
import { monthNotes, peopleNotes, personName, vaultFiles } from "./vault.js";

/** For Obsidian: a vault with a note for each post or thread, for each day, and for each person that is named. */
export const obsidian: Flavor = {
  name: "obsidian",
  split: "thread",
  fence: "yaml",
  dialect: obsidianDialect,
  articlePath,
  mediaFolder: "attachments",
  site: null,
  frontMatter: properties,
  fold: (warning, body) =>
    [`> [!warning]- Content warning: ${warning}`, ...(body === "" ? [] : [">", quoted(body)])].join("\n"),
  *projectFiles(output) {
    if (!output.contentOnly) yield* vaultFiles(output);
  },
  *monthFiles(month, lines, output) {
    yield* peopleNotes(lines, output);
    if (!output.contentOnly) yield* monthNotes(month, lines);
  },
};

/** Notes are found by their names, so those say the day once more. */
function articlePath({ year, month, day, short }: ArticlePlace): string {
  if (year === null) return `Posts/Undated/${short === null ? "Without a date" : `Undated ${short}`}.md`;
  if (day === null) return `Posts/${year}/${year}-${month} posts.md`;
  return `Posts/${year}/${month}/${year}-${month}-${day} ${short ?? "posts"}.md`;
}

/** Flat, for Obsidian shows no property inside of another. */
function properties(article: Article, output: Output): FrontMatterValue {
  const facts = articleFacts(article, output);
  const tags = facts.tags.filter((tag) => /[^\d]/.test(tag));
  const head = article.digest ? null : (article.entries[0]?.post ?? null);
  const people = article.entries.flatMap(({ post }) => (article.digest ? [] : peopleOf(post)));
  return {
    aliases: article.digest ? undefined : [article.title],
    date: facts.date,
    updated: facts.updated,
    url: head?.url ?? undefined,
    id: head?.id ?? undefined,
    kind: head?.kind,
    visibility: head?.audience.visibility,
    language: facts.language,
    author: facts.author,
    content_warning: head?.contentWarning ?? undefined,
    posts: article.entries.length > 1 ? article.entries.length : undefined,
    tags: tags.length === 0 ? undefined : tags,
    people: people.length === 0 ? undefined : [...new Set(people)],
    in_reply_to: link(head?.inReplyTo ?? null, output),
    quote: link(head?.quote ?? null, output),
    boost_of: link(head?.boostOf ?? null, output),
  };
}

function peopleOf(post: Post): readonly string[] {
  return post.tags.flatMap((tag) => {
    const name = tag.kind === "mention" ? personName(tag.name) : null;
    return name === null ? [] : [`[[People/${name}|${name}]]`];
  });
}

function link(ref: PostRef | null, output: Output): string | undefined {
  const goal = ref === null ? null : output.places.goal(ref);
  if (goal?.kind === "address") return goal.url;
  return goal?.kind === "article" ? `[[${goal.place.path.replace(/\.md$/, "")}]]` : undefined;
}

function quoted(body: string): string {
  return body
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}
