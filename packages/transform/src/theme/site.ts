import type { Account } from "../post/account.js";
import type { MediaKey, PostKey, PublishedPost } from "../post/post.js";
import type { MediaState, MonthCount, SelectionCounts } from "../select/selection.js";
import type { Formats } from "./formats.js";
import type { Markup } from "./markup.js";
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
  /** Its first words, or its content warning; `null` without either. Never words from behind a warning. */
  readonly label: string | null;
  /** Its text; `null` without one. */
  readonly markup: Markup | null;
}

/** Everything the components may know of the site beside the page they stand on. */
export interface Site {
  readonly account: Account | null;
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
