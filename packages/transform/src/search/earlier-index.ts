import { digitAt, forEachRising } from "./digits.js";
import { type IndexFacts, MADE_OF, MARKS_BLOCK, MARKS_WIDTH, type MadeOf, type TermFile } from "./format.js";
import { isIndexFacts, isListOf, isMadeOf, isTermFile, isTexts } from "./read-back.js";
import { chunkValue } from "./script-chunk.js";

/** A file of an index that was written earlier, by its name; `null` where it is not, or not as it was written. */
export type EarlierFile = (name: string) => string | null;

/** The beginning of an index: all that one who adds further posts needs of those before. */
export interface EarlierIndex {
  readonly posts: number;
  readonly years: IndexFacts["years"];
  readonly languages: readonly string[];
  readonly blockStarts: readonly number[];
  readonly terms: readonly TermFile[];
  readonly marks: string;
  /** What results show of the posts of the last block, as JSON. */
  readonly lastBlock: readonly string[];
  readonly tags: MadeOf["tags"];
  readonly mentions: MadeOf["mentions"];
}

/** Reads what an index was made of; `null` when it is not there, or of another version. */
export function readMadeOf(file: EarlierFile, version: string): MadeOf | null {
  return quietly(() => {
    const madeOf = chunkValue(MADE_OF, file(MADE_OF));
    return isMadeOf(madeOf) && madeOf.version === version ? madeOf : null;
  });
}

/** Reads the part of an index that holds the first so many posts, which have to be fewer than it has. */
export function readEarlierIndex(file: EarlierFile, madeOf: MadeOf): EarlierIndex | null {
  return quietly(() => {
    const { posts, tags, mentions } = madeOf;
    if (posts === 0) return null;
    const facts = chunkValue("facts", file("facts"));
    if (!isIndexFacts(facts) || posts >= facts.posts) return null;
    const read = (prefix: string, count: number): unknown[] =>
      Array.from({ length: count }, (_, at) => chunkValue(`${prefix}${at}`, file(`${prefix}${at}`)));
    const allMarks = read("m", Math.ceil(facts.posts / MARKS_BLOCK));
    const terms = read("t", facts.terms.length);
    if (!isTexts(allMarks) || !isListOf(terms, isTermFile)) return null;
    const marks = allMarks.join("").slice(0, posts * MARKS_WIDTH);
    const blockStarts = startsOf(facts).filter((start) => start < posts);
    const last = blockStarts.length - 1;
    const block = chunkValue(`p${last}`, file(`p${last}`));
    if (marks.length < posts * MARKS_WIDTH || !Array.isArray(block)) return null;
    return {
      ...{ posts, marks, blockStarts, tags, mentions, terms },
      years: facts.years.filter(([, first]) => first < posts),
      languages: facts.languages.slice(0, languagesIn(marks, facts.languages.length)),
      lastBlock: block.slice(0, posts - (blockStarts[last] ?? 0)).map((shown) => JSON.stringify(shown)),
    };
  });
}

/** The first post of each file of posts. */
export function readBlockStarts(file: EarlierFile): readonly number[] | null {
  return quietly(() => {
    const facts = chunkValue("facts", file("facts"));
    return isIndexFacts(facts) ? startsOf(facts) : null;
  });
}

function startsOf({ blocks }: IndexFacts): readonly number[] {
  const starts: number[] = [];
  forEachRising(blocks, (start) => void starts.push(start));
  return starts;
}

/** Languages are numbered as they are met, so those of the first posts are the first ones. */
function languagesIn(marks: string, known: number): number {
  let count = 0;
  for (let at = MARKS_WIDTH - 1; at < marks.length; at += MARKS_WIDTH) {
    const number = digitAt(marks, at);
    // The last number stands for all languages beyond those that have one.
    if (number < known) count = Math.max(count, number + 1);
  }
  return count;
}

/** A folder may hold anything: what can't be read is not gone on from. */
function quietly<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
