/**
 * Sanitised content: the only form in which a person's HTML goes beyond the sanitiser. It can say nothing but
 * what is listed here, so a writer that escapes text and addresses for its own language is safe.
 */
export type SafeTree = readonly SafeNode[];

/** One node of a {@link SafeTree}. */
export type SafeNode = SafeText | SafeBreak | SafeElement | SafeLink | SafeEmoji;

/** Plain text, entities decoded. */
export interface SafeText {
  readonly type: "text";
  readonly value: string;
}

/** A line break (`<br>`). */
export interface SafeBreak {
  readonly type: "break";
}

/** Elements that carry structure or emphasis and nothing else. */
export type SafeElementName =
  | "p"
  | "blockquote"
  | "pre"
  | "code"
  | "ul"
  | "ol"
  | "li"
  | "h1"
  | "h2"
  | "h3"
  | "h4"
  | "h5"
  | "h6"
  | "hr"
  | "em"
  | "strong"
  | "u"
  | "del"
  | "ins"
  | "sub"
  | "sup"
  | "small"
  | "ruby"
  | "rt"
  | "rp"
  | "span";

/** An element of the allow-list. */
export interface SafeElement {
  readonly type: "element";
  readonly name: SafeElementName;
  /**
   * Of a `span`: `invisible` is the part of an address that Mastodon hides, `ellipsis` the part it shows with
   * "…" behind. Of a `p` or `span`: `quote-inline` is the "RE: …" that stands in for a quote (Mastodon 4.5 writes
   * a paragraph before the text, Misskey and Akkoma a span after it). `hashtag` is one that a target unlinked.
   */
  readonly mark?: "invisible" | "ellipsis" | "quote-inline" | "hashtag";
  /** Canonical BCP-47. */
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl" | "auto";
  /** Of an `ol`: its first number, from 0 to 999999999. */
  readonly start?: number;
  /** Of an `ol`: it counts down. */
  readonly reversed?: true;
  /** Of an `li` in an `ol`: its own number, from 0 to 999999999. */
  readonly value?: number;
  readonly children: SafeTree;
}

/** A link to an `http:`, `https:`, `mailto:` … address of the allow-list. */
export interface SafeLink {
  readonly type: "link";
  /** Absolute, checked; still to be escaped for the output's language. */
  readonly href: string;
  readonly role: "plain" | "mention" | "hashtag";
  readonly children: SafeTree;
}

/** A custom emoji by its name without colons. */
export interface SafeEmoji {
  readonly type: "emoji";
  readonly shortcode: string;
}
