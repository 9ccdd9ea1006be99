import type { OpenElement, OpenLink, OpenNode } from "./open-node.js";
import { forEachLeaf, forEachRun, isBlock } from "./runs.js";
import type { SafeNode, SafeTree } from "./safe-tree.js";
import { isWithheld, type Range, type Redact, withheldRanges, withoutSlashes } from "./withheld.js";

export type { Redact } from "./withheld.js";

/**
 * Takes every withheld address out of a tree: as the target of a link, as its text, in plain text, also where
 * marks cut it in pieces. The "RE: …" of a withheld quote goes whole.
 */
export function redactTree(tree: OpenNode[], redact: Redact): SafeTree {
  const redaction = new Redaction(redact);
  forEachRun(tree, (run) => redaction.read(run));
  return redaction.sweep(tree);
}

/** The same for a tree that stays as it is; a copy is given. */
export function redactedTree(tree: SafeTree, redact: Redact): SafeTree {
  return redactTree(tree.map(openNode), redact);
}

function openNode(node: SafeNode): OpenNode {
  return node.type === "element" || node.type === "link"
    ? { ...node, children: node.children.map(openNode) }
    : { ...node };
}

/**
 * A plain text (alt text, poll option, content warning) without the addresses of withheld posts.
 *
 * @example
 * ```ts
 * import { redactText } from "./redaction.js";
 * redactText("see https://a.example/1 there", (url) => url === "https://a.example/1"); // "see there"
 * ```
 */
export function redactText(text: string, redact: Redact): string {
  let kept = "";
  let done = 0;
  for (const [start, end] of withSpace(text, withheldRanges(text, redact))) {
    kept += text.slice(done, start);
    done = end;
  }
  return done === 0 ? text : kept + text.slice(done);
}

/** Takes one of the two spaces around a cut with it. */
function withSpace(text: string, ranges: readonly Range[]): readonly Range[] {
  return ranges.map(([start, end]) => {
    const before = start === 0 || /\s/.test(text.charAt(start - 1));
    const after = end === text.length || /\s/.test(text.charAt(end));
    if (!before || !after) return [start, end];
    return start > 0 && text.charAt(start - 1) === " " ? [start - 1, end] : [start, end];
  });
}

class Redaction {
  readonly #redact: Redact;
  /** Nodes in which something was found. */
  readonly #hits = new Set<OpenNode>();
  /** Links that go with their text; the other links found keep it. */
  readonly #telling = new Set<OpenNode>();

  constructor(redact: Redact) {
    // A link's target is most often its text too.
    const known = new Map<string, boolean>();
    const remembered = (address: string): boolean => {
      const before = known.get(address);
      if (before !== undefined) return before;
      const answer = redact(address);
      known.set(address, answer);
      return answer;
    };
    const { marks, shown } = redact;
    this.#redact = Object.assign(remembered, {
      ...(marks !== undefined && { marks }),
      ...(shown !== undefined && { shown }),
    });
  }

  read(run: readonly OpenNode[]): void {
    for (const link of linksIn(run)) {
      if (!isWithheld(link.href, this.#redact)) continue;
      this.#hits.add(link);
      if (tells(textIn(link.children), link.href)) this.#telling.add(link);
    }
    this.#cut(run);
  }

  /** Cuts addresses out of the texts of a run, also those that marks split. */
  #cut(run: readonly OpenNode[]): void {
    const texts: { leaf: Extract<OpenNode, { type: "text" }>; start: number }[] = [];
    let whole = "";
    forEachLeaf(run, (leaf) => {
      if (leaf.type === "text") {
        texts.push({ leaf, start: whole.length });
        whole += leaf.value;
      } else whole += "\n";
    });
    const ranges = withSpace(whole, withheldRanges(whole, this.#redact));
    if (ranges.length === 0) return;
    for (const { leaf, start } of texts) {
      let kept = "";
      let done = 0;
      for (const [from, to] of ranges) {
        const first = Math.min(Math.max(from - start, done), leaf.value.length);
        const last = Math.min(Math.max(to - start, done), leaf.value.length);
        kept += leaf.value.slice(done, first);
        if (last > first) this.#hits.add(leaf);
        done = last;
      }
      leaf.value = kept + leaf.value.slice(done);
    }
  }

  /** The tree without what was found and what that left empty; links without a target are opened up. */
  sweep(nodes: OpenNode[]): OpenNode[] {
    return this.#hits.size === 0 ? nodes : this.#sweep(nodes);
  }

  #sweep(nodes: readonly OpenNode[]): OpenNode[] {
    const kept: OpenNode[] = [];
    for (const node of nodes) {
      if (node.type === "text" ? node.value === "" : this.#telling.has(node)) continue;
      if (node.type !== "element" && node.type !== "link") kept.push(node);
      else if (node.type === "element" && node.name === "hr") kept.push(node);
      else if (node.type === "element" && node.mark === "quote-inline" && this.#holds(node)) continue;
      else this.#keep(node, this.#sweep(node.children), kept);
    }
    return kept;
  }

  #keep(node: OpenLink | OpenElement, children: OpenNode[], kept: OpenNode[]): void {
    if (node.type === "link" && this.#hits.has(node)) kept.push(...children);
    else if (children.length > 0 || (node.type === "element" && node.name === "li")) {
      kept.push({ ...node, children });
    }
  }

  #holds(node: OpenNode): boolean {
    if (this.#hits.has(node)) return true;
    return (
      (node.type === "element" || node.type === "link") && node.children.some((child) => this.#holds(child))
    );
  }
}

function linksIn(nodes: readonly OpenNode[]): OpenLink[] {
  return nodes.flatMap((node) => {
    if (node.type === "link") return [node];
    return node.type === "element" && !isBlock(node) ? linksIn(node.children) : [];
  });
}

function textIn(nodes: readonly OpenNode[]): string {
  let text = "";
  forEachLeaf(nodes, (leaf) => {
    if (leaf.type === "text") text += leaf.value;
  });
  return text;
}

/** Whether a link's text gives its address away: the address itself, cut short or not, or the part that names the post. */
function tells(text: string, href: string): boolean {
  const address = bare(href);
  const shown = withoutDots(bare(text));
  const cutShort = shown.length > address.indexOf("/") && address.startsWith(shown);
  if (shown === "" || cutShort || shown.includes(address)) return true;
  const lower = text.toLowerCase();
  return telling(href).some((part) => lower.includes(part));
}

function bare(address: string): string {
  const text = address.replace(/\s+/g, "").toLowerCase();
  return withoutSlashes(text.replace(/^[a-z]+:\/\//, "").replace(/^www\./, ""));
}

function withoutDots(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "…" || text[end - 1] === ".")) end -= 1;
  return text.slice(0, end);
}

/** Segments of an address that name a post: its last one, and any long one with a digit in it. */
function telling(href: string): readonly string[] {
  const segments = bare(href)
    .split(/[/?#&=]/)
    .filter((segment) => segment !== "");
  const last = segments.length > 1 ? segments.at(-1) : undefined;
  return segments.filter((segment) => segment === last || (segment.length >= 6 && /\d/.test(segment)));
}
