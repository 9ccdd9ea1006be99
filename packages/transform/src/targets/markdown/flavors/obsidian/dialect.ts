import type { MarkdownDialect } from "../../../../content/markdown-dialect.js";
import { guarded } from "../guarded.js";

// Letters, digits, `_` and `-`, not only digits. Source: https://help.obsidian.md/tags
const TAG = /^(?=.*[^\d])[\p{L}\p{N}_-]+$/u;

/**
 * Obsidian reads links, embeds, tags and comments in text; Templater runs `<% %>` anywhere, Dataview runs what
 * stands in backticks or `<code>` behind `=` or `$=`. Fences carry no language here, so no block is a query.
 * Source: https://help.obsidian.md/syntax, https://blacksmithgu.github.io/obsidian-dataview/queries/dql-js-inline/
 */
export const obsidianDialect: MarkdownDialect = guarded(
  {
    text: (escaped) =>
      escaped
        .replace(/#(?=\S)/g, "\\#")
        .replaceAll("\\<", "&lt;")
        .replaceAll("\\%", "&#37;")
        .replaceAll("\\|", "&#124;"),
    runs: /^\s*\$?=|<%|%%/,
    html: (html) => html.replaceAll("<%", "&lt;%").replaceAll("%%", "&#37;&#37;").replaceAll("{", "&#123;"),
    // Dataview looks into every `<code>` of a page, also into one that was HTML.
    element: "samp",
  },
  { lineStart, hashtag: (name) => (TAG.test(name) ? `#${name}` : null) },
);

/** `#name` is a tag, not a heading. */
function lineStart(line: string): string {
  return line.replace(/^(?=[>=+:-]|#{1,6}(?:\s|$))/, "\\").replace(/^(\d{1,9})(?=[.)])/, "$1\\");
}
