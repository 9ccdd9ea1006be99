import type { RunOptions } from "@archive/schema";
import { safeContent } from "../content/safe-content.js";
import type { OpenPost, Packing } from "../library/packing.js";
import { closedRow, openRow, writeRow } from "../library/post-row.js";
import { Answers } from "./answers.js";
import { boostsWithheld, emptyLeftOut } from "./choosing.js";
import type { FoundPost } from "./found-post.js";
import { type HeldPost, HeldPosts } from "./held-posts.js";
import type { LeftOutReason } from "./options.js";
import type { OwnPosts } from "./own-posts.js";
import type { PostStager } from "./post-stager.js";

// More than a hundred thousand posts, compressed. With the index of a million, all of it stays below 300 MB.
const MOST_BYTES = 24 << 20;
// Posts before all kinds of addresses were met; and what refers to what comes after it, in a small archive.
const MOST_KEPT = 256;

/**
 * Builds posts while it is still being decided which are selected, so that an archive need not be read twice. A post
 * is held in memory with the answers it was built on. Once everything is known, one whose answers still hold is
 * staged; the others are left to a further pass, as are copies of one post and what there is no room for.
 */
export class BuiltAhead {
  readonly #decided: OwnPosts;
  readonly #stager: PostStager;
  readonly #held: HeldPosts;
  readonly #kept = new Map<number, FoundPost>();
  #answers = new Answers();
  readonly #leftOut = emptyLeftOut();
  #settled = new Uint8Array(1024);
  #items = 0;
  #open = 0;

  constructor(decided: OwnPosts, stager: PostStager, packing?: Packing) {
    this.#held = new HeldPosts(MOST_BYTES, decided.redact.marks, packing);
    this.#decided = decided;
    this.#stager = stager;
  }

  /** How many posts there were, and why some were left out; certain once {@link settle} said that all is. */
  get items(): number {
    return this.#items;
  }

  get leftOut(): Readonly<Record<LeftOutReason, number>> {
    return this.#leftOut;
  }

  /** Notes a post that is not selected. */
  leaveOut(reason: LeftOutReason): void {
    this.#leftOut[reason] += 1;
    this.#items += 1;
  }

  /** Leaves a post to a further pass. */
  leaveOpen(): void {
    this.#open += 1;
    this.#items += 1;
  }

  /** Builds a post that was admitted. A boost of a post that is withheld by now is left out for good. */
  build(found: FoundPost): void {
    const { id } = found.facts;
    if (id === null || this.#decided.isWithheld(id) || this.#held.isFull) {
      this.leaveOpen();
      return;
    }
    if (boostsWithheld(found, this.#decided)) {
      this.leaveOut("boostOfWithheld");
      return;
    }
    const ordinal = this.#items;
    const { result, basis } = this.#decided.watch(this.#answers, id, () => this.#stager.build(found));
    const { post, staged, text } = result;
    this.#held.hold({ id, staged, basis, ordinal }, openRow(post), text);
    if (ordinal < MOST_KEPT) this.#kept.set(ordinal, found);
    this.#items += 1;
  }

  /** Stages what is certain, now that every post is decided. Tells whether that was all. */
  async settle(run: RunOptions): Promise<boolean> {
    for await (const posts of this.#held.drain()) {
      run.signal?.throwIfAborted();
      for (const [held, row] of posts) {
        if (this.#stage(held, row, run)) this.#note(held.ordinal);
        else this.#open += 1;
      }
    }
    this.#kept.clear();
    this.#answers = new Answers();
    return this.#open === 0;
  }

  #stage({ id, staged, basis, ordinal }: HeldPost, row: Uint8Array | OpenPost, run: RunOptions): boolean {
    if (this.#decided.stillStand(this.#answers, basis)) {
      this.#stager.stageBuilt(id, staged, row instanceof Uint8Array ? row : this.#completed(row), run);
      return true;
    }
    const found = this.#kept.get(ordinal);
    if (found === undefined || !this.#mayBeStaged(found)) return false;
    return this.#stager.stage(found, run);
  }

  /** The text could name posts of which only now is known whether they are withheld. */
  #completed({ row, html, emoji }: OpenPost): Uint8Array {
    const names = emoji === null ? undefined : new Set(emoji);
    return writeRow(closedRow(row, safeContent(html, this.#decided.redact, names)));
  }

  #mayBeStaged(found: FoundPost): boolean {
    return !this.#decided.isWithheld(found.identity) && !boostsWithheld(found, this.#decided);
  }

  /** Whether a post was staged, by its place among all. */
  isSettled(ordinal: number): boolean {
    return ((this.#settled[ordinal >> 3] ?? 0) & (1 << (ordinal & 7))) !== 0;
  }

  #note(ordinal: number): void {
    if (ordinal >> 3 >= this.#settled.length) {
      const grown = new Uint8Array(Math.max(ordinal >> 3, this.#settled.length) * 2);
      grown.set(this.#settled);
      this.#settled = grown;
    }
    this.#settled[ordinal >> 3] = (this.#settled[ordinal >> 3] ?? 0) | (1 << (ordinal & 7));
  }
}
