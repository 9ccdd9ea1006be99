import { isWithheld, markOf, type Redact } from "../content/withheld.js";
import { IdIndex } from "../ids/id-index.js";
import { postKey } from "../ids/keys.js";
import type { PostRef } from "../post/post.js";

const SELECTED = 1;
const WITHHELD = 2;
const STAGED = 3;
// A further address (page, activity id) of a selected post: it may be shown, but is no key.
const ALIAS = 4;
const MOST_MARKS = 64;

/**
 * Which posts are the author's own, and which of them were selected. Filled in a first pass over the outbox,
 * because `replies` and threads point forward: no withheld id is ever staged.
 */
export class OwnPosts {
  readonly #index = new IdIndex();
  readonly #marks = new Set<string>();
  #disagree = false;

  /**
   * Notes one copy of a post. Of several copies the narrowest decision holds: a post that is withheld once is
   * withheld.
   */
  add(id: string | null, addresses: readonly string[], selected: boolean): void {
    const before = id === null ? 0 : this.#index.get(id);
    if (before !== 0 && before !== ALIAS && (before === WITHHELD) === selected) this.#disagree = true;
    for (const address of addresses) {
      const known = this.#index.get(address);
      if (!selected || known === WITHHELD) this.#withhold(address);
      else if (address === id) this.#index.set(address, SELECTED);
      else if (known === 0) this.#index.set(address, ALIAS);
    }
  }

  /**
   * Whether copies of one post were decided differently. Then an address that only one of them has may still pass
   * for a selected one's, until every copy of what is withheld was added again.
   */
  get disagree(): boolean {
    return this.#disagree;
  }

  /** Whether an id is that of one of the author's own posts. */
  isOwn(id: string): boolean {
    const state = this.#index.get(id);
    return state === SELECTED || state === STAGED || state === WITHHELD;
  }

  isWithheld(id: string): boolean {
    return this.#index.get(id) === WITHHELD;
  }

  /** Marks a selected post as staged; `false` when it was already: this is another copy. */
  stage(identity: string): boolean {
    if (this.#index.get(identity) === STAGED) return false;
    this.#index.set(identity, STAGED);
    return true;
  }

  /** What a reference by id becomes. */
  refer(id: string): PostRef {
    const state = this.#index.get(id);
    if (state === SELECTED || state === STAGED) return { kind: "own", key: postKey(id) };
    if (state === WITHHELD || isWithheld(id, this.redact)) return { kind: "withheld" };
    return { kind: "remote", url: id };
  }

  /**
   * Tells of an address whether it is one of a withheld post, to the letter; `content/withheld.ts` knows the other
   * forms that one address takes.
   */
  get redact(): Redact {
    const has = (address: string): boolean => this.#index.get(address) === WITHHELD;
    return Object.assign(has, { marks: this.#marks });
  }

  #withhold(address: string): void {
    this.#index.set(address, WITHHELD);
    // Where addresses have too little in common, every text is looked into.
    this.#marks.add(this.#marks.size < MOST_MARKS ? markOf(address) : "");
  }
}
