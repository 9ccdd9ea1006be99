import type { SearchEngines } from "@archive/transform/html";
import { InvalidArgumentError } from "commander";
import { BASE_URL, TITLE } from "./shared-options.js";
import { LINK_PAGES, linksNeeded, type SiteLinks } from "./site-links.js";
import { siteLocale } from "./site-locale.js";
import { siteTheme, THEME } from "./site-theme.js";
import { bound, type TargetEntry, type TargetOption } from "./target-entry.js";

/** The options of `--to html` as they come out of the command line. */
interface HtmlValues {
  readonly baseUrl?: string;
  readonly title?: string;
  readonly media: boolean;
  readonly theme?: string;
  readonly links?: readonly SiteLinks[];
  readonly imageSizes?: readonly number[];
  readonly locale?: string;
  readonly keepUrls?: boolean;
  readonly searchEngines?: SearchEngines;
}

const LOCALE: TargetOption = {
  flags: "--locale <tag>",
  description: "language of the site's own words: en, de, fr, es, ja, ar",
  parse: siteLocale,
};

const KEEP_URLS: TargetOption = {
  flags: "--keep-urls",
  description: "keep the posts' old addresses: redirects, AS2 documents, WebFinger",
};

const SEARCH_ENGINES: TargetOption & { readonly choices: readonly SearchEngines[] } = {
  flags: "--search-engines <choice>",
  description: "may they list the site? as its account says, unless told; unlisted posts never",
  choices: ["account", "allow", "refuse"],
};

const IMAGE_SIZES: TargetOption = {
  flags: "--image-sizes <list>",
  description: "smaller copies of pictures, by width in pixels (needs sharp)",
  parse: widths,
};

/** `--to html`. */
export const htmlEntry: TargetEntry = {
  name: "html",
  options: [BASE_URL, TITLE, THEME, LINK_PAGES, LOCALE, KEEP_URLS, SEARCH_ENGINES, IMAGE_SIZES],
  isSingleFile: () => false,
  facts: async () => (await import("@archive/transform/html")).htmlTarget,
  async bind(command, { cwd, cores }) {
    const { htmlTarget } = await import("@archive/transform/html");
    const { searchThread } = await import("@archive/transform/node");
    const { baseUrl, title, media, theme, links, imageSizes, locale, keepUrls, searchEngines } =
      command.opts<HtmlValues>();
    const { boostsPage, collections } = linksNeeded(links);
    const options = {
      baseUrl,
      title,
      media,
      locale,
      keepUrls,
      searchEngines,
      boostsPage,
      theme: await siteTheme(theme, cwd),
      ...(cores > 1 ? { searchIndex: searchThread } : {}),
    };
    const needs = {
      ...(collections.length === 0 ? {} : { collections }),
      ...(keepUrls === true ? { documents: true } : {}),
      ...(imageSizes === undefined ? {} : { images: await imagesOf(imageSizes) }),
    };
    return bound(htmlTarget, options, { index: "index.html", needs });
  },
};

async function imagesOf(sizes: readonly number[]) {
  const { sharpWorker } = await import("@archive/transform/images");
  return { worker: await sharpWorker(), widths: sizes };
}

function widths(text: string): readonly number[] {
  const all = text.split(",").map((word) => Number(word.trim()));
  if (all.every((width) => Number.isInteger(width) && width >= 16 && width <= 10_000)) return all;
  throw new InvalidArgumentError(
    "Widths are whole numbers of pixels from 16 to 10000, with commas between them.",
  );
}
