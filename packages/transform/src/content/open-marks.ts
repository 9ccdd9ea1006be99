import type { NodeBudget } from "./node-budget.js";
import type { ElementHead, OpenElement, OpenLink, OpenNode } from "./open-node.js";
import type { SafeLink } from "./safe-tree.js";

/** Deepest nesting of marks; what goes deeper is flattened, its text kept. */
const DEEPEST = 24;

/** A tag inside a line of text (emphasis, code, a link) while it is open. */
export interface OpenMark {
  readonly kind: "mark";
  readonly of: "link" | "code" | "other";
  /** Its node in one run of text. */
  readonly make: () => OpenElement | OpenLink;
}

/**
 * The marks that are open. Their nodes are made when text arrives, so a mark around two paragraphs is a mark in each,
 * and one without text leaves nothing.
 */
export class OpenMarks {
  readonly #budget: NodeBudget;
  #marks: OpenMark[] = [];
  /** The nodes of the run of text that is being written, one in the other, and the block it is in. */
  #chain: { mark: OpenMark; node: OpenElement | OpenLink }[] = [];
  #chainIn: OpenNode[] | null = null;

  constructor(budget: NodeBudget) {
    this.#budget = budget;
  }

  /** How many are open. */
  get size(): number {
    return this.#marks.length;
  }

  get inLink(): boolean {
    return this.#marks.some((mark) => mark.of === "link");
  }

  get inCode(): boolean {
    return this.#marks.some((mark) => mark.of === "code");
  }

  /** Opens an element; `null` where that would be too deep. */
  openElement(head: ElementHead): OpenMark | null {
    return this.#open({
      kind: "mark",
      of: head.name === "code" ? "code" : "other",
      make: () => ({ type: "element", ...head, children: [] }),
    });
  }

  /** Opens a link; `null` where that would be too deep. A link can't hold a link: the later one holds, as in browsers. */
  openLink(href: string, role: SafeLink["role"]): OpenMark | null {
    if (this.inLink) this.#marks = this.#marks.filter((mark) => mark.of !== "link");
    return this.#open({ kind: "mark", of: "link", make: () => ({ type: "link", href, role, children: [] }) });
  }

  #open(mark: OpenMark): OpenMark | null {
    if (this.#marks.length >= DEEPEST) return null;
    this.#marks.push(mark);
    return mark;
  }

  close(mark: OpenMark): void {
    if (this.#marks.at(-1) === mark) this.#marks.pop();
    else this.#marks = this.#marks.filter((each) => each !== mark);
  }

  /** Text that follows is a new run: it gets nodes of its own. */
  endRun(): void {
    this.#chain = [];
    this.#chainIn = null;
  }

  /** Where the text of a block goes: into nodes of the marks that are open, those of the text before where they still are. */
  innermost(block: OpenNode[]): OpenNode[] {
    if (block !== this.#chainIn) {
      this.#chain = [];
      this.#chainIn = block;
    }
    const marks = this.#marks;
    const chain = this.#chain;
    let same = 0;
    while (same < chain.length && chain[same]?.mark === marks[same]) same += 1;
    chain.length = same;
    for (let at = same; at < marks.length && !this.#budget.isSpent; at += 1) {
      const mark = marks[at];
      if (mark === undefined) break;
      const node = mark.make();
      this.#budget.append(chain.at(-1)?.node.children ?? block, node);
      chain.push({ mark, node });
    }
    return chain.at(-1)?.node.children ?? block;
  }
}
