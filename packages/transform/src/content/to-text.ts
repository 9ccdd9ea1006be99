import { forEachBlock } from "./runs.js";
import type { SafeElement, SafeTree } from "./safe-tree.js";

/**
 * The text of a tree, for files, feeds and search: paragraphs apart by an empty line, quotes behind `> `, lists
 * with `- ` or their numbers. The parts of an address that Mastodon hides are shown, so that it is whole.
 *
 * @example
 * ```ts
 * import { toText } from "@archive/transform";
 * for await (const { content } of selection.posts("newest", { limit: 10 })) {
 *   if (content !== null) console.log(toText(content));
 * }
 * ```
 */
export function toText(tree: SafeTree): string {
  return blocksText(tree).join("\n\n");
}

/**
 * The beginning of a tree's text on one line, for titles and descriptions: at most `maxChars` characters as a
 * reader counts them (an emoji is one), cut at a word where one ends nearby, with "…" as its last character.
 */
export function excerpt(tree: SafeTree, maxChars: number): string {
  return clip(toText(tree).replace(/\s+/g, " ").trim(), maxChars);
}

// Made when first needed: it is costly to make, and many runs need none.
let segmenter: Intl.Segmenter | undefined;

/**
 * Text of nothing but characters that never join with the one before: ASCII, Latin, Greek and Cyrillic letters
 * without combining marks, punctuation, kana, Han and Hangul syllables. No surrogates, joiners or selectors.
 */
const SINGLE =
  /^[ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

/** A text on one line, of at most `maxChars` characters as a reader counts them. */
export function clip(text: string, maxChars: number): string {
  if (maxChars <= 0) return "";
  if (text.length <= maxChars) return text;
  // A segmenter takes a hundred times as long, and most texts need none: in these ranges each unit is a character.
  const head = text.slice(0, maxChars + 1);
  if (SINGLE.test(head)) return `${shorten(head.slice(0, maxChars - 1))}…`;
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  let count = 0;
  let cut = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (count === maxChars - 1) cut = index;
    count += 1;
    if (count > maxChars) return `${shorten(text.slice(0, cut))}…`;
    if (index + segment.length === text.length) return text;
  }
  return text;
}

/** Back to the last space, unless that costs more than a third. */
function shorten(text: string): string {
  const space = text.lastIndexOf(" ");
  return (space > (text.length * 2) / 3 ? text.slice(0, space) : text).trimEnd();
}

function blocksText(nodes: SafeTree): string[] {
  const blocks: string[] = [];
  const add = (text: string): void => {
    if (text !== "") blocks.push(text);
  };
  forEachBlock(
    nodes,
    (run) => add(runText(run)),
    (block) => add(blockText(block)),
  );
  return blocks;
}

function blockText(element: SafeElement): string {
  switch (element.name) {
    case "hr":
      return "---";
    case "pre":
      return verbatim(element.children).trimEnd();
    case "blockquote":
      return quoteText(element.children);
    case "ul":
    case "ol":
      return listText(element);
    default:
      return blocksText(element.children).join("\n\n");
  }
}

function quoteText(children: SafeTree): string {
  const text = blocksText(children).join("\n\n");
  return text === "" ? "" : prefixed(text, "> ", "> ");
}

function listText(list: SafeElement): string {
  const numbers = list.name === "ol" ? itemNumbers(list) : null;
  const items = list.children.map((item, at) => {
    const marker = numbers === null ? "- " : `${numbers[at] ?? 1}. `;
    const blocks = item.type === "element" ? blocksText(item.children) : [];
    return prefixed(blocks.join("\n"), marker, " ".repeat(marker.length)).trimEnd();
  });
  return items.join("\n");
}

/** The numbers of an ordered list's items, by `start`, `reversed` and each item's `value` (HTML §4.4.5). */
export function itemNumbers(list: SafeElement): readonly number[] {
  const step = list.reversed === true ? -1 : 1;
  let next = list.start ?? (list.reversed === true ? list.children.length : 1);
  return list.children.map((item) => {
    const number = (item.type === "element" ? item.value : undefined) ?? next;
    next = number + step;
    return number;
  });
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, at) =>
      line === "" ? (at === 0 ? first : others).trimEnd() : (at === 0 ? first : others) + line,
    )
    .join("\n");
}

/** A run of inline nodes as its reader sees it: white space collapsed as in HTML, breaks as line ends. */
function runText(nodes: SafeTree): string {
  const text = inlineText(nodes);
  const collapsed = text.includes("  ") ? text.replace(/ {2,}/g, " ") : text;
  return trimmed(collapsed.includes("\v") ? collapsed.replace(/ ?\v ?/g, "\n") : collapsed);
}

/** A vertical tab, which no tree holds, stands for a break until white space is collapsed. */
function inlineText(nodes: SafeTree): string {
  let text = "";
  for (const node of nodes) {
    if (node.type === "text") text += spaced(node.value);
    else if (node.type === "break") text += "\v";
    else if (node.type === "emoji") text += `:${node.shortcode}:`;
    else if (node.type === "link") text += inlineText(node.children);
    else if (node.name === "rt") text += `(${inlineText(node.children)})`;
    else if (node.name !== "rp") text += inlineText(node.children);
  }
  return text;
}

/** White space as single spaces. Most texts have nothing else, and to look is cheaper than to replace each by itself. */
function spaced(text: string): string {
  return /[\t\n\f\r]| {2}/.test(text) ? text.replace(/[ \t\n\f\r]+/g, " ") : text;
}

/** Text with its white space, for code and preformatted text. */
export function verbatim(nodes: SafeTree): string {
  let text = "";
  for (const node of nodes) {
    if (node.type === "text") text += node.value.replace(/\r\n?/g, "\n");
    else if (node.type === "break") text += "\n";
    else if (node.type === "emoji") text += `:${node.shortcode}:`;
    else text += verbatim(node.children);
  }
  return text;
}

/** Without spaces and line ends at its edges; other white space is its author's. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === " " || text[start] === "\n")) start += 1;
  while (end > start && (text[end - 1] === " " || text[end - 1] === "\n")) end -= 1;
  return text.slice(start, end);
}
