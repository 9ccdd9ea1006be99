import { BLOCKS, type OpenNode } from "./open-node.js";
import { BidiBalance } from "./plain-text.js";
import type { SafeElement, SafeNode, SafeTree } from "./safe-tree.js";

/** Whether a node stands on lines of its own. */
export function isBlock<N extends { readonly type: string; readonly name?: string }>(node: N): boolean {
  return node.type === "element" && node.name !== undefined && (BLOCKS as ReadonlySet<string>).has(node.name);
}

/** Goes over the blocks of a tree, and over the runs of inline nodes between them, in order. */
export function forEachBlock(
  nodes: SafeTree,
  onRun: (run: readonly SafeNode[]) => void,
  onBlock: (block: SafeElement) => void,
): void {
  let run: SafeNode[] = [];
  const end = (): void => {
    if (run.length > 0) onRun(run);
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== "element" || !isBlock(node)) run.push(node);
    else {
      end();
      onBlock(node);
    }
  }
  end();
}

/** Calls back with each unbroken run of inline nodes of a tree: what a reader sees as one paragraph. */
export function forEachRun(nodes: OpenNode[], each: (run: OpenNode[], from: OpenNode[]) => void): void {
  let run: OpenNode[] = [];
  const end = (): void => {
    if (run.length > 0) each(run, nodes);
    run = [];
  };
  for (const node of [...nodes]) {
    if (!isBlock(node)) run.push(node);
    else {
      end();
      if (node.type === "element") forEachRun(node.children, each);
    }
  }
  end();
}

/** Calls back with the leaves of a run, in order. */
export function forEachLeaf(
  nodes: readonly OpenNode[],
  each: (leaf: Exclude<OpenNode, { children: OpenNode[] }>) => void,
): void {
  for (const node of nodes) {
    if (node.type === "element" || node.type === "link") forEachLeaf(node.children, each);
    else each(node);
  }
}

/** Closes, at the end of each paragraph, the bidi controls opened in it. */
export function balanceTree(tree: OpenNode[]): void {
  forEachRun(tree, (run, from) => {
    const balance = new BidiBalance();
    forEachLeaf(run, (leaf) => {
      if (leaf.type === "text") leaf.value = balance.balance(leaf.value);
    });
    const owed = balance.end();
    const last = run.at(-1);
    if (owed === "" || last === undefined) return;
    if (last.type === "text") last.value += owed;
    else from.splice(from.indexOf(last) + 1, 0, { type: "text", value: owed });
  });
}
