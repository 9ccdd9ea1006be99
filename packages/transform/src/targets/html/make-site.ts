import type { Account } from "../../post/account.js";
import type { MediaKey } from "../../post/post.js";
import type { MediaState, MonthCount, Selection } from "../../select/selection.js";
import { defaultComponents } from "../../theme/default-components.js";
import { formats } from "../../theme/formats.js";
import type { LinksName } from "../../theme/pages/links.js";
import {
  ABOUT_PATH,
  GALLERY_PATH,
  LATEST_PATH,
  linksPath,
  monthPath,
  STATISTICS_PATH,
  TAGS_PATH,
  tagPath,
} from "../../theme/paths.js";
import { SEARCH_PATH } from "../../theme/search/paths.js";
import type { DatedMonth, MenuEntry, Person, Site, YearIndex } from "../../theme/site.js";
import { stringsOf } from "../../theme/strings/locales.js";
import type { Strings } from "../../theme/strings/strings.js";
import type { Theme } from "../../theme/theme.js";
import { normalBaseUrl } from "../base-url.js";
import type { HtmlOptions } from "./options.js";
import type { PostCards } from "./post-cards.js";
import { feedLinks } from "./site-feeds.js";

/** Colours there are to tell people apart; with more people they come again, next to the name. */
const MARKS = 6;

/** Files whose states are remembered. */
const REMEMBERED = 256;

/** What is known of the site's parts before its pages are written. */
export interface SiteParts {
  readonly gallery: boolean;
  readonly links: readonly LinksName[];
}

/** What all pages share: small whatever the number of posts, but for a number for each day. */
export function makeSite(
  selection: Selection,
  options: HtmlOptions,
  cards: PostCards,
  parts: SiteParts,
): Site {
  const { accounts, counts, timeZone, origin } = selection;
  const strings = stringsOf(options.locale);
  const people = peopleOf(accounts, strings);
  const author = people.length === 0 ? strings.untitledSite : listOf(strings, people);
  const months = selection.months();
  const years = yearsOf(months);
  const undated = months.find(({ month }) => month === null) ?? null;
  const newest = years.at(-1)?.months.at(-1)?.month ?? null;
  const newestPath = months.length === 0 ? null : monthPath(newest);
  const { theme = {} } = options;
  const baseUrl = normalBaseUrl(options.baseUrl);
  return {
    account: selection.account,
    people,
    title: nameOf(options.title) ?? nameOf(theme.title) ?? author,
    author,
    strings,
    formats: formats(strings.locale, timeZone),
    counts,
    timeZone,
    origin,
    baseUrl,
    indexable: isIndexable(accounts, options.searchEngines),
    withMedia: options.media !== false,
    years,
    undated,
    newestPath,
    menu: menuOf(strings, selection, parts, theme),
    feeds: feedLinks(strings, selection, baseUrl),
    tagPath: (name) => {
      const slug = selection.slugOf(name);
      return slug === null ? null : tagPath(slug);
    },
    hasGallery: parts.gallery,
    footer: nameOf(theme.footer),
    components: { ...defaultComponents, ...theme.components },
    days: new Map(selection.days()),
    mediaState: latestStates(selection),
    card: (key) => cards.get(key),
  };
}

/** Whether search engines may list the site: where nothing else is said, only if everybody on it may be listed. */
function isIndexable(accounts: readonly Account[], wish: HtmlOptions["searchEngines"] = "account"): boolean {
  return wish === "account" ? accounts.every(({ indexable }) => indexable) : wish === "allow";
}

/** The states of the files that were asked for last: what is made of a post asks for each of its files several times. */
function latestStates(selection: Selection): Site["mediaState"] {
  const known = new Map<MediaKey, MediaState>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const state = selection.mediaState(key);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, state);
    return state;
  };
}

function peopleOf(accounts: readonly Account[], strings: Strings): readonly Person[] {
  return accounts.map((account, index) => ({
    account,
    name: nameOf(account.name) ?? account.handle ?? strings.untitledSite,
    mark: accounts.length > 1 ? index % MARKS : null,
  }));
}

function listOf(strings: Strings, people: readonly Person[]): string {
  const names = new Set(people.map(({ name }) => name));
  return new Intl.ListFormat(strings.locale, { type: "conjunction" }).format(names);
}

function menuOf(
  strings: Strings,
  selection: Selection,
  parts: SiteParts,
  theme: Theme,
): readonly MenuEntry[] {
  const hasPosts = selection.months().length > 0;
  const hasTags = selection.tags().length > 0;
  const all: MenuEntry[] = [
    ...(hasPosts ? [{ id: "posts", label: strings.posts, to: { path: LATEST_PATH } }] : []),
    ...(parts.gallery ? [{ id: "gallery", label: strings.gallery, to: { path: GALLERY_PATH } }] : []),
    ...(hasTags ? [{ id: "tags", label: strings.tags, to: { path: TAGS_PATH } }] : []),
    ...parts.links.map((name) => ({ id: name, label: strings[name], to: { path: linksPath(name) } })),
    ...(hasPosts ? [{ id: "statistics", label: strings.statistics, to: { path: STATISTICS_PATH } }] : []),
    { id: "about", label: strings.about, to: { path: ABOUT_PATH } },
    { id: "search", label: strings.search.search, to: { path: SEARCH_PATH } },
  ];
  if (theme.menu === undefined) return all;
  return theme.menu.flatMap((entry) => {
    if (typeof entry === "string") return all.filter(({ id }) => id === entry);
    const { label, href } = entry;
    return [{ id: href, label, to: /^[a-z][a-z0-9+.-]*:/i.test(href) ? { url: href } : { path: href } }];
  });
}

function nameOf(name: string | undefined): string | null {
  return name === undefined || name.trim() === "" ? null : name.trim();
}

function yearsOf(months: readonly MonthCount[]): readonly YearIndex[] {
  const years = new Map<string, DatedMonth[]>();
  for (const count of months) {
    if (count.month === null) continue;
    const year = count.month.slice(0, 4);
    const held = years.get(year) ?? [];
    held.push({ ...count, month: count.month });
    years.set(year, held);
  }
  return [...years].map(([year, held]) => ({
    year,
    months: held,
    posts: held.reduce((sum, { posts }) => sum + posts, 0),
    boosts: held.reduce((sum, { boosts }) => sum + boosts, 0),
  }));
}
