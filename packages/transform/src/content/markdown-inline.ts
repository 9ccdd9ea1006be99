import { codeSpan, escapeLineStart, escapeMarkdown, linkDestination } from "./markdown-text.js";
import type { SafeElement, SafeLink, SafeNode, SafeTree } from "./safe-tree.js";
import { hashtagName } from "./to-html.js";
import { verbatim } from "./to-text.js";

/** What the document around a run of text knows. */
export interface MarkdownInlineOptions {
  /** Address of a page about a hashtag (given without `#`), or `null` to keep the link to its server. */
  readonly hashtagUrl?: (name: string) => string | null;
  /** The run is a heading: breaks become `<br>`. */
  readonly singleLine?: boolean;
}

const SIGNS: Readonly<Partial<Record<SafeElement["name"], string>>> = { em: "*", strong: "**", del: "~~" };
// With a letter or digit at both edges a sign opens and closes whatever stands around it (CommonMark §6.2).
const WORD_EDGES = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?$/su;
const AUTOLINK = /^https?:\/\/[\w!#$%&'()*+,./:;=?@[\]~-]+$/;

/** Writes inline nodes as one paragraph; empty when there is nothing to see. */
export function runMarkdown(nodes: SafeTree, options: MarkdownInlineOptions): string {
  const writer = new InlineWriter(options);
  writer.write(flatten(nodes, new Set()));
  return writer.result();
}

class InlineWriter {
  readonly #options: MarkdownInlineOptions;
  #out = "";

  constructor(options: MarkdownInlineOptions) {
    this.#options = options;
  }

  result(): string {
    let end = this.#out.length;
    // Breaks and spaces at the end; an escaped backslash there has no line end behind it.
    for (;;) {
      if (this.#out[end - 1] === " ") end -= 1;
      else if (this.#out[end - 1] === "\n") end -= 2;
      else break;
    }
    const text = this.#out.slice(0, end);
    if (this.#options.singleLine === true) return escapeLineStart(text.replaceAll("\\\n", "<br>"));
    return text.split("\n").map(escapeLineStart).join("\n");
  }

  write(nodes: SafeTree): void {
    for (const node of nodes) {
      if (node.type === "text") this.#text(node.value);
      else if (node.type === "emoji") this.#out += escapeMarkdown(`:${node.shortcode}:`);
      else if (node.type === "break") this.#break();
      else if (node.type === "link") this.#link(node);
      else this.#mark(node);
    }
  }

  #text(value: string): void {
    const text = value.replace(/[ \t\n\f\r]+/g, " ");
    const afterSpace = this.#out === "" || this.#out.endsWith(" ") || this.#out.endsWith("\n");
    this.#out += escapeMarkdown(afterSpace ? text.replace(/^ /, "") : text);
  }

  #break(): void {
    if (this.#out !== "") this.#out += "\\\n";
  }

  #link(link: SafeLink): void {
    const only = link.children.length === 1 ? link.children[0] : undefined;
    const own = link.role === "hashtag" ? hashtagName(link) : null;
    const page = own === null ? null : this.#options.hashtagUrl?.(own);
    const address = page ?? link.href;
    if (only?.type === "text" && only.value === address && AUTOLINK.test(address)) {
      this.#out += `<${address}>`;
      return;
    }
    this.#wrap(link.children, (text) => `[${text}](${linkDestination(address)})`);
  }

  #mark(element: SafeElement): void {
    const { name } = element;
    if (name === "code") {
      const code = verbatim(element.children);
      // Blocks are told before code spans: `[…]:` at the start of a paragraph would define a link, also in code.
      this.#out += code.includes("]:")
        ? `<code>${escapeMarkdown(code.replace(/\s+/g, " "))}</code>`
        : codeSpan(code);
      return;
    }
    const sign = SIGNS[name];
    const before = this.#out;
    this.#wrap(element.children, (text) =>
      sign !== undefined && WORD_EDGES.test(text) && !/[*~_]/.test(before.at(-1) ?? "")
        ? sign + text + sign
        : `<${name}${attributes(element)}>${text}</${name}>`,
    );
  }

  /** Writes the children, then puts something around them; spaces at the edges stay outside. */
  #wrap(children: SafeTree, around: (text: string) => string): void {
    const before = this.#out;
    this.write(children);
    const written = this.#out.slice(before.length);
    const start = written.startsWith(" ") ? 1 : 0;
    const end = written.endsWith(" ") ? 1 : 0;
    const text = written.slice(start, written.length - end);
    if (text !== "") this.#out = before + " ".repeat(start) + around(text) + " ".repeat(end);
  }
}

function attributes(element: SafeElement): string {
  const lang = element.lang === undefined ? "" : ` lang="${element.lang}"`;
  return element.dir === undefined ? lang : `${lang} dir="${element.dir}"`;
}

/** Drops marks that say nothing here, and joins the texts they parted: `&` and `amp;` must be seen together. */
function flatten(nodes: SafeTree, within: ReadonlySet<string>): SafeTree {
  const flat: SafeNode[] = [];
  const add = (node: SafeNode): void => {
    const last = flat.at(-1);
    if (node.type === "text" && last?.type === "text") {
      flat[flat.length - 1] = { type: "text", value: last.value + node.value };
    } else if (isCode(node) && last !== undefined && isCode(last)) {
      // Two code spans side by side would read as one with backticks in it.
      flat[flat.length - 1] = { ...last, children: [...last.children, ...node.children] };
    } else flat.push(node);
  };
  for (const node of nodes) {
    if (node.type === "link") add({ ...node, children: flatten(node.children, within) });
    else if (node.type !== "element") add(node);
    else if (node.name === "code") for (const part of codeLines(node)) add(part);
    else if (isIdle(node, within)) for (const child of flatten(node.children, within)) add(child);
    else add({ ...node, children: flatten(node.children, new Set([...within, node.name])) });
  }
  return flat;
}

/** Code spans have no breaks: code of several lines becomes a span for each. */
function codeLines(code: SafeElement): SafeTree {
  const lines: SafeNode[] = [];
  const read = (nodes: SafeTree): void => {
    for (const node of nodes) {
      if (node.type === "break") lines.push(node);
      else if (node.type === "element" || node.type === "link") read(node.children);
      else {
        const last = lines.at(-1);
        if (last?.type === "element")
          lines[lines.length - 1] = { ...last, children: [...last.children, node] };
        else lines.push({ ...code, children: [node] });
      }
    }
  };
  read(code.children);
  return lines;
}

function isCode(node: SafeNode): node is SafeElement {
  return node.type === "element" && node.name === "code";
}

function isIdle(element: SafeElement, within: ReadonlySet<string>): boolean {
  if (element.name === "span") return element.lang === undefined && element.dir === undefined;
  return SIGNS[element.name] !== undefined && within.has(element.name);
}
