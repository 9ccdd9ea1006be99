/** Name of the one function that the scripts of an index call; the page's own script provides it. */
export const REGISTER = "apArchiveSearch";
/** The number of the format: another one is not read. */
export const FORMAT = 1;

/** Kinds of posts in the order of their numbers. Boosts say nothing of their own and are not in an index. */
export const INDEXED_KINDS = ["post", "reply", "selfReply", "poll"] as const;
/** One of {@link INDEXED_KINDS}. */
export type IndexedKind = (typeof INDEXED_KINDS)[number];

/** What a filter asks of a post beside its kind, year and language, in the order of its bits. */
export const MARKS = [
  "contentWarning",
  "links",
  "altMissing",
  "image",
  "video",
  "audio",
  "unlisted",
] as const;
/** One of {@link MARKS}. */
export type Mark = (typeof MARKS)[number];

/** Posts whose marks lie in one file, and their size: a digit for the kind, two for marks, one for the language. */
export const MARKS_BLOCK = 16_384;
export const MARKS_WIDTH = 4;

/**
 * A post as its result shows it. Without what it does not have at its end: page (the path without
 * `/index.html`), seconds since 1970, text, content warning, title, whom it answers, alt texts, poll options,
 * a picture's path in the site, which of the site's accounts wrote it.
 */
export type ShownPost = readonly [
  page: string,
  seconds: number | 0,
  text: string,
  contentWarning?: string | 0,
  title?: string | 0,
  to?: string | 0,
  altTexts?: readonly string[] | 0,
  options?: readonly string[] | 0,
  picture?: string | 0,
  account?: number,
];

/** What is known of the whole index. */
export interface IndexFacts {
  readonly format: number;
  readonly posts: number;
  /** Runs of posts of one year, each with its first post; `""` for the undated. */
  readonly years: readonly (readonly [year: string, first: number])[];
  /** By number; the last stands for all others when there are too many. */
  readonly languages: readonly string[];
  /** The first term of each file of terms. */
  readonly terms: readonly string[];
  /** The first post of each file of posts, as rising numbers. */
  readonly blocks: string;
  /** The most used hashtags and mentions, most used first. */
  readonly tags: readonly string[];
  readonly mentions: readonly string[];
}

/** A file of terms: the terms with a space between, each begun by the length it shares with the one before, and their posts. */
export interface TermFile {
  readonly terms: string;
  readonly posts: string;
}

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
