import { BLOCKS, type ElementHead, type OpenElement, type OpenLink, type OpenNode } from "./open-node.js";
import { withoutControls } from "./plain-text.js";
import type { SafeLink } from "./safe-tree.js";

/** Deepest nesting of quotes and lists, and apart from it of marks; what goes deeper is flattened, its text kept. */
const DEEPEST = 24;
/** Most nodes of one tree; beyond it text is still kept, as plain text. */
const MOST_NODES = 100_000;

/** What one open tag of the source does. */
type Scope =
  | { readonly kind: "container"; readonly node: OpenElement; readonly into: OpenNode[] }
  | { readonly kind: "line"; readonly head: ElementHead; readonly marks: number; node: OpenElement | null }
  | {
      readonly kind: "mark";
      readonly of: "link" | "code" | "other";
      readonly make: () => OpenElement | OpenLink;
    }
  | { readonly kind: "none" };

const NOTHING: Scope = { kind: "none" };
const SPACE_ONLY = /^[ \t\n\f\r]*$/;

/**
 * Builds a tree in which lists hold items, paragraphs hold no blocks and nothing is empty, whatever the order of
 * tags was. Marks (emphasis, links) are made when text arrives, so a mark around two paragraphs is a mark in each.
 * Every `open…` wants exactly one {@link TreeBuilder.close}.
 */
export class TreeBuilder {
  readonly root: OpenNode[] = [];
  #scopes: Scope[] = [];
  #blocks: (Scope & { kind: "container" | "line" })[] = [];
  #marks: (Scope & { kind: "mark" })[] = [];
  #chain: { scope: Scope; node: OpenElement | OpenLink }[] = [];
  #chainIn: OpenNode[] | null = null;
  #containers = 0;
  #nodes = 0;
  readonly #splitText: (text: string) => readonly OpenNode[];

  /** @param splitText cuts emoji out of text that is not code. */
  constructor(splitText: (text: string) => readonly OpenNode[]) {
    this.#splitText = splitText;
  }

  /** How many tags are open. */
  get depth(): number {
    return this.#scopes.length;
  }

  /** Whether a link is open. */
  get inLink(): boolean {
    return this.#marks.some((mark) => mark.of === "link");
  }

  /** Whether text goes into code or preformatted text. */
  get verbatim(): boolean {
    const block = this.#blocks.at(-1);
    if (block?.kind === "line" && block.head.name === "pre") return true;
    return this.#marks.some((mark) => mark.of === "code");
  }

  openContainer(head: ElementHead): void {
    if (this.#full() || this.#containers >= DEEPEST) {
      this.openNothing();
      return;
    }
    const isItem = head.name === "li";
    const into = this.#container(isItem);
    if (isItem && !this.#inList()) {
      this.openLine({ ...head, name: "p" });
      return;
    }
    const node: OpenElement = { type: "element", ...head, children: [] };
    this.#endLines();
    this.#append(into, node);
    const scope = { kind: "container", node, into } as const;
    this.#scopes.push(scope);
    this.#blocks.push(scope);
    this.#containers += 1;
  }

  openLine(head: ElementHead): void {
    if (this.#full()) {
      this.openNothing();
      return;
    }
    this.#endLines();
    const scope: Scope & { kind: "line" } = {
      kind: "line",
      head,
      marks: this.#marks.length,
      node: null,
    };
    this.#scopes.push(scope);
    this.#blocks.push(scope);
  }

  openMark(head: ElementHead): void {
    if (this.#marks.length >= DEEPEST) {
      this.openNothing();
      return;
    }
    const scope = {
      kind: "mark",
      of: head.name === "code" ? "code" : "other",
      make: (): OpenElement => ({ type: "element", ...head, children: [] }),
    } as const;
    this.#scopes.push(scope);
    this.#marks.push(scope);
  }

  openLink(href: string, role: SafeLink["role"]): void {
    // A link can't hold a link: the later one holds, as in browsers.
    this.#marks = this.#marks.filter((mark) => mark.of !== "link");
    if (this.#marks.length >= DEEPEST) {
      this.openNothing();
      return;
    }
    const scope = {
      kind: "mark",
      of: "link",
      make: (): OpenLink => ({ type: "link", href, role, children: [] }),
    } as const;
    this.#scopes.push(scope);
    this.#marks.push(scope);
  }

  openNothing(): void {
    this.#scopes.push(NOTHING);
  }

