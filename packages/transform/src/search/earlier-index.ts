import { isJsonObject } from "@archive/schema";
import { digitAt, forEachRising } from "./digits.js";
import {
  FORMAT,
  type IndexFacts,
  MARKS_BLOCK,
  MARKS_WIDTH,
  type ShownPost,
  type TermFile,
} from "./format.js";
import { chunkValue } from "./script-chunk.js";

/** A file of an index that was written earlier, by its name; `null` where it is not, or not as it was written. */
export type EarlierFile = (name: string) => string | null;

/** The name of the file that says of which posts an index was made. */
export const MADE_OF = "made-of";

/** Of which posts an index was made: what a later run has to meet again, to go on from it. */
export interface MadeOf {
  /** What wrote it: another version may write other files of the same posts. */
  readonly version: string;
  /** How many posts there are in its pieces; at least one more is in the index. */
  readonly posts: number;
  /** A print of each piece, and how many posts are in it. */
  readonly pieces: readonly (readonly [print: string, posts: number])[];
  /** How often names are in those pieces. */
  readonly tags: readonly (readonly [name: string, count: number])[];
  readonly mentions: readonly (readonly [name: string, count: number])[];
}

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
    const madeOf: MadeOf = chunkValue(MADE_OF, file(MADE_OF));
    const { pieces, tags, mentions } = madeOf;
    return madeOf.version === version && [pieces, tags, mentions].every(isListOfLists) ? madeOf : null;
  });
}

/** Reads the part of an index that holds the first so many posts, which have to be fewer than it has. */
export function readEarlierIndex(file: EarlierFile, madeOf: MadeOf): EarlierIndex | null {
  return quietly(() => {
    const { posts, tags, mentions } = madeOf;
    if (posts === 0) return null;
    const facts: IndexFacts = chunkValue("facts", file("facts"));
    if (facts.format !== FORMAT || posts >= facts.posts) return null;
    const read = <T>(prefix: string, count: number): T[] =>
      Array.from({ length: count }, (_, at) => chunkValue<T>(`${prefix}${at}`, file(`${prefix}${at}`)));
    const marks = read<string>("m", Math.ceil(facts.posts / MARKS_BLOCK))
      .join("")
      .slice(0, posts * MARKS_WIDTH);
    const terms = read<TermFile>("t", facts.terms.length);
    if (marks.length < posts * MARKS_WIDTH || !terms.every(isTermFile)) return null;
    const blockStarts = startsOf(facts).filter((start) => start < posts);
    const last = blockStarts.length - 1;
    const block: readonly ShownPost[] = chunkValue(`p${last}`, file(`p${last}`));
    return {
      ...{ posts, marks, blockStarts, tags, mentions },
      years: facts.years.filter(([, first]) => first < posts),
      languages: facts.languages.slice(0, languagesIn(marks, facts.languages.length)),
      terms,
      lastBlock: block.slice(0, posts - (blockStarts[last] ?? 0)).map((shown) => JSON.stringify(shown)),
    };
  });
}

/** The first post of each file of posts. */
export function readBlockStarts(file: EarlierFile): readonly number[] | null {
  return quietly(() => startsOf(chunkValue("facts", file("facts"))));
}

function startsOf({ blocks }: IndexFacts): readonly number[] {
  const starts: number[] = [];
  forEachRising(blocks, (start) => void starts.push(start));
  return starts;
}

function isListOfLists(list: unknown): boolean {
  return Array.isArray(list) && list.every((each) => Array.isArray(each));
}

function isTermFile(file: unknown): boolean {
  return isJsonObject(file) && typeof file.terms === "string" && typeof file.posts === "string";
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
