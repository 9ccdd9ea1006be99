import type { Library } from "../library/library.js";
import type { PostKey } from "../post/post.js";
import type { ThreadNode, ThreadTree } from "./selection.js";

const KEPT_POSTS = 20_000;

interface OpenNode {
  readonly key: PostKey;
  readonly replies: OpenNode[];
}

/**
 * Finds the self-thread around a post: up to its root, then down every branch. Cycles, which only a broken
 * archive has, are cut where they close. Threads seen lately are kept, so that a site with a page per post
 * builds each once.
 */
export function threadFinder(library: Library): (key: PostKey) => ThreadTree {
  const kept = new Map<PostKey, ThreadTree>();

  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size > KEPT_POSTS) kept.clear();
    const root: OpenNode = { key: rootOf(library, key), replies: [] };
    const seen = new Set([root.key]);
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const reply of library.replies(node.key)) {
        if (seen.has(reply)) continue;
        seen.add(reply);
        const child: OpenNode = { key: reply, replies: [] };
        node.replies.push(child);
        open.push(child);
      }
    }
    const tree: ThreadTree = { root: root satisfies ThreadNode, size: seen.size };
    for (const member of seen) kept.set(member, tree);
    return tree;
  };
}

/** The first post of the chain; of a cycle, its oldest. */
function rootOf(library: Library, key: PostKey): PostKey {
  const chain = new Set<PostKey>();
  let at = key;
  for (;;) {
    chain.add(at);
    const parent = library.place(at)?.parent ?? null;
    if (parent === null || library.place(parent) === null) return at;
    if (chain.has(parent)) return oldest(library, [...chain].slice([...chain].indexOf(parent)));
    at = parent;
  }
}

function oldest(library: Library, keys: readonly PostKey[]): PostKey {
  const age = (key: PostKey): number => library.get(key)?.epoch ?? Number.POSITIVE_INFINITY;
  return keys.reduce((a, b) => (age(b) < age(a) || (age(b) === age(a) && b < a) ? b : a));
}