  close(): void {
    const scope = this.#scopes.pop();
    if (scope === undefined || scope.kind === "none") return;
    if (scope.kind === "mark") {
      if (this.#marks.at(-1) === scope) this.#marks.pop();
      else this.#marks = this.#marks.filter((mark) => mark !== scope);
      return;
    }
    this.#blocks.pop();
    if (scope.kind === "container") {
      this.#containers -= 1;
      // An empty quote or list says nothing; an empty item still counts.
      if (scope.node.children.length === 0 && scope.node.name !== "li") scope.into.pop();
    }
    this.#endLines();
  }

  /** Closes everything. */
  closeAll(): void {
    while (this.#scopes.length > 0) this.close();
  }

  rule(): void {
    if (this.#full()) return;
    const into = this.#container(false);
    this.#endLines();
    this.#append(into, { type: "element", name: "hr", children: [] });
  }

  lineBreak(): void {
    if (this.#full()) {
      this.text("\n");
      return;
    }
    this.#append(this.#inline(), { type: "break" });
  }

  /** Whether the paragraph, heading or table row that is open has text yet. */
  get lineStarted(): boolean {
    const block = this.#blocks.at(-1);
    return block?.kind === "line" && block.node !== null;
  }

  /** Adds text; adjacent calls make one node. */
  text(raw: string): void {
    let value = withoutControls(raw);
    if (value === "") return;
    const block = this.#blocks.at(-1);
    const isPre = block?.kind === "line" && block.head.name === "pre";
    if (!isPre && SPACE_ONLY.test(value) && !this.#runStarted()) return;
    // HTML drops one line end right after <pre>.
    if (isPre && block.node === null && block.marks === this.#marks.length)
      value = value.replace(/^\r?\n/, "");
    if (value === "") return;
    const into = this.#inline();
    if (this.#full() || this.verbatim) {
      this.#appendText(into, value);
      return;
    }
    for (const node of this.#splitText(value)) {
      if (node.type === "text") this.#appendText(into, node.value);
      else this.#append(into, node);
    }
  }

  emoji(shortcode: string): void {
    if (this.#full()) {
      this.text(`:${shortcode}:`);
      return;
    }
    this.#append(this.#inline(), { type: "emoji", shortcode });
  }

  #full(): boolean {
    return this.#nodes >= MOST_NODES;
  }

  #append(into: OpenNode[], node: OpenNode): void {
    this.#nodes += 1;
    into.push(node);
  }

  #appendText(into: OpenNode[], value: string): void {
    const last = into.at(-1);
    if (last?.type === "text") last.value += value;
    else this.#append(into, { type: "text", value });
  }

  /** Blocks end the lines around them; text that follows starts a new one. */
  #endLines(): void {
    for (const block of this.#blocks) if (block.kind === "line") block.node = null;
    this.#chain = [];
    this.#chainIn = null;
  }

  #inList(): boolean {
    const name = this.#blocks.findLast((block) => block.kind === "container")?.node.name;
    return name === "ul" || name === "ol";
  }

  /** Where a block goes; a list that is given anything but an item gets one for it. */
  #container(isItem: boolean): OpenNode[] {
    const node = this.#blocks.findLast((block) => block.kind === "container")?.node;
    if (node === undefined) return this.root;
    if (isItem || (node.name !== "ul" && node.name !== "ol")) return node.children;
    const last = node.children.at(-1);
    if (last?.type === "element") return last.children;
    const item: OpenElement = { type: "element", name: "li", children: [] };
    this.#append(node.children, item);
    return item.children;
  }

  #runStarted(): boolean {
    const block = this.#blocks.at(-1);
    if (block?.kind === "line") return block.node !== null;
    const last = (block === undefined ? this.root : block.node.children).at(-1);
    return last !== undefined && !(last.type === "element" && BLOCKS.has(last.name));
  }

  /** Where text goes: the innermost block, and in it the marks that are open. */
  #inline(): OpenNode[] {
    const block = this.#blocks.at(-1);
    let into: OpenNode[];
    if (block?.kind === "line") {
      if (block.node === null) {
        const node: OpenElement = { type: "element", ...block.head, children: [] };
        this.#append(this.#container(false), node);
        block.node = node;
      }
      into = block.node.children;
    } else into = this.#container(false);
    if (into !== this.#chainIn) {
      this.#chain = [];
      this.#chainIn = into;
    }
    return this.#align(into);
  }

  #align(into: OpenNode[]): OpenNode[] {
    const marks = this.#marks;
    const chain = this.#chain;
    let same = 0;
    while (same < chain.length && chain[same]?.scope === marks[same]) same += 1;
    chain.length = same;
    for (let at = same; at < marks.length && !this.#full(); at += 1) {
      const scope = marks[at];
      if (scope === undefined) break;
      const node = scope.make();
      this.#append(chain.at(-1)?.node.children ?? into, node);
      chain.push({ scope, node });
    }
    return chain.at(-1)?.node.children ?? into;
  }
}
