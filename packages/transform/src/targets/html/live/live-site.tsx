import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../../post/post.js";
import type { PostAddress, Selection } from "../../../select/selection.js";
import { collectBytes, isStream } from "../../../sinks/content.js";
import { documentText } from "../../../theme/markup.js";
import { AboutPage } from "../../../theme/pages/about.js";
import { NotFoundPage } from "../../../theme/pages/not-found.js";
import { StatisticsPage } from "../../../theme/pages/statistics.js";
import { YearPage } from "../../../theme/pages/year.js";
import {
  ABOUT_PATH,
  HOME_PATH,
  LATEST_PATH,
  NOT_FOUND_PATH,
  PAGES_STYLE_PATH,
  SCRIPT_PATH,
  STATISTICS_PATH,
  STYLE_PATH,
  TAGS_PATH,
} from "../../../theme/paths.js";
import { siteScript } from "../../../theme/scripts/site-script.js";
import { pageAt, type Site } from "../../../theme/site.js";
import { pagesStyleSheet, styleSheet } from "../../../theme/styles/index.js";
import type { OutputFile } from "../../target.js";
import { Fingerprints } from "../fingerprints.js";
import { galleryOf } from "../gallery.js";
import { makeSite } from "../make-site.js";
import { movedPage } from "../moved-page.js";
import type { HtmlOptions } from "../options.js";
import { PostCards } from "../post-cards.js";
import { renderLinks } from "../render-links.js";
import { renderMonth } from "../render-month.js";
import { PostWriter } from "../render-post.js";
import { homePage, linkPages } from "../render-site.js";
import { renderTag, renderTags } from "../render-tags.js";
import { SiteSearch, searchPages } from "../search/site-search.js";
import { renderFeeds } from "../site-feeds.js";
import { Statistics } from "../statistics.js";
import { TagPrints } from "../tag-prints.js";
import { LiveGallery } from "./live-gallery.js";
import { type LivePath, readLivePath } from "./live-path.js";

/** A site of which pages are made as they are asked for. */
export interface LiveSite {
  /** The text of a page, style sheet or script by its path; `null` for a path that the site does not have. */
  file(path: string): Promise<string | null>;
  /** What is said where there is no page; its links begin at the root. */
  readonly notFound: string;
  /** The files of the search index. One pass over all posts. */
  searchIndex(): AsyncIterable<OutputFile>;
}

/**
 * The same site as the target's, page by page: asking for one renders that page, or at most those of its month,
 * year or tag. Media are the caller's: `selection.media()` has to have been read, so that pages know what is there.
 *
 * @example
 * ```ts
 * import { liveSite } from "@archive/transform/html";
 * const site = await liveSite(selection, {});
 * const html = await site.file("index.html");
 * ```
 */
export async function liveSite(
  selection: Selection,
  options: HtmlOptions,
  run: RunOptions = {},
): Promise<LiveSite> {
  const style = styleSheet(options.theme);
  const cards = new PostCards(selection);
  const index = options.media === false ? null : await galleryOf(selection);
  const links = linkPages(selection, options, run).map(({ name }) => name);
  const site = makeSite(selection, options, cards, { gallery: index !== null, links });
  const prints = Fingerprints.none(site);
  const writer = new PostWriter(site, selection, cards, { prints, run });
  const gallery = index === null ? null : new LiveGallery({ site, selection, cards, index, prints });
  const tags = new TagPrints(selection);
  const pages = new LivePages({ site, selection, options, cards, writer, prints, tags, gallery, run });
  const fixed = new Map<string, string>([
    [STYLE_PATH, style],
    [PAGES_STYLE_PATH, pagesStyleSheet()],
    [SCRIPT_PATH, siteScript],
  ]);
  for (const { path, content } of searchPages(site))
    if (typeof content === "string") fixed.set(path, content);
  const lost = { site, path: NOT_FOUND_PATH, href: (target: string) => `/${target}` };
  return {
    notFound: documentText(<NotFoundPage page={lost} />),
    file: async (path) => fixed.get(path) ?? pages.page(path),
    async *searchIndex() {
      const search = new SiteSearch(site);
      for await (const post of selection.posts("oldest")) {
        run.signal?.throwIfAborted();
        const address = selection.address(post.key);
        if (address !== null) search.add(post, address);
        if (search.isDue) yield* search.files();
      }
      yield* search.end();
    },
  };
}

