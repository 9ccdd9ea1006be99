import { isWithheld, markOf, type Redact } from "../content/withheld.js";
import { hashOf, IdIndex } from "../ids/id-index.js";
import { IdPairs } from "../ids/id-pairs.js";
import { postKey } from "../ids/keys.js";
import type { PostRef } from "../post/post.js";
import type { Answers, Basis } from "./answers.js";
import type { Touches } from "./redacted-document.js";

const SELECTED = 1;
const WITHHELD = 2;
const STAGED = 3;
// A further address (page, activity id) of a selected post: it may be shown, but is no key.
const ALIAS = 4;
const MOST_MARKS = 64;
const ANSWERED = 1;
const BOOSTED = 2;

/** What a withheld post points at or begins. */
export interface WithheldTraces {
  readonly answers: string | null;
  readonly boosts: string | null;
  /** Conversations of a post that answers nothing. */
  readonly begins: readonly string[];
}

/**
 * Which posts are the author's own, and which of them were selected. References point forward as well as back: its
 * answers hold once all posts were added.
 */
export class OwnPosts {
  readonly #index = new IdIndex();
  readonly #marks = new Set<string>();
  /** Posts that withheld ones answer or boost. */
  readonly #touched = new IdIndex();
  /** Conversations that withheld posts began, and the names in withheld posts' addresses. */
  readonly #conversations = new IdIndex();
  readonly #names = new IdIndex();
  readonly #keepsNames: boolean;
  readonly #boosts = new IdPairs();
  #watching: Answers | null = null;
  #disagree = false;

  /** Tells of an address whether it is one of a withheld post; `content/withheld.ts` knows its other forms. */
  readonly redact: Redact & { readonly marks: ReadonlySet<string> };

