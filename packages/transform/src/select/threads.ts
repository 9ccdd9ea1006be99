import type { Library } from "../library/library.js";
import type { PostKey } from "../post/post.js";
import type { ThreadNode, ThreadTree } from "./selection.js";

const KEPT_POSTS = 20_000;
/** A long thread is dear to build, and many short ones would soon push it out: long ones are kept by themselves. */
const LONG = 1000;
const KEPT_OF_LONG = 100_000;

interface OpenNode {
  readonly key: PostKey;
  readonly replies: OpenNode[];
}

/**
 * Finds the first post of the self-thread around a post; of a cycle, which only a broken archive has, its oldest. What
 * was found lately is kept for all that was passed: going through posts in either order, each is passed once.
 */
export function rootFinder(library: Library): (key: PostKey) => PostKey {
  const kept = new Map<PostKey, PostKey>();

  return (key) => {
    const passed = new Set<PostKey>();
    let root = kept.get(key);
    for (let at = key; root === undefined; ) {
      passed.add(at);
      const parent = library.place(at)?.parent ?? null;
      if (parent === null) root = at;
      else if (passed.has(parent)) root = oldest(library, [...passed].slice([...passed].indexOf(parent)));
      else if (kept.has(parent)) root = kept.get(parent);
      else if (library.place(parent) === null) root = at;
      else at = parent;
    }
    if (kept.size > KEPT_POSTS) kept.clear();
    for (const each of passed) kept.set(each, root);
    return root;
  };
}

/**
 * Finds the self-thread around a post: up to its root, then down every branch. Cycles are cut where they close. Threads
 * seen lately are kept, so that a site with a page per post builds each once.
 */
export function threadFinder(
  library: Library,
  rootOf: (key: PostKey) => PostKey,
): (key: PostKey) => ThreadTree {
  const short = new Map<PostKey, ThreadTree>();
  const long = new Map<PostKey, ThreadTree>();

  return (key) => {
    const known = short.get(key) ?? long.get(key);
    if (known !== undefined) return known;
    // Most posts stand alone: that is found as quickly as it is remembered.
    if (isAlone(library, key)) return { root: { key, replies: [] }, size: 1 };
    const root: OpenNode = { key: rootOf(key), replies: [] };
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
    const [kept, most] = tree.size > LONG ? [long, KEPT_OF_LONG] : [short, KEPT_POSTS];
    if (kept.size > most) kept.clear();
    for (const member of seen) kept.set(member, tree);
    return tree;
  };
}

function isAlone(library: Library, key: PostKey): boolean {
  const parent = library.place(key)?.parent ?? null;
  return (parent === null || library.place(parent) === null) && library.replies(key).length === 0;
}

function oldest(library: Library, keys: readonly PostKey[]): PostKey {
  const age = (key: PostKey): number => library.get(key)?.epoch ?? Number.POSITIVE_INFINITY;
  return keys.reduce((a, b) => (age(b) < age(a) || (age(b) === age(a) && b < a) ? b : a));
}
