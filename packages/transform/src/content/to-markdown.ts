import { COMMONMARK, oneLine } from "./markdown-dialect.js";
import { type MarkdownInlineOptions, runMarkdown } from "./markdown-inline.js";
import { forEachBlock, isBlock } from "./runs.js";
import type { SafeElement, SafeNode, SafeTree } from "./safe-tree.js";
import { toHtml } from "./to-html.js";
import { itemNumbers, verbatim } from "./to-text.js";

/** What the document around the content knows. */
export interface MarkdownOptions extends MarkdownInlineOptions {
  /** Levels added to headings, so that they stand under the document's own; at most 6 are reached. Default: 0. */
  readonly headingOffset?: number;
}

/**
 * Writes a tree as CommonMark with GFM's strikethrough. Text shows as written, whatever characters it holds; what
 * Markdown has no sign for (`u`, `sub`, `sup`, `small`, `ruby`, language and direction of a phrase) is inline HTML.
 * The language and direction of whole paragraphs are lost. Breaks are a backslash at the end of the line.
 *
 * The result has no line end at its end, and is empty for an empty tree.
 */
export function toMarkdown(tree: SafeTree, options: MarkdownOptions = {}): string {
  return joined(blocksOf(tree, options));
}

interface Block {
  readonly text: string;
  /** The sign its last list item has; the next list must have another, or they would be one list. */
  readonly sign: string | null;
  /** Whether it may stand right under a paragraph, as a list in an item does. */
  readonly tight: boolean;
}

function joined(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join("\n\n");
}

function blocksOf(nodes: SafeTree, options: MarkdownOptions): readonly Block[] {
  const blocks: Block[] = [];
  const add = (block: Block): void => {
    if (block.text !== "") blocks.push(block);
  };
  forEachBlock(
    nodes,
    (run) => add({ text: runMarkdown(run, options), sign: null, tight: false }),
    (block) => add(blockOf(block, options, blocks.at(-1)?.sign ?? null)),
  );
  return blocks;
}

function blockOf(element: SafeElement, options: MarkdownOptions, signBefore: string | null): Block {
  const { name, children } = element;
  if (name === "ul" || name === "ol") return listOf(element, options, signBefore);
  return { text: textOf(name, children, options), sign: null, tight: false };
}

function textOf(name: SafeElement["name"], children: SafeTree, options: MarkdownOptions): string {
  switch (name) {
    case "hr":
      // Not `---`: that would be the fence of a front matter at the start, and underlines the line above.
      return "***";
    case "pre": {
      const code = verbatim(children);
      return code.trim() === "" ? "" : (options.dialect ?? COMMONMARK).codeBlock(code);
    }
    case "blockquote": {
      const text = joined(blocksOf(children, options));
      return text === "" ? "" : prefixed(text, "> ", "> ");
    }
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return headingOf(Number(name.slice(1)), children, options);
    default:
      return joined(blocksOf(children, options));
  }
}

function headingOf(level: number, children: SafeTree, options: MarkdownOptions): string {
  const text = runMarkdown(children, { ...options, singleLine: true });
  const signs = "#".repeat(Math.min(6, level + (options.headingOffset ?? 0)));
  // Signs at the end of a heading would be dropped as its closing sequence.
  return text === "" ? "" : `${signs} ${text.replace(/(?<=\s)#+$/, "\\$&")}`;
}

function listOf(list: SafeElement, options: MarkdownOptions, signBefore: string | null): Block {
  const numbers = list.name === "ol" ? itemNumbers(list) : null;
  const dialect = options.dialect ?? COMMONMARK;
  if (dialect.plainLists && !isPlain(list, numbers, signBefore)) {
    return { text: dialect.html(oneLine(toHtml([list]))), sign: null, tight: false };
  }
  const items = list.children.map((item) => itemText(item, options));
  let sign = numbers === null ? bulletOf(items, signBefore) : other(signBefore, ".", ")");
  let text = "";
  const loose = items.some(needsRoom);
  items.forEach((item, at) => {
    const number = numbers === null ? null : Math.max(0, numbers[at] ?? 0);
    // A number that does not follow the one before begins a list of its own, which needs another sign.
    const jumps = numbers !== null && at > 0 && number !== (numbers[at - 1] ?? 0) + 1;
    if (jumps) sign = other(sign, ".", ")");
    const marker = number === null ? `${sign} ` : `${number}${sign} `;
    if (at > 0) text += loose || jumps ? "\n\n" : "\n";
    text += prefixed(item, marker, " ".repeat(marker.length));
  });
  // CommonMark §5.2: only a list that begins with 1 and a text may follow a paragraph without a blank line.
  const tight = items[0] !== "" && (numbers === null || numbers[0] === 1) && !needsRoom(text);
  return { text, sign, tight };
}

/** A bullet that parts the list from the one before, and makes no rule (`- - -`) of lists of nothing. */
function bulletOf(items: readonly string[], signBefore: string | null): string {
  const rules = (bullet: string): boolean =>
    items.some(
      (item) => item.startsWith(bullet) && /^([-*+])(?: *\1)*\s*$/.test(item.split("\n", 1)[0] ?? ""),
    );
  return ["-", "+", "*"].find((bullet) => bullet !== signBefore && !rules(bullet)) ?? "-";
}

/** Whether a list can be read without the finer rules of CommonMark: each item is one line of text or such a list. */
function isPlain(list: SafeElement, numbers: readonly number[] | null, signBefore: string | null): boolean {
  if (signBefore !== null || (numbers ?? []).some((number, at) => number !== at + 1)) return false;
  return list.children.every(
    (item) =>
      item.type === "element" &&
      item.children.length > 0 &&
      item.children.every((child) => child.type !== "break" && (child.type !== "element" || !isBlock(child))),
  );
}

/** Some readers (micromark 4) lose line ends of code in lists without blank lines. */
function needsRoom(text: string): boolean {
  return text.includes("\n\n") || text.includes("```");
}

function itemText(item: SafeNode, options: MarkdownOptions): string {
  if (item.type !== "element") return "";
  let text = "";
  blocksOf(item.children, options).forEach((block, at) => {
    if (at > 0) text += at === 1 && block.tight ? "\n" : "\n\n";
    text += block.text;
  });
  return text;
}

function other(sign: string | null, first: string, second: string): string {
  return sign === first ? second : first;
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, at) => {
      const prefix = at === 0 ? first : others;
      return line === "" ? prefix.trimEnd() : prefix + line;
    })
    .join("\n");
}