  /** @param documents Whether documents are kept, which name conversations after posts. */
  constructor(documents = false) {
    this.#keepsNames = documents;
    const isWithheldHere = (address: string): boolean => this.#ask(address) === WITHHELD;
    const shown = (address: string): boolean => {
      const state = this.#ask(address);
      return state !== 0 && state !== WITHHELD;
    };
    this.redact = Object.assign(isWithheldHere, { marks: this.#marks, shown });
  }

  /**
   * Notes one copy of a post. Of several copies the narrowest decision holds: a post that is withheld once is
   * withheld.
   */
  add(id: string, addresses: readonly string[], selected: boolean): void {
    const before = this.#index.get(id);
    if (before !== 0 && before !== ALIAS && (before === WITHHELD) === selected) this.#disagree = true;
    for (const address of addresses) {
      this.#mark(address);
      const [high, low] = hashOf(address);
      const known = this.#index.getHash(high, low);
      if (!selected || known === WITHHELD) {
        if (this.#isShownAs(address, known)) this.#disagree = true;
        this.#withhold(address);
      } else if (address !== id) {
        if (known === 0) this.#index.setHash(high, low, ALIAS);
      } else if (known !== STAGED) this.#index.setHash(high, low, SELECTED);
    }
  }

  /** Whether an address, or what only differs from it in its scheme or a slash, may be shown so far. */
  #isShownAs(address: string, known: number): boolean {
    if (known !== 0) return known !== WITHHELD;
    const other = /^https:/i.test(address) ? `http${address.slice(5)}` : address.replace(/^http:/i, "https:");
    const turned = (each: string): string => (each.endsWith("/") ? each.slice(0, -1) : `${each}/`);
    return [other, turned(address), turned(other)].some((each) => {
      const state = this.#index.get(each);
      return state !== 0 && state !== WITHHELD;
    });
  }

  /**
   * Whether copies of one post were decided differently. Then an address that only one of them has may still pass
   * for a selected one's, until every copy of what is withheld was added again.
   */
  get disagree(): boolean {
    return this.#disagree;
  }

  /** Whether an id is that of one of the author's own posts. */
  readonly isOwn = (id: string): boolean => {
    const state = this.#index.get(id);
    return state === SELECTED || state === STAGED || state === WITHHELD;
  };

  /** Whether an id is that of a post of the author's that is selected; safe to pass on by itself. */
  readonly isShown = (id: string): boolean => {
    const state = this.#ask(id);
    return state === SELECTED || state === STAGED;
  };

  isWithheld(id: string): boolean {
    return this.#index.get(id) === WITHHELD;
  }

  /** Notes what a selected boost boosts. */
  addBoost(identity: string, boosted: string): void {
    this.#boosts.add(identity, boosted);
  }

  /** Withholds the boosts of withheld posts. */
  withholdBoosts(): void {
    this.#boosts.spread(this.#index, WITHHELD);
  }

  /** Marks a selected post as staged; `false` when it was already: this is another copy. */
  stage(identity: string): boolean {
    if (this.#index.get(identity) === STAGED) return false;
    this.#index.set(identity, STAGED);
    return true;
  }

  /** What a reference by id becomes. */
  refer(id: string): PostRef {
    const state = this.#ask(id);
    if (state === SELECTED || state === STAGED) return { kind: "own", key: postKey(id) };
    if (state === WITHHELD || isWithheld(id, this.redact)) return { kind: "withheld" };
    return { kind: "remote", url: id };
  }

  /** The state of an address; noted while a post is built. */
  #ask(address: string): number {
    const [high, low] = hashOf(address);
    const state = this.#index.getHash(high, low);
    this.#watching?.note(high, low, state === STAGED ? SELECTED : state);
    return state;
  }

  /**
   * Builds something of a selected post, and notes what it was built on: all it was told of this and other posts, and
   * that the post itself is selected.
   */
  watch<T>(
    answers: Answers,
    identity: string,
    build: () => T,
  ): { readonly result: T; readonly basis: Basis } {
    const from = answers.size;
    this.#watching = answers;
    try {
      this.#ask(identity);
      const result = build();
      return { result, basis: { from, to: answers.size, marks: this.#marks.size } };
    } finally {
      this.#watching = null;
    }
  }

  /** Whether everything that something was built on would be answered the same by now. */
  stillStand(answers: Answers, basis: Basis): boolean {
    if (basis.marks !== this.#marks.size) return false;
    return answers.hold(basis, (high, low) => {
      const state = this.#index.getHash(high, low);
      return state === STAGED ? SELECTED : state;
    });
  }

  /** Notes what else a withheld post would leave a trace of. */
  touch(traces: WithheldTraces): void {
    const { answers, boosts, begins } = traces;
    if (answers !== null) this.#touched.set(answers, this.#touched.get(answers) | ANSWERED);
    if (boosts !== null) this.#touched.set(boosts, this.#touched.get(boosts) | BOOSTED);
    for (const conversation of begins) this.#conversations.set(conversation, 1);
  }

  /** Whether withheld posts answer or boost a post. */
  touched(id: string): Touches {
    const bits = this.#touched.get(id);
    return { answered: (bits & ANSWERED) !== 0, boosted: (bits & BOOSTED) !== 0 };
  }

  /**
   * Whether a conversation was begun by a withheld post, or is named after one: Mastodon's `context` ends in the
   * number of the first post, its older `conversation` is a `tag:` address with a number in it.
   */
  derives(conversation: string): boolean {
    if (this.#conversations.has(conversation)) return true;
    for (const name of namesIn(conversation)) if (this.#names.has(name)) return true;
    return false;
  }

  #withhold(address: string): void {
    if (this.#keepsNames) for (const name of namesIn(address).slice(-2)) this.#names.set(name, 1);
    this.#index.set(address, WITHHELD);
  }

  /** Marks are taken of every post: were they those of withheld ones, they would grow until the last was met. */
  #mark(address: string): void {
    // What stands for a post without an id is all it says; nothing refers to it.
    if (address.startsWith("{") || this.#isMarked(address)) return;
    // Where addresses have too little in common, every text is looked into.
    this.#marks.add(this.#marks.size < MOST_MARKS ? markOf(address) : "");
  }

  #isMarked(address: string): boolean {
    for (const mark of this.#marks) if (address.includes(mark)) return true;
    const lower = address.toLowerCase();
    for (const mark of this.#marks) if (lower.includes(mark)) return true;
    return false;
  }
}

/** The parts of an address that can name a post: words with a digit in them, and the pieces of such with hyphens. */
function namesIn(address: string): readonly string[] {
  const words = address.match(/[\w-]{3,}/g) ?? [];
  return words
    .flatMap((word) => (word.includes("-") && !UUID.test(word) ? [...word.split("-"), word] : [word]))
    .filter((word) => word.length >= 3 && /\d/.test(word));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
