import type { JSX } from "preact";
import type { Account } from "../post/account.js";
import type { MediaKey, Post, PostKey, PublishedPost } from "../post/post.js";
import type { MediaState, MonthCount, SelectionCounts } from "../select/selection.js";
import type { DayMarkup } from "./day-markup.js";
import type { Formats } from "./formats.js";
import type { Children, Markup } from "./markup.js";
import type { Strings } from "./strings/strings.js";

/** A year that has posts, with its months, oldest first. */
export interface YearIndex {
  readonly year: string;
  readonly months: readonly DatedMonth[];
  readonly posts: number;
  readonly boosts: number;
}

/** A month that has a date. */
export interface DatedMonth extends MonthCount {
  readonly month: string;
}

/** A post as other pages speak of it: in a thread, as a quotation, as the earlier or later one. */
export interface PostCard {
  readonly key: PostKey;
  /** Path of its page. */
  readonly path: string;
  readonly post: PublishedPost;
  /** Names all of the post, and where it stands: the same print, the same post at the same place. */
  readonly print: string;
  /** Its first words, or its content warning; `null` without either. Never words from behind a warning. */
  readonly label: string | null;
  /** Its text, with links that lead on from that page; `null` without one. */
  readonly markup: (page: Page) => Markup | null;
}

/** A way into a part of the site, in the navigation of every page. */
export interface MenuEntry {
  /** Which part it is; the page of that part says so with `current`. */
  readonly id: string;
  readonly label: string;
  /** Path of a page of the site, or an address on the web. */
  readonly to: { readonly path: string } | { readonly url: string };
}

/** A feed that pages tell of. */
export interface FeedLink {
  readonly path: string;
  readonly mediaType: string;
  readonly title: string;
}

/** One of the persons whose posts the site shows. */
export interface Person {
  readonly account: Account;
  readonly name: string;
  /** Number of their colour, from 0; `null` on a site of one person, where nobody needs telling apart. */
  readonly mark: number | null;
}

/** What the frame of a page has to know. */
export interface LayoutProps {
  readonly page: Page;
  /** Of the document; the site's title is added by the caller where it belongs. */
  readonly title: string;
  readonly description: string | null;
  readonly kind: "website" | "article" | "profile";
  /** Whether search engines may list the page, where the whole site allows it. */
  readonly indexable: boolean;
  readonly published?: string | null;
  readonly updated?: string | null;
  /** Path of a picture for previews. */
  readonly image?: string | null;
  /** What the page is about for machines: schema.org, as plain data. */
  readonly data?: LinkedData | null;
  /** Feeds of this page beside those of the site. */
  readonly feeds?: readonly FeedLink[];
  /** Style sheets of this page beside the site's, as paths. */
  readonly sheets?: readonly string[];
  /** Scripts of this page beside the site's, as paths. */
  readonly scripts?: readonly string[];
  /** Id of the part of the site it belongs to, as in the menu; `home` is the title's. */
  readonly current: string | null;
  readonly mainClass?: string;
  readonly children: Children | readonly Children[];
}

/** Plain data for a JSON-LD block. */
export interface LinkedData {
  readonly [property: string]:
    | string
    | number
    | boolean
    | null
    | undefined
    | LinkedData
    | readonly (LinkedData | string)[];
}

/** What a component makes. */
export type Made = JSX.Element | null;

/** The components a theme may put its own in place of. Each gets the page, and through it the whole site. */
export interface Components {
  /** The frame of every page: head, title and navigation, content, colophon. */
  readonly Layout: (props: LayoutProps) => JSX.Element;
  /** Title and navigation; the same on all pages at one depth, so it is written once. */
  readonly Masthead: (props: { readonly page: Page; readonly current: string | null }) => Made;
  readonly Colophon: (props: { readonly page: Page }) => Made;
  /** Whose archive it is, on the home page. */
  readonly Profile: (props: { readonly page: Page }) => Made;
  /** A day with its posts. `beneath` says what the small word under the numeral is. */
  readonly Day: (props: DayProps) => Made;
  /** A post in a list. */
  readonly ListedPost: (props: ListedPostProps) => Made;
  /** What a post says: text, media, poll, quote. */
  readonly PostWords: (props: WordsProps) => Made;
}

