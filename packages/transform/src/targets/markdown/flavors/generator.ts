import { linkAddress } from "../../../content/address.js";
import { toMarkdown } from "../../../content/to-markdown.js";
import type { Account } from "../../../post/account.js";
import { nameOf } from "../../author.js";
import type { Article } from "../article.js";
import type { FrontMatterValue } from "../front-matter.js";
import { type ArticleFacts, articleFacts } from "../post-data.js";
import type { Output } from "./flavor.js";

/** What the layouts know an article by, named as no generator names anything of its own. */
export function layoutFields(
  article: Article,
  facts: ArticleFacts,
): Readonly<Record<string, FrontMatterValue>> {
  return {
    made_title: article.madeTitle ? true : undefined,
    undated: facts.date === undefined ? true : undefined,
    posts: facts.posts,
  };
}

/** Facts and layout fields together, for generators that take any field. */
export function fieldsOf(
  article: Article,
  output: Output,
): { readonly facts: ArticleFacts; readonly fields: Readonly<Record<string, FrontMatterValue>> } {
  const facts = articleFacts(article, output);
  return { facts, fields: layoutFields(article, facts) };
}

/** The first page of a project: who wrote this. */
export interface Profile {
  readonly data: Readonly<Record<string, FrontMatterValue>>;
  /** The person's own words about themselves, as Markdown. */
  readonly body: string;
}

/** The account for a project's first page; of several people what each says, under their names. */
export function profileOf(output: Output): Profile {
  const { selection, media, places, flavor, title } = output;
  const { accounts, account } = selection;
  if (accounts.length > 1) {
    const people = accounts.map((each) => {
      const heading = `## ${flavor.dialect.text(oneLine(nameOf(each))) || "…"}`;
      return [heading, wordsOf(each, output)].filter((part) => part !== "").join("\n\n");
    });
    return { data: { title }, body: people.join("\n\n") };
  }
  const avatar = account?.avatar == null || !media ? null : selection.mediaState(account.avatar);
  const url = account?.url == null ? null : linkAddress(account.url);
  return {
    data: {
      title,
      handle: account?.handle ?? undefined,
      profile_url: url ?? undefined,
      avatar: avatar?.state === "present" ? (places.media(avatar.name).url ?? undefined) : undefined,
    },
    body: account === null ? "" : wordsOf(account, output),
  };
}

/** What a person says of themselves. */
function wordsOf(account: Account, { flavor: { dialect } }: Output): string {
  const fields = account.fields.map(({ name, value }) => {
    const text = toMarkdown(value, { dialect }).replaceAll(dialect.lineBreak, " ").replace(/\n+/g, " ");
    return `- **${dialect.text(oneLine(name)) || "…"}:** ${text}`;
  });
  const bio = account.bio === null ? "" : toMarkdown(account.bio, { headingOffset: 1, dialect });
  return [bio, fields.join("\n")].filter((part) => part !== "").join("\n\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
