import { COMMONMARK, type MarkdownDialect } from "./markdown-dialect.js";
import { linkDestination } from "./markdown-text.js";
import type { SafeElement, SafeLink, SafeNode, SafeTree } from "./safe-tree.js";
import { hashtagName } from "./to-html.js";
import { verbatim } from "./to-text.js";

/** What the document around a run of text knows. */
export interface MarkdownInlineOptions {
  /** Address of a page about a hashtag (given without `#`), or `null` to keep the link to its server. */
  readonly hashtagUrl?: (name: string) => string | null;
  /** Whom it is written for; CommonMark with GFM unless told. */
  readonly dialect?: MarkdownDialect;
  /** The run is a heading: breaks become `<br />`. */
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

/** Stands for a break until the run is whole: a vertical tab, which no tree holds. */
const BREAK = "\v";

class InlineWriter {
  readonly #options: MarkdownInlineOptions;
  readonly #dialect: MarkdownDialect;
  #out = "";

  constructor(options: MarkdownInlineOptions) {
    this.#options = options;
    this.#dialect = options.dialect ?? COMMONMARK;
  }

  result(): string {
    let end = this.#out.length;
    while (this.#out[end - 1] === " " || this.#out[end - 1] === BREAK) end -= 1;
    const lines = this.#out.slice(0, end).split(BREAK);
    if (this.#options.singleLine === true) return this.#dialect.lineStart(lines.join("<br />"));
    return lines.map((line) => this.#dialect.lineStart(endSafe(line))).join(this.#dialect.lineBreak);
  }

  write(nodes: SafeTree): void {
    for (const node of nodes) {
      if (node.type === "text") this.#text(node.value);
      else if (node.type === "emoji") this.#out += this.#dialect.text(`:${node.shortcode}:`);
      else if (node.type === "break") this.#break();
      else if (node.type === "link") this.#link(node);
      else this.#mark(node);
    }
  }

  #text(value: string): void {
    const text = value.replace(/[ \t\n\f\r]+/g, " ");
    const afterSpace = this.#out === "" || this.#out.endsWith(" ") || this.#out.endsWith(BREAK);
    this.#out += this.#dialect.text(afterSpace ? text.replace(/^ /, "") : text);
  }

  #break(): void {
    if (this.#out !== "") this.#out += BREAK;
  }

  #link(link: SafeLink): void {
    const only = link.children.length === 1 ? link.children[0] : undefined;
    const own = link.role === "hashtag" ? hashtagName(link) : null;
    const tag = own === null ? null : (this.#dialect.hashtag?.(own, link) ?? null);
    if (tag !== null) {
      this.#out += tag;
      return;
    }
    const page = own === null ? null : this.#options.hashtagUrl?.(own);
    const address = page ?? link.href;
    if (
      this.#dialect.autolinks &&
      only?.type === "text" &&
      only.value === address &&
      AUTOLINK.test(address)
    ) {
      this.#out += `<${address}>`;
      return;
    }
    this.#wrap(link.children, (text) => `[${text}](${linkDestination(address)})`);
  }

  #mark(element: SafeElement): void {
    const { name } = element;
    if (name === "code") {
      this.#out += this.#dialect.code(verbatim(element.children));
      return;
    }
    const sign = SIGNS[name];
    const tags = this.#dialect.tags?.[name];
    const before = this.#out;
    this.#wrap(element.children, (text) =>
      sign !== undefined && WORD_EDGES.test(text) && !/[*~_]/.test(before.at(-1) ?? "")
        ? sign + text + sign
        : `${tags?.[0] ?? `<${name}${attributes(element)}>`}${text}${tags?.[1] ?? `</${name}>`}`,
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

/** A backslash before the one that breaks the line; goldmark counts them wrongly. */
function endSafe(line: string): string {
  return line.endsWith("\\\\") ? `${line.slice(0, -2)}&#92;` : line;
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
