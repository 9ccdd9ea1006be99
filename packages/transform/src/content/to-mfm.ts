import { forEachBlock } from "./runs.js";
import type { SafeElement, SafeLink, SafeNode, SafeTree } from "./safe-tree.js";
import { hashtagName } from "./to-html.js";
import { itemNumbers, verbatim } from "./to-text.js";

/** What the post around a text knows. */
export interface MfmOptions {
  /** `@user@host` of a mention by its address; `null` keeps it a link. */
  readonly mention?: (href: string) => string | null;
}

/**
 * Writes a tree in Misskey's markup (MFM). The markup knows no escapes: what would be read as markup stands in
 * `<plain>`. Bold, italic and struck text are written as tags, which hold anywhere in a word. Lists and headings,
 * which it does not have, become lines of text.
 *
 * Source: mfm-js, `docs/syntax.md`.
 */
export function toMfm(tree: SafeTree, options: MfmOptions = {}): string {
  return blocksMfm(tree, options).join("\n\n");
}

function blocksMfm(nodes: SafeTree, options: MfmOptions): string[] {
  const blocks: string[] = [];
  const add = (text: string): void => {
    if (text !== "") blocks.push(text);
  };
  forEachBlock(
    nodes,
    (run) => add(runMfm(run, options)),
    (block) => add(blockMfm(block, options)),
  );
  return blocks;
}

function blockMfm(element: SafeElement, options: MfmOptions): string {
  const { name, children } = element;
  switch (name) {
    case "hr":
      return "---";
    case "pre":
      return codeBlock(verbatim(children));
    case "blockquote": {
      const text = blocksMfm(children, options).join("\n\n");
      return text === "" ? "" : text.replace(/^/gm, "> ");
    }
    case "ul":
    case "ol":
      return listMfm(element, options);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6": {
      const text = runMfm(children, options);
      return text === "" ? "" : `<b>${text}</b>`;
    }
    default:
      return blocksMfm(children, options).join("\n\n");
  }
}

/** A fence must stand alone on its line: code that holds one is written as text. */
function codeBlock(code: string): string {
  const text = code.replace(/^\n+|\n+$/g, "");
  if (text.trim() === "") return "";
  return text.includes("```") ? escaped(text) : `\`\`\`\n${text}\n\`\`\``;
}

