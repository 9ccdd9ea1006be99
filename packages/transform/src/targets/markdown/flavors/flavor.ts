import type { MarkdownDialect } from "../../../content/markdown-dialect.js";
import type { IdIndex } from "../../../ids/id-index.js";
import type { Selection } from "../../../select/selection.js";
import type { OutputFile } from "../../target.js";
import type { Aliases } from "../aliases.js";
import type { Article, ArticlePaths } from "../article.js";
import type { FrontMatterValue } from "../front-matter.js";
import type { MarkdownFlavor, MarkdownSplit } from "../options.js";
import type { Places } from "../places.js";
import type { TagNames } from "../tags.js";

/** What an output is made of, for everything that writes a part of it. */
export interface Output {
  readonly selection: Selection;
  readonly flavor: Flavor;
  readonly places: Places;
  readonly aliases: Aliases;
  readonly tags: TagNames;
  /** The people who have a note of their own already, in lower case. */
  readonly people: IdIndex;
  /** A person's own template; `null` leaves the files to the flavor. */
  readonly template: { file(article: Article): string } | null;
  readonly split: MarkdownSplit;
  readonly contentOnly: boolean;
  /** What stands before addresses in posts: `/` or the path of the base URL; `null` where they are relative. */
  readonly root: string | null;
  readonly title: string;
  readonly baseUrl: string | null;
  readonly media: boolean;
  readonly fence: "yaml" | "toml";
  /**
   * Who shows what a post has beside its text. `layout`: the project's own layouts, from the front matter.
   * `body`: the file itself, so that any layout will do.
   */
  readonly extras: "layout" | "body";
}

/** One program that Markdown is written for: what differs between them, and nothing else. */
export interface Flavor extends ArticlePaths {
  readonly name: MarkdownFlavor;
  /** What one file holds unless told. */
  readonly split: MarkdownSplit;
  readonly fence: "yaml" | "toml";
  readonly dialect: MarkdownDialect;
  /** What stands in front of an article. */
  frontMatter(article: Article, output: Output): FrontMatterValue;
  /** What stands behind a content warning, folded away as far as the program can. */
  fold(warning: string, body: string): string;
  /** Files besides articles and media: with `contentOnly` none but those that are content. */
  projectFiles(output: Output): Iterable<OutputFile>;
  /** Files that go with a month: lists, and the notes of its days. */
  monthFiles?(month: string | null, lines: readonly ListLine[], output: Output): Iterable<OutputFile>;
}

/** An article as lists name it. */
export interface ListLine {
  readonly path: string;
  readonly day: string | null;
  /** In a few words, not yet Markdown. */
  readonly label: string;
  /** The people it names, as `@name@host`. */
  readonly people: readonly { readonly name: string; readonly url: string | null }[];
}
