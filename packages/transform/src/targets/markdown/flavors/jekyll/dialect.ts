import { escapeHtml } from "../../../../content/escape-html.js";
import {
  COMMONMARK,
  htmlCode,
  htmlCodeBlock,
  type MarkdownDialect,
} from "../../../../content/markdown-dialect.js";
import { codeBlock, codeSpan, escapeLineStart } from "../../../../content/markdown-text.js";

// Liquid is run over the whole file before Markdown is read, code included.
const LIQUID = /\{[{%]/;
// A fence in code ends any block for kramdown, also one with a longer fence.
const FENCE = /^\s*(?:`{3}|~{3})/m;

/**
 * kramdown with the GFM parser, which knows other escapes than CommonMark, reads numbers of lists otherwise, and
 * takes `{:` for attributes; and Liquid before it, which `render_with_liquid: false` switches off from Jekyll 4
 * on. Braces are entities, so that Jekyll 3, which GitHub Pages has, runs nothing either.
 * Source: https://kramdown.gettalong.org/syntax.html, https://jekyllrb.com/docs/liquid/tags/
 */
export const jekyllDialect: MarkdownDialect = {
  ...COMMONMARK,
  text: kramdownText,
  lineStart: escapeLineStart,
  lineBreak: "<br />\n",
  // Within `<code>` kramdown reads no Markdown.
  code: (code) => (LIQUID.test(code) || code.includes("]:") ? htmlCode(code, entities) : codeSpan(code)),
  codeBlock: (code) =>
    LIQUID.test(code) || FENCE.test(code) ? htmlCodeBlock(code, { html: braces }) : codeBlock(code),
  html: braces,
  plainLists: true,
  // kramdown does not know `u`, and would show escapes within it.
  tags: { u: ['<span style="text-decoration:underline">', "</span>"] },
};

function kramdownText(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]|~$]/g, "\\$&")
      .replace(/&/g, "&amp;")
      .replace(/\^/g, "&#94;")
      .replace(/</g, "&lt;")
      .replace(/\{/g, "&#123;")
      // At the beginning of a paragraph `[…]:` defines a link, also across what is escaped.
      .replaceAll("]:", "]&#58;")
      .replace(/!$/, "\\!")
  );
}

function entities(text: string): string {
  return braces(escapeHtml(text)).replaceAll("]:", "]&#58;");
}

function braces(html: string): string {
  return html.replaceAll("{", "&#123;");
}
