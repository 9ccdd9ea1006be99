import type { NodeBudget } from "./node-budget.js";
import { BLOCKS, type ElementHead, type OpenElement, type OpenNode } from "./open-node.js";

/** Deepest nesting of quotes and lists; what goes deeper is flattened, its text kept. */
const DEEPEST = 24;

/** A quote, a list or an item of one while it is open: it holds other blocks. */
interface OpenContainer {
  readonly kind: "container";
  readonly node: OpenElement;
  /** What it was put into. */
  readonly into: OpenNode[];
}

/** A paragraph, heading or preformatted text while it is open; its node is made when text arrives. */
interface OpenLine {
  readonly kind: "line";
  readonly head: ElementHead;
  /** How many marks were open before it. */
  readonly marks: number;
  node: OpenElement | null;
}

export type OpenBlock = OpenContainer | OpenLine;

/**
 * The blocks that are open, and where in them text and further blocks go: lists hold items alone, paragraphs hold no
 * blocks, and nothing is empty.
 */
export class OpenBlocks {
  readonly root: OpenNode[] = [];
  readonly #budget: NodeBudget;
  readonly #open: OpenBlock[] = [];
  #containers = 0;

  constructor(budget: NodeBudget) {
    this.#budget = budget;
  }

  get #last(): OpenBlock | undefined {
    return this.#open.at(-1);
  }

  /** Whether text goes into preformatted text. */
  get inPre(): boolean {
    const block = this.#last;
    return block?.kind === "line" && block.head.name === "pre";
  }

  /** Whether nothing stands in the line that is open, not even a mark: as many are open as before it. */
  isUntouched(marks: number): boolean {
    const block = this.#last;
    return block?.kind === "line" && block.node === null && block.marks === marks;
  }

  /** Whether the paragraph, heading or table row that is open has text yet. */
  get lineStarted(): boolean {
    const block = this.#last;
    return block?.kind === "line" && block.node !== null;
  }

  /** Whether there is text that a space would stand behind. */
  get runStarted(): boolean {
    const block = this.#last;
    if (block?.kind === "line") return block.node !== null;
    const last = (block === undefined ? this.root : block.node.children).at(-1);
    return last !== undefined && !(last.type === "element" && BLOCKS.has(last.name));
  }

  /**
   * Opens a quote, a list or an item; `null` where that would be too deep. An item outside of a list is a paragraph.
   *
   * @param marks How many marks are open.
   */
  openContainer(head: ElementHead, marks: number): OpenBlock | null {
    if (this.#containers >= DEEPEST) return null;
    const isItem = head.name === "li";
    if (isItem && !this.#inList()) return this.openLine({ ...head, name: "p" }, marks);
    const into = this.#container(isItem);
    const node: OpenElement = { type: "element", ...head, children: [] };
    this.endLines();
    this.#budget.append(into, node);
    this.#containers += 1;
    return this.#push({ kind: "container", node, into });
  }

  /** Opens what holds text. */
  openLine(head: ElementHead, marks: number): OpenBlock {
    this.endLines();
    return this.#push({ kind: "line", head, marks, node: null });
  }

  #push(block: OpenBlock): OpenBlock {
    this.#open.push(block);
    return block;
  }

  /** Closes the block that was opened last. */
  close(block: OpenBlock): void {
    this.#open.pop();
    if (block.kind === "container") {
      this.#containers -= 1;
      // An empty quote or list says nothing; an empty item still counts.
      if (block.node.children.length === 0 && block.node.name !== "li") block.into.pop();
    }
    this.endLines();
  }

  /** Blocks end the lines around them; text that follows starts a new one. */
  endLines(): void {
    for (const block of this.#open) if (block.kind === "line") block.node = null;
  }

  /** Puts a block that holds nothing behind what there is. */
  addBlock(node: OpenElement): void {
    const into = this.#container(false);
    this.endLines();
    this.#budget.append(into, node);
  }

  /** Where text goes, marks aside. */
  innermost(): OpenNode[] {
    const block = this.#last;
    if (block?.kind !== "line") return this.#container(false);
    if (block.node === null) {
      const node: OpenElement = { type: "element", ...block.head, children: [] };
      this.#budget.append(this.#container(false), node);
      block.node = node;
    }
    return block.node.children;
  }

  #lastContainer(): OpenElement | undefined {
    return this.#open.findLast((block) => block.kind === "container")?.node;
  }

  #inList(): boolean {
    const name = this.#lastContainer()?.name;
    return name === "ul" || name === "ol";
  }

  /** Where a block goes; a list that is given anything but an item gets one for it. */
  #container(isItem: boolean): OpenNode[] {
    const node = this.#lastContainer();
    if (node === undefined) return this.root;
    if (isItem || (node.name !== "ul" && node.name !== "ol")) return node.children;
    const last = node.children.at(-1);
    if (last?.type === "element") return last.children;
    const item: OpenElement = { type: "element", name: "li", children: [] };
    this.#budget.append(node.children, item);
    return item.children;
  }
}
