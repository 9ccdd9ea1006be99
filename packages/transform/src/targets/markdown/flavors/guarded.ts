import {
  COMMONMARK,
  htmlCode,
  htmlCodeBlock,
  type MarkdownDialect,
} from "../../../content/markdown-dialect.js";

/** A dialect of CommonMark whose reader runs something in text, and in code just as well. */
export interface Guard {
  /** What is left to do to text that is escaped for CommonMark. */
  text(escaped: string): string;
  /** Code that would be run, or cut, where it stands. */
  readonly runs: RegExp;
  /** Raw HTML that means the same and is not run. */
  html(html: string): string;
  /** The element code stands in within a line where it has to be HTML. */
  readonly element?: "code" | "samp";
}

/** Makes a dialect: code that would be run is written as HTML, for there characters can be entities. */
export function guarded(guard: Guard, more: Partial<MarkdownDialect> = {}): MarkdownDialect {
  const { runs, html } = guard;
  const text = (raw: string): string => guard.text(COMMONMARK.text(raw));
  return {
    ...COMMONMARK,
    text,
    html,
    code: (code) =>
      runs.test(code) || code.includes("]:") ? htmlCode(code, text, guard.element) : COMMONMARK.code(code),
    codeBlock: (code) => (runs.test(code) ? htmlCodeBlock(code, { html }) : COMMONMARK.codeBlock(code)),
    ...more,
  };
}

/** A content warning that browsers fold. Where raw HTML is not let through, the warning still stands above. */
export function details(warning: string, body: string): string {
  return [
    '<details class="content-warning"><summary>',
    `**Content warning:** ${warning}`,
    "</summary>",
    ...(body === "" ? [] : [body]),
    "</details>",
  ].join("\n\n");
}
