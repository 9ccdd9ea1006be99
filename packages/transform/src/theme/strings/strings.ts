import type { Visibility } from "@archive/schema";
import type { AboutStrings } from "./about-strings.js";
import type { SearchStrings } from "./search-strings.js";

/** What kind of file a sentence is about. */
export type MediaWord = "image" | "video" | "audio" | "unknown";

/**
 * The site's own words in one language. Numbers and dates arrive already formatted, so that a language is
 * free in where it puts them; `count` is the number itself, for its plural.
 */
export interface Strings extends AboutStrings {
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
  readonly pinned: string;
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
  readonly colophonText: (writtenBy: string) => string;
  readonly profileOn: (host: string) => string;
  readonly madeWith: (tool: string) => string;

  readonly gallery: string;
  readonly galleryLede: (of: {
    readonly pictures: number;
    readonly films: number;
    readonly recordings: number;
    /** Writes a number. */
    readonly text: (count: number) => string;
  }) => string;
  readonly galleryDescription: (name: string) => string;
  readonly galleryByYear: string;
  readonly asListWithDescriptions: string;
  readonly picturesIn: (count: number, countText: string) => string;
  readonly noDescription: string;
  readonly pictureOf: (when: string) => string;
  /** A link to the post follows. */
  readonly pictureIn: (number: string, count: string) => string;
  readonly aPostOf: (when: string) => string;
  readonly undatedPost: string;
  readonly openFullSize: string;
  readonly previousPicture: string;
  readonly nextPicture: string;

  readonly tags: string;
  readonly tagsLede: (count: number, countText: string) => string;
  readonly tagsDescription: (name: string) => string;
  readonly mostUsed: string;
  readonly allByLetter: string;
  /** Tags that begin with a figure, or anything else that is no letter. */
  readonly figures: string;
  readonly tagLede: (posts: number, postsText: string) => string;
  readonly tagDescription: (name: string, tag: string) => string;
  readonly allTags: string;

  readonly threadOfPosts: (count: number, countText: string) => string;
  readonly readingTime: (minutes: number, minutesText: string) => string;
  readonly inThisThread: string;
  readonly postOfThread: (number: string, count: string, when: string) => string;
  readonly asArticle: string;
  /** Posts of the thread that the article leaves out; a link to the whole thread follows. */
  readonly besideTheArticle: (count: number, countText: string) => string;
  readonly wholeThread: string;

  readonly statistics: string;
  readonly statisticsLede: (posts: number, postsText: string, timeZone: string) => string;
  readonly statisticsDescription: (name: string) => string;
  readonly numbersAsTable: string;
  readonly drawn: string;
  readonly postsByMonth: string;
  readonly postsByMonthText: (most: { readonly month: string; readonly posts: string }) => string;
  readonly month: string;
  readonly replies: string;
  readonly boosts: string;
  readonly hourAndWeekday: string;
  readonly hourAndWeekdayText: (most: {
    readonly weekday: string;
    readonly from: string;
    readonly to: string;
  }) => string;
  readonly hour: string;
  readonly languages: string;
  readonly languagesText: string;
  readonly languageOfPosts: string;
  readonly languageNotMarked: string;
  readonly mostUsedTags: string;
  readonly tag: string;
  readonly mediaInPosts: string;
  readonly mediaInPostsText: (posts: string) => string;
  readonly mediaKind: string;
  readonly mediaKinds: Readonly<Record<MediaWord, string>>;
  readonly count: string;
  readonly describedPictures: string;
  readonly describedPicturesText: (share: string, pictures: string) => string;
  readonly described: string;

  readonly likes: string;
  readonly bookmarks: string;
  readonly linksLede: {
    readonly boosts: (count: number, countText: string) => string;
    readonly likes: (count: number, countText: string) => string;
    readonly bookmarks: (count: number, countText: string) => string;
  };
  /** Addresses that open nowhere on the web. */
  readonly otherAddresses: string;

  /** Buttons that the script makes. */
  readonly lookLight: string;
  readonly lookDark: string;
  readonly close: string;

  readonly feeds: string;
  readonly feedOfAll: string;
  readonly feedOfPosts: string;
  readonly feedOfTag: (tag: string) => string;

  readonly movedNotice: (name: string) => string;
  readonly people: string;
  readonly siteOf: (names: string) => string;
  readonly goneSince: (when: string) => string;
  readonly earlierVersions: (count: number, countText: string) => string;
  readonly versionOf: (when: string) => string;
  readonly firstVersion: string;
  readonly eventWhen: string;
  readonly eventUntil: (when: string) => string;
  readonly eventWhere: string;
  readonly captions: string;

  readonly search: SearchStrings;

  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly toTheHome: string;
}
