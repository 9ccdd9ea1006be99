import { listOf } from "../list-of.js";
import type { TargetOption } from "./target-entry.js";

const LINKS = ["boosts", "likes", "bookmarks"] as const;

/** A page of links that a site can have. */
export type SiteLinks = (typeof LINKS)[number];

/** Pages of links to what others posted. */
export const LINK_PAGES: TargetOption & { readonly parse: (text: string) => readonly SiteLinks[] } = {
  flags: "--links <list>",
  description: "pages of links: boosts, likes, bookmarks",
  parse: listOf(LINKS),
};

/** What those pages need: the option of the site, and collections that have to be selected. */
export function linksNeeded(links: readonly SiteLinks[] = []): {
  readonly boostsPage: boolean;
  readonly collections: readonly Exclude<SiteLinks, "boosts">[];
} {
  return {
    boostsPage: links.includes("boosts"),
    collections: links.filter((name) => name !== "boosts"),
  };
}
