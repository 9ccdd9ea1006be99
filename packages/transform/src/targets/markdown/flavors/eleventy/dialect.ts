import type { MarkdownDialect } from "../../../../content/markdown-dialect.js";
import { guarded } from "../guarded.js";

/**
 * Eleventy runs Liquid over Markdown, code included, unless a file says `templateEngineOverride: md`, which all of
 * ours do. Braces before a brace, `%` or `#` are entities all the same, should someone take that line out.
 * Source: https://www.11ty.dev/docs/template-overrides/
 */
export const eleventyDialect: MarkdownDialect = guarded({
  text: (escaped) => escaped.replace(/\\\{(?=\\\{|%|#)/g, "&#123;"),
  runs: /\{[{%#]/,
  html: (html) => html.replaceAll("{", "&#123;"),
});
