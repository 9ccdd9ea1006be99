import type { JSX } from "preact";
import { type Markup, markupOf } from "./markup.js";
import type { Page, Site } from "./site.js";

const kept = new WeakMap<Site, Map<string, Markup>>();

/**
 * Markup that is the same on every page of a site at one depth, where links differ: written once and kept. The
 * name has to tell it from everything else that is kept, and there must be few of a kind.
 */
export function once(page: Page, name: string, make: () => JSX.Element): Markup {
  const known = kept.get(page.site) ?? new Map<string, Markup>();
  kept.set(page.site, known);
  const key = `${name} ${page.href("")}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const markup = markupOf(make());
  known.set(key, markup);
  return markup;
}
