import { IdIndex } from "../ids/id-index.js";
import { postKey } from "../ids/keys.js";
import type { PostRef } from "../post/post.js";

const SELECTED = 1;
const WITHHELD = 2;
const STAGED = 3;
// A further address (page, activity id) of a selected post: it may be shown, but is no key.
const ALIAS = 4;

/**
 * Which posts are the author's own, and which of them were selected. Filled in a first pass over the outbox,
 * because `replies` and threads point forward: no withheld id is ever staged.
 */
export class OwnPosts {
  readonly #index = new IdIndex();
  readonly #withheldForms = new IdIndex();
  readonly #withheldHosts = new Set<string>();

  /**
   * Notes one copy of a post. Of several copies the narrowest decision holds: a post that is withheld once is
   * withheld.
   */
  add(id: string | null, addresses: readonly string[], selected: boolean): void {
    for (const address of addresses) {
      const before = this.#index.get(address);
      if (!selected || before === WITHHELD) this.#withhold(address);
      else if (address === id) this.#index.set(address, SELECTED);
      else if (before === 0) this.#index.set(address, ALIAS);
    }
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
    if (state === WITHHELD || this.meansWithheld(id)) return { kind: "withheld" };
    return { kind: "remote", url: id };
  }

  /**
   * Whether an address, as somebody may have written it into a text, leads to a withheld post: with another
   * scheme, a fragment, a query, a slash at the end, or one of the pages that servers hang under a post.
   */
  meansWithheld(address: string): boolean {
    if (this.#index.get(address) === WITHHELD) return true;
    const spelling = spellingOf(address);
    // Most links lead to other hosts, and end here.
    if (spelling === null || !this.#withheldHosts.has(spelling.host)) return false;
    return spelling.forms.some((form) => this.#withheldForms.has(form));
  }

  #withhold(address: string): void {
    this.#index.set(address, WITHHELD);
    const spelling = spellingOf(address);
    if (spelling === null) return;
    this.#withheldHosts.add(spelling.host);
    this.#withheldForms.set(spelling.forms[0] ?? address, WITHHELD);
  }
}

/** An address taken apart so that two spellings of it compare equal. */
interface Spelling {
  readonly host: string;
  /** Host, path, query and fragment; then without the fragment; then without the query. */
  readonly forms: readonly string[];
}

const PAGES_UNDER_A_POST = /\/(?:activity|embed|replies|likes|shares|reblogs|favourites|quotes)$/;

function spellingOf(address: string): Spelling | null {
  const parts = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(address);
  if (parts === null) return null;
  const [, authority = "", path = "", query = "", fragment = ""] = parts;
  const host = authority.toLowerCase();
  const page = host + decoded(path).replace(/\/+$/, "").replace(PAGES_UNDER_A_POST, "");
  return { host, forms: [...new Set([page + query + fragment, page + query, page])] };
}

function decoded(path: string): string {
  try {
    return path.includes("%") ? decodeURI(path) : path;
  } catch {
    return path;
  }
}
