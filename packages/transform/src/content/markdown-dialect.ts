import { escapeHtml } from "./escape-html.js";
import { codeBlock, codeSpan, escapeLineStart, escapeMarkdown } from "./markdown-text.js";
import type { SafeElementName, SafeLink } from "./safe-tree.js";

/**
 * What one reader of Markdown takes for more than text, and how it is told not to. Every program that reads
 * Markdown runs something in it (shortcodes, Liquid, queries); its dialect is the one place that knows.
 */
export interface MarkdownDialect {
  /** Text within a line, with everything escaped that would be read as markup or run. */
  text(text: string): string;
  /** A line of written Markdown whose first characters can't be read as the beginning of a block. */
  lineStart(line: string): string;
  /** What ends a line inside a paragraph, its line end included. */
  readonly lineBreak: string;
  /** Code within a line. */
  code(code: string): string;
  /** Preformatted text; may hold line ends, and ends without one. */
  codeBlock(code: string): string;
  /** Raw HTML that means the same, with what would be run in it written as entities. */
  html(html: string): string;
  /** Whether `<https://…>` is a link. */
  readonly autolinks: boolean;
  /** Whether lists that need CommonMark's finer rules (numbers, a change of sign) have to be HTML. */
  readonly plainLists: boolean;
  /** Tags to write in the place of an element's own, where the reader would take its text as it stands. */
  readonly tags?: Readonly<Partial<Record<SafeElementName, readonly [open: string, close: string]>>>;
  /** A hashtag as the reader's own kind of tag; `null` to keep the link. */
  hashtag?(name: string, link: SafeLink): string | null;
}

/** CommonMark with GFM, where nothing in text is run. */
export const COMMONMARK: MarkdownDialect = {
  text: escapeMarkdown,
  lineStart: escapeLineStart,
  lineBreak: "\\\n",
  // Blocks are told before code spans: `[…]:` at the start of a paragraph would define a link, also in code.
  code: (code) => (code.includes("]:") ? htmlCode(code, escapeMarkdown) : codeSpan(code)),
  codeBlock,
  html: (html) => html,
  autolinks: true,
  plainLists: false,
};

/** Code within a line as HTML, for a dialect in which it would run between backticks. */
export function htmlCode(
  code: string,
  text: (text: string) => string,
  name: "code" | "samp" = "code",
): string {
  const line = text(code.replace(/\s+/g, " "));
  return line === "" ? "" : `<${name}>${line}</${name}>`;
}

/** Preformatted text as HTML, for a dialect in which it would run between fences. */
export function htmlCodeBlock(code: string, dialect: Pick<MarkdownDialect, "html">): string {
  return oneLine(`<pre><code>${dialect.html(escapeHtml(code.replace(/\n+$/, "")))}</code></pre>`);
}

/** HTML on one line: dialects differ in what ends raw HTML, an empty line among them. */
export function oneLine(html: string): string {
  return html.replaceAll("\n", "&#10;");
}
