import { digit } from "./digits.js";
import type { TermFile } from "./format.js";
import type { Postings } from "./postings.js";

/** Characters of a file of terms; a word that is in most posts makes one alone. */
const FULL_FILE = 40_000;
const LONGEST_SHARED = 60;

/** The terms in order, cut into files. A word and its longer forms lie in one file, or in neighbours. */
export function* termFiles(
  names: readonly string[],
  postings: Postings,
): Generator<{ readonly first: string; readonly file: TermFile }> {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const decoder = new TextDecoder("latin1");
  let terms: string[] = [];
  let posts: string[] = [];
  let first = "";
  let before = "";
  let size = 0;
  const end = () => ({ first, file: { terms: terms.join(" "), posts: posts.join(" ") } });
  for (const term of names.toSorted()) {
    const number = numbers.get(term);
    if (number === undefined) continue;
    let text = "";
    for (const bytes of postings.bytes(number)) text += decoder.decode(bytes);
    if (terms.length > 0 && size + text.length > FULL_FILE) {
      yield end();
      [terms, posts, size] = [[], [], 0];
    }
    if (terms.length === 0) [first, before] = [term, ""];
    const shared = sharedLength(before, term);
    terms.push(digit(shared) + term.slice(shared));
    posts.push(text);
    size += text.length + term.length - shared + 3;
    before = term;
  }
  if (terms.length > 0) yield end();
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length, LONGEST_SHARED);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
