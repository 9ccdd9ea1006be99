import { escapeHtml } from "./escape-html.js";
import type { SafeElement, SafeLink, SafeNode, SafeTree } from "./safe-tree.js";

/** What the page around the content knows. */
export interface HtmlOptions {
  /** Address of a custom emoji's picture, or `null` to show its `:name:`. */
  readonly emojiUrl?: (shortcode: string) => string | null;
  /** Address of a page about a hashtag (given without `#`), or `null` to keep the link to its server. */
  readonly hashtagUrl?: (name: string) => string | null;
}

/**
 * Writes a tree as HTML. Everything is escaped; there are no ids, no styles, no events and no pictures but
 * custom emoji. Links say `nofollow` (their targets are not recommended by the site) and `noopener noreferrer`
 * (servers that are linked to learn nothing of readers).
 *
 * @example
 * ```ts
 * import { toHtml } from "@archive/transform";
 * const bold = { type: "element", name: "strong", children: [{ type: "text", value: "1 < 2" }] } as const;
 * toHtml([bold]); // "<strong>1 &lt; 2</strong>"
 * ```
 */
export function toHtml(tree: SafeTree, options: HtmlOptions = {}): string {
  let html = "";
  for (const node of tree) html += nodeHtml(node, options);
  return html;
}

function nodeHtml(node: SafeNode, options: HtmlOptions): string {
  switch (node.type) {
    case "text":
      return escapeHtml(node.value);
    case "break":
      return "<br>";
    case "emoji":
      return emojiHtml(node.shortcode, options);
    case "link":
      return linkHtml(node, options);
    case "element":
      return elementHtml(node, options);
  }
}

function emojiHtml(shortcode: string, options: HtmlOptions): string {
  const name = escapeHtml(`:${shortcode}:`);
  const url = options.emojiUrl?.(shortcode) ?? null;
  return url === null
    ? name
    : `<img class="emoji" src="${escapeHtml(url)}" alt="${name}" title="${name}" draggable="false" loading="lazy">`;
}

const CLASSES = {
  plain: "",
  mention: ' class="u-url mention"',
  hashtag: ' class="mention hashtag"',
} as const;

function linkHtml(link: SafeLink, options: HtmlOptions): string {
  const inner = toHtml(link.children, options);
  const own = link.role === "hashtag" ? ownHashtag(link, options) : null;
  const rel = own === null ? "nofollow noopener noreferrer" : "";
  const rels = link.role === "hashtag" ? `tag ${rel}`.trim() : rel;
  return `<a href="${escapeHtml(own ?? link.href)}"${CLASSES[link.role]} rel="${rels}">${inner}</a>`;
}

function ownHashtag(link: SafeLink, options: HtmlOptions): string | null {
  const name = hashtagName(link);
  return name === null ? null : (options.hashtagUrl?.(name) ?? null);
}

/** The hashtag a link names, without `#`; `null` when its text is none. */
export function hashtagName(link: SafeLink): string | null {
  let text = "";
  const read = (nodes: SafeTree): void => {
    for (const node of nodes) {
      if (node.type === "text") text += node.value;
      else if (node.type === "element" || node.type === "link") read(node.children);
    }
  };
  read(link.children);
  return /^[#＃]?([^\s#＃]+)$/u.exec(text.trim())?.[1] ?? null;
}

function elementHtml(element: SafeElement, options: HtmlOptions): string {
  const { name, children } = element;
  if (name === "hr") return "<hr>";
  let attributes = "";
  if (element.mark !== undefined) attributes += ` class="${element.mark}"`;
  if (element.lang !== undefined) attributes += ` lang="${escapeHtml(element.lang)}"`;
  if (element.dir !== undefined) attributes += ` dir="${element.dir}"`;
  if (element.start !== undefined) attributes += ` start="${element.start}"`;
  if (element.reversed === true) attributes += " reversed";
  if (element.value !== undefined) attributes += ` value="${element.value}"`;
  const inner = toHtml(children, options);
  // The parser drops one line end behind <pre>.
  const guard = name === "pre" && inner.startsWith("\n") ? "\n" : "";
  return `<${name}${attributes}>${guard}${inner}</${name}>`;
}
