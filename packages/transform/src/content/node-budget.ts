import type { OpenNode } from "./open-node.js";

/** Most nodes of one tree; beyond it text is still kept, as plain text. */
const MOST_NODES = 100_000;

/** Puts nodes into a tree and counts them, so that no source makes a tree without bound. */
export class NodeBudget {
  #nodes = 0;

  /** Whether the tree has all the nodes it may have. */
  get isSpent(): boolean {
    return this.#nodes >= MOST_NODES;
  }

  append(into: OpenNode[], node: OpenNode): void {
    this.#nodes += 1;
    into.push(node);
  }

  /** Adds to the text that stands last, if one does; so it costs a node only where text begins. */
  appendText(into: OpenNode[], value: string): void {
    const last = into.at(-1);
    if (last?.type === "text") last.value += value;
    else this.append(into, { type: "text", value });
  }
}
