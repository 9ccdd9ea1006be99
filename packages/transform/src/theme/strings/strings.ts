import type { Visibility } from "@archive/schema";

/** What kind of file a sentence is about. */
export type MediaWord = "image" | "video" | "audio" | "unknown";

/**
 * The site's own words in one language. Numbers and dates arrive already formatted, so that a language is
 * free in where it puts them; `count` is the number itself, for its plural.
 */
export interface Strings {
  /** Of the site's own words, for `<html lang>`. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** For `Intl`: it decides how dates and numbers look. */
  readonly locale: string;

  readonly skip: string;
  readonly siteNavigation: string;
  readonly posts: string;
  readonly about: string;
  readonly untitledSite: string;
  readonly titleOf: (page: string, site: string) => string;

  readonly avatarOf: (name: string) => string;
  readonly joined: string;
  readonly movedTo: string;
  readonly span: (months: number) => string;
  readonly sums: {
    readonly posts: (count: number) => string;
    readonly replies: string;
    readonly selfReplies: string;
    readonly polls: (count: number) => string;
    readonly boosts: (count: number) => string;
    readonly days: (count: number) => string;
  };
  readonly postsByWeek: string;
  readonly postsByDay: string;
  readonly fewer: string;
  readonly morePerWeek: string;
  readonly morePerDay: string;
  readonly sameAsTable: string;
  readonly tableByMonth: string;
  readonly year: string;
  readonly total: string;
  readonly latest: string;
  readonly allOf: (month: string) => string;
  readonly homeDescription: (name: string, first: string | null, last: string | null) => string;

  readonly undated: string;
  readonly undatedLede: string;
  readonly continued: (title: string) => string;
  readonly monthLede: (posts: number, postsText: string, boosts: number, boostsText: string) => string;
  readonly monthDescription: (name: string, month: string) => string;
  readonly yearLede: (posts: number, postsText: string, boosts: number, boostsText: string) => string;
  readonly yearDescription: (name: string, year: string) => string;
  readonly otherMonths: string;
  readonly years: string;
  readonly show: string;
  readonly showReplies: string;
  readonly showBoosts: string;
  readonly earlier: string;
  readonly later: string;
  readonly earlierAndLater: string;

  /** A time or date follows. */
  readonly edited: string;
  readonly visibility: Readonly<Record<Visibility, string>>;
  readonly to: string;
  readonly andOthers: (count: number, countText: string) => string;
  readonly inReplyToPost: string;
  readonly onHost: (host: string) => string;
  readonly goesOnFrom: string;
  readonly postOf: (when: string) => string;
  readonly boosted: string;
  readonly boostedAuthor: (of: { readonly handle: string | null; readonly host: string }) => string;
  readonly aPostOn: (host: string) => string;
  readonly boostedPosts: (count: number, countText: string) => string;
  readonly contentWarning: string;
  readonly showIt: string;
  readonly hideIt: string;
  readonly readOn: string;
  readonly threadOf: (count: number, countText: string) => string;

  readonly undescribed: string;
  readonly mediaLabel: Readonly<Record<MediaWord, string>>;
  readonly description: string;
  readonly descriptions: string;
  readonly sensitive: (kind: MediaWord, count: number) => string;
  readonly hideSensitive: (kind: MediaWord, count: number) => string;
  readonly missing: Readonly<Record<MediaWord, string>>;
  readonly leftOut: Readonly<Record<MediaWord, string>>;
  /** A file that lies on a server; where follows as a link. */
  readonly elsewhere: Readonly<Record<MediaWord, string>>;
  readonly openFile: string;
  readonly attached: (count: number, countText: string) => string;

  readonly percent: (value: string) => string;
  readonly votersOf: (count: number, countText: string) => string;
  readonly votesOf: (count: number, countText: string) => string;
  readonly pollClosed: (when: string | null) => string;
  readonly pollOpenUntil: (when: string) => string;
  readonly pollIsThere: string;

  readonly quotes: string;
  readonly quoteTextMissing: string;

  readonly postTitle: (name: string, when: string, label: string | null) => string;
  readonly postWithoutText: string;
  readonly original: (host: string) => string;
  readonly postFailed: string;
  readonly thread: string;
  readonly threadLede: (count: number, countText: string, branches: number) => string;
  readonly threadWindow: string;
  readonly threadStart: string;
  readonly thisPost: string;
  readonly branch: string;
  readonly quoted: (text: string) => string;

  readonly colophon: string;
  readonly colophonText: (writtenBy: string, between: string, exported: string | null) => string;
  readonly between: (first: string, last: string) => string;
  readonly inMonth: (month: string) => string;
  readonly profileOn: (host: string) => string;
  readonly madeWith: (tool: string) => string;

  readonly aboutTitle: string;
  readonly aboutDescription: string;
  readonly aboutCopy: readonly string[];
  readonly whereFrom: string;
  readonly account: string;
  readonly exported: string;
  readonly software: string;
  readonly firstPost: string;
  readonly lastPost: string;
  readonly timeZone: string;
  readonly whatExportsLack: string;
  readonly whatExportsLackText: readonly string[];
  readonly howMade: string;
  readonly howMadeText: (tool: string) => readonly string[];
  /** Names of software by dialect, as their makers write them. */
  readonly dialects: Readonly<Record<string, string>>;

  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly toTheHome: string;
}
