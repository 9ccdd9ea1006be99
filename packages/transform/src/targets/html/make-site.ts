import type { MonthCount, Selection } from "../../select/selection.js";
import { formats } from "../../theme/formats.js";
import { monthPath } from "../../theme/paths.js";
import type { DatedMonth, Site, YearIndex } from "../../theme/site.js";
import { en } from "../../theme/strings/en.js";
import { type HtmlOptions, normalBaseUrl } from "./options.js";
import type { PostCards } from "./post-cards.js";

/** What all pages share: small whatever the number of posts, but for a number for each day. */
export function makeSite(selection: Selection, options: HtmlOptions, cards: PostCards): Site {
  const { account, counts, timeZone, origin } = selection;
  const strings = en;
  const author = nameOf(account?.name) ?? account?.handle ?? strings.untitledSite;
  const months = selection.months();
  const years = yearsOf(months);
  const undated = months.find(({ month }) => month === null) ?? null;
  const newest = years.at(-1)?.months.at(-1)?.month ?? null;
  return {
    account,
    title: nameOf(options.title) ?? author,
    author,
    strings,
    formats: formats(strings.locale, timeZone),
    counts,
    timeZone,
    origin,
    baseUrl: normalBaseUrl(options.baseUrl),
    indexable: account?.indexable ?? true,
    withMedia: options.media !== false,
    years,
    undated,
    newestPath: months.length === 0 ? null : monthPath(newest),
    days: new Map(selection.days()),
    mediaState: (key) => selection.mediaState(key),
    card: (key) => cards.get(key),
  };
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