function listMfm(list: SafeElement, options: MfmOptions): string {
  const numbers = list.name === "ol" ? itemNumbers(list) : null;
  return list.children
    .map((item, at) => {
      const marker = numbers === null ? "- " : `${numbers[at] ?? 1}. `;
      const text = item.type === "element" ? blocksMfm(item.children, options).join("\n") : "";
      // Quotes and code begin a line.
      return (/^(?:> |```)/.test(text) ? `${marker.trimEnd()}\n${text}` : marker + text).trimEnd();
    })
    .join("\n");
}

/** Stands for a break until white space is collapsed: a vertical tab, which no tree holds. */
const BREAK = "\v";
/** Stands at the edges of a custom emoji, which beside a letter or number would be text. */
const EDGE = "\f";

function runMfm(nodes: SafeTree, options: MfmOptions): string {
  return inlineMfm(joined(nodes), options)
    .replace(/(?<=[a-z0-9])\f|\f(?=[a-z0-9])/gi, "\u200b")
    .replaceAll(EDGE, "")
    .replace(/ {2,}/g, " ")
    .replace(/ ?\v ?/g, "\n")
    .replace(/^[ \n]+|[ \n]+$/g, "");
}

/** Without marks that say nothing here, and texts side by side as one: markup shows in the whole only. */
function joined(nodes: SafeTree): SafeTree {
  const out: SafeNode[] = [];
  for (const node of nodes) {
    if (node.type === "element" && node.name === "rp") continue;
    if (node.type !== "element" || node.name !== "span") push(out, node);
    else for (const child of joined(node.children)) push(out, child);
  }
  return out;
}

function push(out: SafeNode[], node: SafeNode): void {
  const last = out.at(-1);
  if (node.type === "text" && last?.type === "text") {
    out[out.length - 1] = { type: "text", value: last.value + node.value };
  } else out.push(node);
}

function inlineMfm(nodes: SafeTree, options: MfmOptions): string {
  return nodes.map((node) => nodeMfm(node, options)).join("");
}

function nodeMfm(node: SafeNode, options: MfmOptions): string {
  switch (node.type) {
    case "text":
      return escaped(node.value.replace(/[ \t\n\f\r]+/g, " "));
    case "break":
      return BREAK;
    case "emoji":
      return `${EDGE}:${node.shortcode}:${EDGE}`;
    case "link":
      return linkMfm(node, options);
    case "element":
      return markMfm(node, options);
  }
}

const TAGS: Readonly<Partial<Record<SafeElement["name"], string>>> = {
  em: "i",
  strong: "b",
  del: "s",
  small: "small",
};

function markMfm(element: SafeElement, options: MfmOptions): string {
  const { name, children } = element;
  if (name === "code") return codeMfm(verbatim(children));
  if (name === "ruby") return rubyMfm(children, options);
  const inner = inlineMfm(joined(children), options);
  const tag = TAGS[name];
  if (name === "rt") return `(${inner})`;
  return tag === undefined || inner.trim() === "" ? inner : `<${tag}>${inner}</${tag}>`;
}

function codeMfm(code: string): string {
  if (code.trim() === "") return code;
  return code.includes("\n")
    ? code.split("\n").map(codeMfm).join(BREAK)
    : /[`´]/.test(code)
      ? escaped(code)
      : `\`${code}\``;
}

/** `$[ruby base reading]` takes one word each; anything else is written with brackets. */
function rubyMfm(children: SafeTree, options: MfmOptions): string {
  const base = verbatim(children.filter((each) => each.type !== "element"));
  const rt = children.find((each) => each.type === "element" && each.name === "rt");
  const reading = rt?.type === "element" ? verbatim(rt.children) : "";
  const isWord = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
  if (isWord(base) && isWord(reading)) return `$[ruby ${base} ${reading}]`;
  return inlineMfm(joined(children), options);
}

const HASHTAG = /^[\p{L}\p{N}\p{M}_\u30fb-]+$/u;
/** Addresses that end where they do whatever follows; others stand in angle brackets. */
const PLAIN_ADDRESS = /^https?:\/\/[\w/:%#@$&?!~=+.,-]*[\w/%#@$&~=+-]$/;

function linkMfm(link: SafeLink, options: MfmOptions): string {
  const { href, role, children } = link;
  if (role === "hashtag") {
    const name = hashtagName(link);
    // Digits alone are no hashtag to it.
    if (name !== null && HASHTAG.test(name) && !/^\d+$/.test(name)) return `#${name}`;
  }
  if (role === "mention") {
    const name = options.mention?.(href) ?? null;
    if (name !== null && /^@[a-z0-9_.-]+(?:@[a-z0-9.-]+)?$/i.test(name)) return name;
  }
  const label = inlineMfm(joined(withoutLinks(children)), options).replaceAll(BREAK, " ");
  // It knows addresses of the web only.
  if (label.trim() === "" || !/^https?:\/\//i.test(href)) return label;
  const safe = href.replace(/[\s<>]/g, (sign) => encodeURIComponent(sign));
  const address = PLAIN_ADDRESS.test(safe) ? safe : `<${safe}>`;
  return verbatim(children) === href ? address : `[${label}](${address})`;
}

function withoutLinks(nodes: SafeTree): SafeTree {
  return nodes.flatMap((node) => (node.type === "link" ? node.children : [node]));
}

/** Signs with which some piece of the markup begins. */
const RISKY = /[*_~`$<>@#[\]\\:|]/;
/** Words that make a search field of their line. */
const SEARCH = /^(?:search|検索)$/i;
/** A colon behind a word or between numbers, as prose has it: `so:`, `12:30`. */
const PROSE = /^(?:[\p{L}\p{M}"'(),.;!?-]+:|\d+:\d+[,.;!?)]*)$/u;

/** A text that is read as it stands. Words without any sign of the markup stay bare. */
function escaped(text: string): string {
  return text
    .split(/([ \n]+)/)
    .map((word) => (SEARCH.test(word) || (RISKY.test(word) && !PROSE.test(word)) ? plain(word) : word))
    .join("")
    .replace(/<\/plain>( +)<plain>/g, "$1");
}

const CLOSING = "</plain>";

function plain(word: string): string {
  // The end of it can't stand inside, and nothing can't either.
  return word
    .split(CLOSING)
    .map((part) => (part === "" ? "" : `<plain>${part}</plain>`))
    .join("<plain></</plain><plain>plain></plain>");
}
