import type { MarkdownDialect } from "../../../../content/markdown-dialect.js";
import { guarded } from "../guarded.js";

/**
 * Zola looks for shortcodes (`{{ name() }}`, `{% name() %}`) before Markdown is read, in code as well, and ends the
 * summary at `<!-- more -->`. Braces are entities.
 * Source: https://www.getzola.org/documentation/content/shortcodes/
 */
export const zolaDialect: MarkdownDialect = guarded({
  text: (escaped) => escaped.replace(/\\\{/g, "&#123;").replaceAll("\\<", "&lt;"),
  runs: /\{[{%]|<!--/,
  html: (html) => html.replaceAll("{", "&#123;"),
});
