import type { IndexedKind, Mark } from "../../search/format.js";

/** A text by plural rule of its language (`Intl.PluralRules`), with `{n}` for the number. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** Words that the page's script shows: plain texts, for they travel to it as data. */
export interface SearchClientStrings {
  readonly found: PluralText;
  /** Of words in a row, before each post was looked through. */
  readonly atMost: PluralText;
  readonly nothing: string;
  readonly searching: string;
  readonly failed: string;
  readonly more: string;
  readonly inTitle: string;
  readonly inDescription: string;
  readonly inPoll: string;
  readonly behindWarning: string;
  readonly contentWarning: string;
  /** What was looked for, in the text behind a content warning. */
  readonly standsBehind: string;
  /** With `{name}`. */
  readonly replyTo: string;
  readonly undated: string;
  readonly noWords: string;
}

/** The words of the search page. */
export interface SearchStrings {
  readonly search: string;
  readonly description: (name: string) => string;
  readonly needsScript: string;
  readonly leaves: string;
  readonly box: string;
  readonly find: string;
  readonly help: string;
  /** Opens the filters. */
  readonly narrow: string;
  /** Of a filter: no matter which. */
  readonly any: string;
  readonly year: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<IndexedKind, string>>;
  readonly language: string;
  readonly media: string;
  readonly mediaKinds: Readonly<Record<"image" | "video" | "audio", string>>;
  readonly hashtag: string;
  readonly person: string;
  readonly order: string;
  readonly newest: string;
  readonly oldest: string;
  readonly onlyWith: string;
  readonly marks: Readonly<Record<Exclude<Mark, "image" | "video" | "audio">, string>>;
  readonly undated: string;
  readonly client: SearchClientStrings;
}
