import type { GuardedLimits } from "./guards.js";
import { bytesByRatio } from "./limits.js";

/** How many bytes all entries of a container may unpack to: many small bombs add up to a large one. */
export function mostTotalBytes(limits: GuardedLimits, packed: number): number {
  if (!limits.guards.totalSize) return Number.POSITIVE_INFINITY;
  const byRatio = Math.max(limits.totalFreeBytes, bytesByRatio(limits, packed));
  return Math.min(limits.maxTotalBytes, byRatio);
}

/** Counts what the entries of a container unpacked to. What is read twice counts once. */
export class TotalBudget {
  readonly #furthest = new Map<string, number>();
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** How many of the bytes from `at` on of this entry may be handed out. */
  take(path: string, at: number, length: number): number {
    const known = this.#furthest.get(path) ?? 0;
    const fresh = at + length - known;
    if (fresh <= 0) return length;
    const granted = Math.min(fresh, this.#left);
    this.#left -= granted;
    this.#furthest.set(path, known + granted);
    return length - (fresh - granted);
  }
}