interface LiveParts {
  readonly site: Site;
  readonly selection: Selection;
  readonly options: HtmlOptions;
  readonly cards: PostCards;
  readonly writer: PostWriter;
  readonly prints: Fingerprints;
  /** Without any: of a page made on request there is no earlier one. */
  readonly tags: TagPrints;
  readonly gallery: LiveGallery | null;
  readonly run: RunOptions;
}

class LivePages {
  readonly #parts: LiveParts;

  constructor(parts: LiveParts) {
    this.#parts = parts;
  }

  async page(path: string): Promise<string | null> {
    const { site, selection } = this.#parts;
    const what = readLivePath(path);
    switch (what.kind) {
      case "month":
        return this.#month(path, what.month);
      case "post":
      case "thread":
      case "picture":
        return this.#ofPost(path, what);
      case "year": {
        const year = site.years.find((each) => each.year === what.year);
        if (year === undefined) return null;
        return documentText(<YearPage page={pageAt(site, path)} year={year} />);
      }
      case "tag": {
        const tag = selection.tags().find(({ slug }) => slug === what.slug);
        if (tag === undefined) return null;
        return textAt(path, renderTag(this.#parts, tag));
      }
      case "gallery":
        return textOf((await this.#parts.gallery?.page(path)) ?? null);
      case "links":
        return this.#links(path, what.name);
      case "other":
        return this.#other(path);
    }
  }

  async #other(path: string): Promise<string | null> {
    const { site, selection, options, writer, run } = this.#parts;
    if (path === HOME_PATH) return homePage(site, selection, writer, options.theme?.pinned);
    if (path === ABOUT_PATH) return documentText(<AboutPage page={pageAt(site, path)} />);
    if (path === LATEST_PATH && site.newestPath !== null) return movedPage(site, "latest", site.newestPath);
    if (/\.(?:xml|json)$/.test(path)) return textAt(path, renderFeeds(this.#parts));
    // The index comes first, and no other page is made.
    if (path === TAGS_PATH) return textAt(path, renderTags(this.#parts, run));
    if (path !== STATISTICS_PATH || site.newestPath === null) return null;
    const statistics = new Statistics(selection);
    for await (const post of selection.posts("oldest")) {
      statistics.add(post, selection.address(post.key)?.day ?? null);
    }
    return documentText(<StatisticsPage page={pageAt(site, path)} view={statistics.view()} />);
  }

  async #month(path: string, month: string | null): Promise<string | null> {
    const { selection } = this.#parts;
    const months = selection.months();
    const at = months.findIndex((count) => count.month === month);
    const count = months[at];
    if (count === undefined) return null;
    const around = { before: months[at - 1] ?? null, after: months[at + 1] ?? null };
    const context = {
      ...this.#parts,
      gallery: null,
      statistics: new Statistics(selection),
      search: null,
      sitemap: null,
      progress: { items: 0 },
    };
    return textAt(path, renderMonth(context, count, around));
  }

  async #ofPost(path: string, what: Extract<LivePath, { short: string }>): Promise<string | null> {
    const { writer, gallery } = this.#parts;
    const found = await this.#find(what);
    if (found === null) return null;
    const { post, address } = found;
    if (what.kind === "picture") return textOf((await gallery?.picture(path, post.key)) ?? null);
    if (what.kind === "thread") return textAt(path, writer.article(post));
    const read = { post, address, earlier: undefined, later: undefined };
    return textOf(writer.page(read)?.file ?? null);
  }

  async #find({
    month,
    day,
    short,
  }: Extract<LivePath, { short: string }>): Promise<{ post: PublishedPost; address: PostAddress } | null> {
    const { selection } = this.#parts;
    for await (const post of selection.posts("oldest", { month })) {
      const address = selection.address(post.key);
      if (address !== null && address.day === day && address.short === short) return { post, address };
    }
    return null;
  }

  async #links(path: string, name: string): Promise<string | null> {
    const { site, selection, options, run } = this.#parts;
    const links = linkPages(selection, options, run).find((each) => each.name === name);
    return links === undefined ? null : textAt(path, renderLinks(site, links.name, links.addresses, run));
  }
}

/** The file of a path among files that are made in order; those behind it are not made. */
async function textAt(
  path: string,
  files: AsyncIterable<OutputFile> | Iterable<OutputFile>,
): Promise<string | null> {
  for await (const file of files) if (file.path === path) return await textOf(file);
  return null;
}

async function textOf(file: OutputFile | null): Promise<string | null> {
  if (file === null) return null;
  const { content } = file;
  if (typeof content === "string") return content;
  return new TextDecoder().decode(isStream(content) ? await collectBytes(content) : content);
}
