import { fold } from "./fold.js";
import { forEachTerm, isUnspaced, termsOf } from "./terms.js";

/** A term that is looked for, whole or as the beginning of longer ones. */
export interface WantedTerm {
  readonly term: string;
  readonly begins: boolean;
}

/** Terms that a post is to hold, one behind the other when there are several. */
export interface Wanted {
  readonly terms: readonly WantedTerm[];
  /** Whether posts that hold it are left out. */
  readonly without: boolean;
}

/** The shortest beginning that stands for longer words: with two letters of ASCII that would be any word. */
const SHORTEST_BEGINNING = 3;
const MOST_WANTED = 16;

/**
 * What a person typed: words (each also as the beginning of a longer one), `"these words in a row"`, `#tag`,
 * `@name` and `@name@host`, and any of them with `-` in front for what is not wanted.
 */
export function parseQuery(query: string): readonly Wanted[] {
  const wanted: Wanted[] = [];
  const straight = query.replace(/[“”„‟«»『』「」]/g, '"');
  for (const [, minus, quoted, plain] of straight.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const terms = quoted === undefined ? plainTerms(plain ?? "") : rowOf(quoted, false);
    if (terms.length > 0) wanted.push({ terms, without: minus === "-" });
    if (wanted.length === MOST_WANTED) break;
  }
  return wanted;
}

/** A hashtag, with or without `#`. */
export function wantedTag(name: string): Wanted {
  return { terms: [{ term: `#${fold(name.trim().replace(/^[#＃]/, ""))}`, begins: false }], without: false };
}

/** A person, by name or by name and host, with or without `@`. */
export function wantedMention(name: string): Wanted {
  const person = fold(name.trim().replace(/^@/, ""));
  return { terms: [{ term: `@${person}`, begins: !person.includes("@") }], without: false };
}

/** Where the terms that are looked for stand in a text, in its order and apart from each other. */
export function foundIn(text: string, wanted: readonly Wanted[]): readonly (readonly [number, number])[] {
  const terms = wanted.filter(({ without }) => !without).flatMap((each) => each.terms);
  if (terms.length === 0) return [];
  const found: [number, number][] = [];
  forEachTerm(text, (term, start, end) => {
    const hit = terms.find((each) => isHit(term, each));
    if (hit === undefined) return;
    const last = found.at(-1);
    const reach = hit.term === term ? end : beginningEnd(text, start, end, hit.term);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], reach);
    else found.push([start, reach]);
  });
  return found;
}

/** Whether one of the texts holds all terms of a row, one behind the other. */
export function holdsRow(texts: readonly string[], { terms }: Wanted): boolean {
  return texts.some((text) => {
    const there = termsOf(text);
    return there.some((_, at) => {
      let next = at;
      let end = there[at]?.start ?? 0;
      return terms.every((each, index) => {
        const term = there[next];
        if (term === undefined || !isHit(term.term, each)) return false;
        // Pairs overlap; between words of a row stands nothing but spaces and signs, which make no terms.
        if (index > 0 && isUnspaced(term.term) && term.start > end) return false;
        end = term.end;
        next += 1;
        return true;
      });
    });
  });
}

function isHit(term: string, wanted: WantedTerm): boolean {
  return wanted.begins ? term.startsWith(wanted.term) : term === wanted.term;
}

function plainTerms(text: string): readonly WantedTerm[] {
  if (/^[#＃]./u.test(text)) return wantedTag(text).terms;
  if (/^@./u.test(text)) return wantedMention(text).terms;
  return rowOf(text, true);
}

/** The terms of words in a row; only the last of them may go on. */
function rowOf(text: string, mayGoOn: boolean): readonly WantedTerm[] {
  const terms = termsOf(text).filter(({ term, end }, at, all) => {
    const before = all[at - 1];
    // The last character of a run begins a pair in the texts: the pair before it says enough.
    return !(isUnspaced(term) && before !== undefined && before.end === end);
  });
  return terms.map(({ term }, at) => {
    const long = term.length >= SHORTEST_BEGINNING || /[^ -~]/.test(term);
    const alone = isUnspaced(term) && [...term].length === 1;
    return { term, begins: alone || (mayGoOn && long && at === terms.length - 1) };
  });
}

/** Where the beginning of a word ends that is `begun` once it is folded; the word's own end when that is unclear. */
function beginningEnd(text: string, start: number, end: number, begun: string): number {
  const most = Math.min(end, start + begun.length + 1);
  for (let at = start + 1; at <= most; at += 1) {
    if (fold(text.slice(start, at)) === begun && !/^\p{M}/u.test(text.slice(at))) return at;
  }
  return end;
}
