import { distance } from "fastest-levenshtein";

const MOST = 3;
/** Share of a word's letters that may be wrong. */
const TOLERANCE = 0.4;

/** The words nearest to a misspelled one, at most three; also those of which it is a part. */
export function nearest(given: string, words: readonly string[]): string[] {
  const sought = given.trim().toLowerCase();
  if (sought === "") return [];
  const scored = words.flatMap((word) => {
    const whole = word.toLowerCase();
    // `missing`, `medai/missing` and `missng` are all meant to find `media/missing`.
    const parts = [whole, ...whole.split("/")];
    const away = Math.min(...parts.map((part, n) => distance(sought, part) + (n === 0 ? 0 : 0.5)));
    const contains = sought.length >= 3 && whole.includes(sought);
    const score = contains ? Math.min(away, 1) : away;
    return score <= Math.max(1, sought.length * TOLERANCE) ? [{ word, score }] : [];
  });
  scored.sort((a, b) => a.score - b.score);
  return scored.slice(0, MOST).map(({ word }) => word);
}