/** A day, or the undated, on a page. */
export interface DayProps extends DayMarkup {
  readonly page: Page;
  readonly beneath: "weekday" | "month";
  /** Id of its heading where the day may stand on the page once more. */
  readonly anchor?: string | undefined;
}

/** A post as an item of a list. */
export interface ListedPostProps {
  readonly page: Page;
  readonly card: PostCard;
  readonly anchor: string;
  /** Whether a long text is cut short. */
  readonly cut: "whole" | "short";
  /** Whether it stands tied to the post it goes on from. */
  readonly tied: boolean;
  /** The thread it begins, when that is to be told: how many posts, and where to read them. */
  readonly thread: { readonly posts: number; readonly href: string } | null;
}

/** A post's words where it stands. */
export interface WordsProps {
  readonly page: Page;
  readonly post: Post;
  /** Path of its page; its pictures stand below. */
  readonly path: string;
  /** Its text, already written; `null` without one. */
  readonly text: Markup | null;
}

/** Everything the components may know of the site beside the page they stand on. */
export interface Site {
  readonly account: Account | null;
  /** Those whose posts they are, in the order of {@link Post.account}. */
  readonly people: readonly Person[];
  /** What the site is called: the option, or whose it is. */
  readonly title: string;
  /** The person, for sentences. */
  readonly author: string;
  readonly strings: Strings;
  readonly formats: Formats;
  readonly counts: SelectionCounts;
  readonly timeZone: string;
  readonly origin: { readonly dialect: string; readonly exportedAt: string | null };
  /** With a slash at its end; `null` when it is not known where the site will stand. */
  readonly baseUrl: string | null;
  readonly indexable: boolean;
  /** Whether media files were copied. */
  readonly withMedia: boolean;
  readonly years: readonly YearIndex[];
  readonly undated: MonthCount | null;
  /** Path of the newest month; `null` when there are no posts. */
  readonly newestPath: string | null;
  /** The ways into the parts of the site that are there, in the order of the navigation. */
  readonly menu: readonly MenuEntry[];
  readonly feeds: readonly FeedLink[];
  /** Path of a hashtag's page, given by its name; `null` where it has none. */
  readonly tagPath: (name: string) => string | null;
  /** Whether pictures have pages of their own. */
  readonly hasGallery: boolean;
  /** A sentence for the foot of every page instead of the default one. */
  readonly footer: string | null;
  readonly components: Components;
  /** Posts per day `YYYY-MM-DD`, oldest first; boosts left out. */
  readonly days: ReadonlyMap<string, number>;
  readonly mediaState: (key: MediaKey) => MediaState;
  /** `null` for a post that has no page: one that is not selected, or a boost. */
  readonly card: (key: PostKey) => PostCard | null;
}

/** The page a component stands on. */
export interface Page {
  readonly site: Site;
  readonly path: string;
  /** An address on this page of a file of the site, given by its path. */
  readonly href: (path: string) => string;
}

/** Makes a page's context. Links are relative, so that a site opens from a disk and below any address. */
export function pageAt(site: Site, path: string): Page {
  const up = "../".repeat(path.split("/").length - 1);
  return { site, path, href: (target) => up + target };
}

/**
 * The page a server shows for any address that it does not know: relative links would start from there, so it
 * uses whole paths where it is known where the site stands.
 */
export function pageAnywhere(site: Site, path: string): Page {
  const root = site.baseUrl === null ? "" : new URL(site.baseUrl).pathname;
  return { site, path, href: (target) => root + target };
}

/** Where a hashtag's page is to be found from a page, given by its name; `null` where it has none. */
export function tagHref(page: Page): (name: string) => string | null {
  return (name) => {
    const path = page.site.tagPath(name);
    return path === null ? null : page.href(path);
  };
}
