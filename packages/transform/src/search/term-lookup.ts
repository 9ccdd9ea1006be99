import { digitAt } from "./digits.js";
import type { TermFile } from "./format.js";

interface ReadFile {
  readonly terms: readonly string[];
  readonly posts: readonly string[];
}

const read = new WeakMap<TermFile, ReadFile>();

/** The posts of a term of a file, or of all its terms that begin with it, as they are written there. */
export function postsOf(file: TermFile, term: string, begins: boolean): readonly string[] {
  const { terms, posts } = readFile(file);
  if (!begins) {
    const at = terms.indexOf(term);
    return at < 0 ? [] : [posts[at] ?? ""];
  }
  return posts.filter((_, at) => terms[at]?.startsWith(term) === true);
}

/** Tells each term of a file, and its posts as they are written there. */
export function forEachTermIn(file: TermFile, tell: (term: string, posts: string) => void): void {
  const { terms, posts } = readFile(file);
  for (const [at, term] of terms.entries()) tell(term, posts[at] ?? "");
}

function readFile(file: TermFile): ReadFile {
  const known = read.get(file);
  if (known !== undefined) return known;
  let before = "";
  const terms = file.terms.split(" ").map((text) => {
    before = before.slice(0, digitAt(text, 0)) + text.slice(1);
    return before;
  });
  const made = { terms, posts: file.posts.split(" ") };
  read.set(file, made);
  return made;
}
