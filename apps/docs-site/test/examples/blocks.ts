/** A fenced block of a page or of a docstring. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** The line its fence stands on, from 1. */
  readonly line: number;
  /** `file=<name>`: what the block holds stands in a file of this name when the blocks behind it run. */
  readonly file: string | null;
  /** `not-run="…"`: why nobody can run it here. */
  readonly notRun: string | null;
  /** `needs=<program>`: run only where that program is. */
  readonly needs: string | null;
  /** `browser`: meant for the browser builds. */
  readonly browser: boolean;
}

/** The fenced blocks of Markdown, in order. What stands behind the language says how each is run. */
export function blocksOf(markdown: string): readonly Block[] {
  const fence = /^(?<fence>`{3,})(?<language>\w+)(?<marks>[^\n]*)\n(?<code>[\s\S]*?)^\k<fence>$/gm;
  return [...markdown.matchAll(fence)].map(({ index, groups }) => {
    const { language = "", marks = "", code = "" } = groups ?? {};
    return {
      language,
      code,
      line: markdown.slice(0, index).split("\n").length,
      file: markOf(marks, "file"),
      notRun: markOf(marks, "not-run"),
      needs: markOf(marks, "needs"),
      browser: /(?:^|\s)browser(?:\s|$)/.test(marks),
    };
  });
}

function markOf(marks: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|(\\S+))`).exec(marks);
  return found === null ? null : (found[1] ?? found[2] ?? null);
}

/** The blocks of the `@example`s of a source, without the comment around them. */
export function docstringBlocks(source: string): readonly Block[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    if (!comment.includes("@example")) return [];
    const first = source.slice(0, index).split("\n").length - 1;
    const text = comment.replaceAll(/^[ \t]*\*[/ ]?/gm, "");
    return blocksOf(text).map((block) => ({ ...block, line: first + block.line }));
  });
}
