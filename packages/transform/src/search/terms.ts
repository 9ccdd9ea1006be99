import { fold } from "./fold.js";

/** A term of a text, with where it stands. */
export interface Term {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Longer words are cut: nobody types them whole. */
const LONGEST = 24;

// Scripts that are written without spaces: pairs of characters stand for words.
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc\\uff70\\uff9e\\uff9f";
const RUN = new RegExp(`[${UNSPACED}\\p{L}\\p{N}\\p{M}\\u200c\\u200d]+`, "uy");
const UNSPACED_RUN = new RegExp(`^[${UNSPACED}]`, "u");
const BOTH = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const CHARACTER = /[\s\S][\p{M}\uff9e\uff9f]*/gu;
const HAN_AND_HIRAGANA = /^[\u3041-\u3096\u4e00-\u9fff]+$/;
const MAY_HOLD_BOTH = /[\u0e00-\u109f\u1780-\u17ff\u3005-\uffff\ud840-\ud8ff]/;

/** Letters and figures of ASCII. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * The terms of a text, in its order: words folded; of scripts without spaces each pair of neighbours, and the
 * last character alone, so that each character begins a term. Building and searching both ask this function.
 *
 * Words of ASCII are cut out by hand: a regular expression with classes of Unicode takes three times as long,
 * and years of posts hold millions of them. `tellPlain` is told of them by their place, where given.
 */
export function forEachTerm(
  text: string,
  tell: (term: string, start: number, end: number) => void,
  tellPlain: (start: number, end: number) => void = (start, end) =>
    tell(text.slice(start, Math.min(end, start + LONGEST)).toLowerCase(), start, end),
): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    while (PLAIN[text.charCodeAt(at)] === 1) at += 1;
    if (text.charCodeAt(at) >= 128) at = otherRun(text, start, tell);
    else if (at > start) tellPlain(start, at);
    else at += 1;
  }
}

/** The run of letters and figures that begins at a place and goes beyond ASCII; gives the place behind it. */
function otherRun(
  text: string,
  start: number,
  tell: (term: string, start: number, end: number) => void,
): number {
  RUN.lastIndex = start;
  const run = RUN.exec(text)?.[0];
  // A sign, or ASCII right before one: the word of ASCII alone is the run then.
  if (run === undefined) return start + 1;
  const after = RUN.lastIndex;
  if (!MAY_HOLD_BOTH.test(run)) word(run, start, tell);
  // A letter of a spaced script may begin a run that goes on without spaces: "AIの".
  else {
    for (const part of run.matchAll(BOTH)) {
      if (UNSPACED_RUN.test(part[0])) pairs(part[0], start + part.index, tell);
      else word(part[0], start + part.index, tell);
    }
  }
  return after;
}

/** The terms of a text as a list. */
export function termsOf(text: string): readonly Term[] {
  const terms: Term[] = [];
  forEachTerm(text, (term, start, end) => void terms.push({ term, start, end }));
  return terms;
}

/** Whether a term is made of characters of a script without spaces. */
export function isUnspaced(term: string): boolean {
  return UNSPACED_RUN.test(term);
}

function word(run: string, at: number, tell: (term: string, start: number, end: number) => void): void {
  const term = fold(run).slice(0, LONGEST);
  if (term !== "") tell(term, at, at + run.length);
}

function pairs(run: string, at: number, tell: (term: string, start: number, end: number) => void): void {
  // Vowel and tone signs belong to the letter before them.
  const characters = run.match(CHARACTER) ?? [];
  let start = at;
  const isFolded = HAN_AND_HIRAGANA.test(run);
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    const pair = next === undefined ? character : character + next;
    const term = isFolded ? pair : fold(pair);
    if (term !== "") tell(term, start, start + character.length + (next?.length ?? 0));
    start += character.length;
  }
}
