import type { MarkdownDialect } from "../../../../content/markdown-dialect.js";
import { guarded } from "../guarded.js";

/**
 * Astro runs nothing in `.md`. In `.mdx` it would run braces, tags and lines that begin with `import` or `export`,
 * and people rename files: text is written so that MDX shows it as well, without `<https://…>`, which MDX refuses.
 * Source: https://mdxjs.com/docs/what-is-mdx/#markdown
 */
export const astroDialect: MarkdownDialect = guarded(
  {
    text: (escaped) => escaped.replaceAll("\\<", "&lt;"),
    // Nothing runs in code.
    runs: /(?!)/,
    html: (html) => html.replaceAll("{", "&#123;"),
  },
  { autolinks: false, lineBreak: "\\\n", lineStart: withoutModules },
);

function withoutModules(line: string): string {
  const start = line.replace(/^(?=[#>=+:-])/, "\\").replace(/^(\d{1,9})(?=[.)])/, "$1\\");
  return start.replace(/^(?=(?:import|export)\b)./, (letter) => `&#${letter.charCodeAt(0)};`);
}
