import type { PostKey } from "../../post/post.js";
import type { ThreadNode, ThreadTree } from "../../select/selection.js";
import type { ThreadView, TreeItem } from "../../theme/components/thread-tree.js";
import type { PostCard } from "../../theme/site.js";

/** The most posts a page shows of a thread, so that all pages of a long one are linear work together. */
const LONGEST_VIEW = 60;
const BEFORE = 20;

/** A post in a thread as it is laid out. */
export interface ThreadLine {
  readonly key: PostKey;
  /** How many branches it stands in. */
  readonly level: number;
  readonly startsBranch: boolean;
}

/** A thread in the order in which it is shown: a post, its branches, then the chain that goes on. */
interface Layout {
  readonly lines: readonly ThreadLine[];
  readonly indexOf: ReadonlyMap<PostKey, number>;
  readonly branches: number;
}

/** Makes views of threads. Each tree is laid out once as long as the selection keeps it. */
export class ThreadViews {
  readonly #card: (key: PostKey) => PostCard | null;
  readonly #layouts = new WeakMap<ThreadTree, Layout>();

  constructor(card: (key: PostKey) => PostCard | null) {
    this.#card = card;
  }

  /** The thread as the page of one of its posts shows it; `null` for a post alone. */
  of(tree: ThreadTree, key: PostKey): ThreadView | null {
    const open = this.#card(key);
    if (tree.size < 2 || open === null) return null;
    const { lines, indexOf, branches } = this.#layoutOf(tree);
    const at = indexOf.get(key) ?? 0;
    const whole = lines.length <= LONGEST_VIEW;
    const from = whole ? 0 : Math.max(0, Math.min(at - BEFORE, lines.length - LONGEST_VIEW));
    const items = nest(lines.slice(from, from + LONGEST_VIEW), key, this.#card);
    return { size: tree.size, branches, items, open, start: whole ? null : this.#card(tree.root.key) };
  }

  /** All posts of a thread in the order in which it is shown: with the posts, all that its views are made from. */
  linesOf(tree: ThreadTree): readonly ThreadLine[] {
    return this.#layoutOf(tree).lines;
  }

  #layoutOf(tree: ThreadTree): Layout {
    const layout = this.#layouts.get(tree) ?? layOut(tree);
    this.#layouts.set(tree, layout);
    return layout;
  }
}

/** Iterative: a thread may be ten thousand posts deep. */
function layOut(tree: ThreadTree): Layout {
  const sizes = sizesOf(tree.root);
  const lines: ThreadLine[] = [];
  const open: { readonly node: ThreadNode; readonly level: number; readonly startsBranch: boolean }[] = [
    { node: tree.root, level: 0, startsBranch: false },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level, startsBranch } = next;
    lines.push({ key: node.key, level, startsBranch });
    const main = longestOf(node.replies, sizes);
    if (main !== null) open.push({ node: main, level, startsBranch: false });
    for (const reply of node.replies.toReversed()) {
      if (reply !== main) open.push({ node: reply, level: level + 1, startsBranch: true });
    }
  }
  return {
    lines,
    indexOf: new Map(lines.map(({ key }, index) => [key, index])),
    branches: lines.filter((line) => line.startsBranch).length,
  };
}

/** The posts of the chain that runs from a thread's first post to its end, without the branches. */
export function mainChain(tree: ThreadTree): readonly PostKey[] {
  const sizes = sizesOf(tree.root);
  const chain: PostKey[] = [];
  for (let node: ThreadNode | null = tree.root; node !== null; node = longestOf(node.replies, sizes)) {
    chain.push(node.key);
  }
  return chain;
}

/** The chain goes on with the reply that has the most behind it; of equals, with the oldest. */
function longestOf(
  replies: readonly ThreadNode[],
  sizes: ReadonlyMap<ThreadNode, number>,
): ThreadNode | null {
  let longest: ThreadNode | null = null;
  let most = 0;
  for (const reply of replies) {
    const size = sizes.get(reply) ?? 1;
    if (size > most) [longest, most] = [reply, size];
  }
  return longest;
}

function sizesOf(root: ThreadNode): ReadonlyMap<ThreadNode, number> {
  const order: ThreadNode[] = [root];
  for (let index = 0; index < order.length; index += 1) {
    for (const reply of order[index]?.replies ?? []) order.push(reply);
  }
  const sizes = new Map<ThreadNode, number>();
  for (const node of order.toReversed()) {
    sizes.set(
      node,
      node.replies.reduce((sum, reply) => sum + (sizes.get(reply) ?? 0), 1),
    );
  }
  return sizes;
}

/** Lines to nested chains. A view that begins inside a branch starts at the edge all the same. */
function nest(
  lines: readonly ThreadLine[],
  here: PostKey,
  card: (key: PostKey) => PostCard | null,
): readonly TreeItem[] {
  interface OpenItem extends TreeItem {
    readonly branches: OpenItem[][];
  }
  const outermost: OpenItem[] = [];
  const chains: { level: number; readonly items: OpenItem[] }[] = [];
  for (const line of lines) {
    const found = card(line.key);
    if (found === null) continue;
    while (chains.length > 1 && isOver(chains.at(-1)?.level ?? 0, line)) chains.pop();
    let chain = chains.at(-1);
    const parent = chain?.items.at(-1);
    if (chain === undefined || parent === undefined) {
      chain = { level: line.level, items: outermost };
      chains.push(chain);
    } else if (line.level > chain.level) {
      const branch: OpenItem[] = [];
      parent.branches.push(branch);
      chain = { level: line.level, items: branch };
      chains.push(chain);
    } else if (line.level < chain.level) {
      chain.level = line.level;
    }
    chain.items.push({ card: found, here: line.key === here, branches: [] });
  }
  return outermost;
}

/** Whether a chain of that level ends before a line: one further out follows, or the next branch beside it. */
function isOver(level: number, line: ThreadLine): boolean {
  return level > line.level || (line.startsBranch && level === line.level);
}
