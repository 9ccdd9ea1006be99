import type { MarkdownDialect } from "../../../../content/markdown-dialect.js";
import { guarded } from "../guarded.js";

/**
 * Hugo looks for shortcodes (`{{<` and `{{%`) and for the end of the summary (`<!--more-->`) in the bytes of a
 * page, before Markdown is read and inside of code as well. A backslash parts the braces; `<` is an entity.
 * Source: https://gohugo.io/content-management/shortcodes/, https://gohugo.io/content-management/summaries/
 */
export const hugoDialect: MarkdownDialect = guarded({
  text: (escaped) => escaped.replaceAll("\\<", "&lt;"),
  runs: /\{\{[<%]|<!--\s*more/i,
  html: (html) => html.replaceAll("{", "&#123;"),
});
