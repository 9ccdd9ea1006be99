import { tieOf } from "../ids/keys.js";
import type { PostFacts } from "../post/facts.js";

/**
 * Choices that need the whole archive, not one post: a thread, and the newest so many. Both are fed in the
 * first pass and asked in the second.
 */
export interface Narrowing {
  /** Notes a post that passed the filter. */
  see(identity: string, facts: PostFacts): void;
  /** Whether it stays, once all were seen. */
  keeps(identity: string): boolean;
}

/** Keeps the self-thread around a post: all that hang together with it by replies to oneself. */
export function threadNarrowing(address: string): Narrowing & { readonly found: () => boolean } {
  const parents = new Map<string, string | null>();
  let start: string | null = null;
  let kept: ReadonlySet<string> | null = null;

  const closure = (): ReadonlySet<string> => {
    const children = new Map<string, string[]>();
    for (const [id, parent] of parents) {
      if (parent !== null && parents.has(parent)) children.set(parent, [...(children.get(parent) ?? []), id]);
    }
    const reached = new Set<string>();
    const open = start === null ? [] : [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      const parent = parents.get(id) ?? null;
      if (parent !== null && parents.has(parent)) open.push(parent);
      open.push(...(children.get(id) ?? []));
    }
    return reached;
  };

  return {
    see(identity, facts) {
      parents.set(identity, facts.parent);
      const { item } = facts;
      const addresses = item.kind === "boost" ? [] : [item.id, item.object?.url, item.activity?.id];
      if (identity === address || addresses.includes(address)) start = identity;
    },
    keeps(identity) {
      kept ??= closure();
      return kept.has(identity);
    },
    found: () => start !== null,
  };
}

/** Keeps the newest so many; undated posts are the oldest. */
export function limitNarrowing(limit: number): Narrowing {
  const newest: { readonly identity: string; readonly epoch: number; readonly tie: string }[] = [];
  let kept: ReadonlySet<string> | null = null;
  const older = (a: (typeof newest)[number], b: (typeof newest)[number]): number =>
    a.epoch === b.epoch ? (a.tie < b.tie ? -1 : 1) : a.epoch < b.epoch ? -1 : 1;
  const shrink = (): void => {
    newest.sort(older);
    newest.splice(0, Math.max(0, newest.length - limit));
  };
  return {
    see(identity, facts) {
      const epoch = facts.published?.epoch ?? Number.NEGATIVE_INFINITY;
      newest.push({ identity, epoch, tie: tieOf(identity) });
      // Shrinking now and then keeps memory at twice the limit.
      if (newest.length > 2 * limit + 1024) shrink();
    },
    keeps(identity) {
      if (kept === null) {
        shrink();
        kept = new Set(newest.map((each) => each.identity));
      }
      return kept.has(identity);
    },
  };
}
