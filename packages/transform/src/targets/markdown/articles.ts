import type { PublishedPost } from "../../post/post.js";
import type { ThreadNode } from "../../select/selection.js";
import type { Article, Entry } from "./article.js";
import type { Output } from "./flavors/flavor.js";
import { madeTitle } from "./made-title.js";
import { articlePlace } from "./places.js";

/** The article of one post, or of the thread that begins with it; `null` for a post inside of another's. */
export function articleOf(post: PublishedPost, output: Output): Article | null {
  const { selection, places, split } = output;
  const address = selection.address(post.key);
  if (address === null) return null;
  if (split === "thread" && post.inReplyTo?.kind === "own" && places.headOf(post.key) !== post.key)
    return null;
  const name = articlePlace(split, address.day, address.short);
  const entries =
    split === "thread" ? threadEntries(post, output) : [{ post, depth: 0, branches: false } as const];
  return {
    name,
    place: places.at(name, post.key),
    title: post.title ?? madeTitle(post),
    madeTitle: post.title === null,
    date: post.published,
    updated: lastChange(post, entries),
    entries,
    digest: false,
  };
}

/** The article of a day or a month that begins with a post. */
export function digestOf(first: PublishedPost, output: Output): Article {
  const { selection, places, split } = output;
  const address = selection.address(first.key);
  const name = articlePlace(split, address?.day ?? null, address?.short ?? "");
  const title = [name.year, name.month, name.day].filter((part) => part !== null).join("-");
  return {
    name,
    place: places.at(name, first.key),
    title: title === "" ? "Without a date" : title,
    madeTitle: true,
    date: first.published,
    updated: null,
    entries: [{ post: first, depth: 0, branches: false }],
    digest: true,
  };
}

function lastChange(head: PublishedPost, entries: readonly Entry[]): string | null {
  let last: string | null = null;
  for (const { post } of entries) {
    const changed = post.updated ?? post.published;
    if (changed !== null && (last === null || Date.parse(changed) > Date.parse(last))) last = changed;
  }
  return last === head.published && head.updated === null ? null : last;
}

function threadEntries(head: PublishedPost, { selection }: Output): readonly Entry[] {
  // Nearly all posts have no replies, and of most that do, none of them one's own.
  const { root } = selection.thread(head.key);
  const entries: Entry[] = [];
  for (const { key, depth, branches } of readingOrder(root)) {
    const post = key === head.key ? head : selection.post(key);
    if (post !== null) entries.push({ post, depth, branches });
  }
  return entries;
}

/**
 * A thread in the order of reading: the longest branch is the thread itself, and the others follow when it has
 * ended, oldest first. Nothing here recurses, for a thread may be as long as its author had patience.
 */
function readingOrder(
  root: ThreadNode,
): readonly { readonly key: string; readonly depth: number; readonly branches: boolean }[] {
  const sizes = sizesOf(root);
  const order: { key: string; depth: number; branches: boolean }[] = [];
  const starts = [{ node: root, depth: 0 }];
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    const later: { node: ThreadNode; depth: number }[] = [];
    let node: ThreadNode | undefined = start.node;
    while (node !== undefined) {
      order.push({ key: node.key, depth: start.depth, branches: node === start.node && start.depth > 0 });
      const main: ThreadNode | undefined = longest(node.replies, sizes);
      for (const reply of node.replies)
        if (reply !== main) later.push({ node: reply, depth: start.depth + 1 });
      node = main;
    }
    starts.push(...later.reverse());
  }
  return order;
}

function longest(
  nodes: readonly ThreadNode[],
  sizes: ReadonlyMap<ThreadNode, number>,
): ThreadNode | undefined {
  let best: ThreadNode | undefined;
  for (const node of nodes) {
    if (best === undefined || (sizes.get(node) ?? 0) > (sizes.get(best) ?? 0)) best = node;
  }
  return best;
}

function sizesOf(root: ThreadNode): ReadonlyMap<ThreadNode, number> {
  const down: ThreadNode[] = [root];
  for (let at = 0; at < down.length; at += 1) {
    for (const reply of down[at]?.replies ?? []) down.push(reply);
  }
  const sizes = new Map<ThreadNode, number>();
  for (const node of down.reverse()) {
    sizes.set(
      node,
      node.replies.reduce((sum, reply) => sum + (sizes.get(reply) ?? 0), 1),
    );
  }
  return sizes;
}
