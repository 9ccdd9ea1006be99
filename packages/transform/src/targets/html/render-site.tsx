import type { RunOptions } from "@archive/schema";
import manifest from "../../../package.json" with { type: "json" };
import type { PublishedPost } from "../../post/post.js";
import { CarriedIndex } from "../../search/carried-index.js";
import { indexMaker } from "../../search/index.js";
import type { PostAddress, Selection } from "../../select/selection.js";
import { documentText } from "../../theme/markup.js";
import { AboutPage } from "../../theme/pages/about.js";
import { HomePage } from "../../theme/pages/home.js";
import type { LinksName } from "../../theme/pages/links.js";
import { NotFoundPage } from "../../theme/pages/not-found.js";
import { StatisticsPage } from "../../theme/pages/statistics.js";
import { YearPage } from "../../theme/pages/year.js";
import {
  ABOUT_PATH,
  HOME_PATH,
  LATEST_PATH,
  mediaPath,
  NOT_FOUND_PATH,
  PAGES_STYLE_PATH,
  SCRIPT_PATH,
  STATISTICS_PATH,
  STYLE_PATH,
  yearPath,
} from "../../theme/paths.js";
import { siteScript } from "../../theme/scripts/site-script.js";
import { indexPath } from "../../theme/search/paths.js";
import { pageAnywhere, pageAt, type Site } from "../../theme/site.js";
import { pagesStyleSheet, styleSheet } from "../../theme/styles/index.js";
import type { OutputFile, RenderOptions } from "../target.js";
import { Fingerprints } from "./fingerprints.js";
import { Gallery, galleryOf } from "./gallery.js";
import { renderKept } from "./keep-urls/render-kept.js";
import { makeSite } from "./make-site.js";
import { movedPage } from "./moved-page.js";
import { newestPosts } from "./newest-posts.js";
import type { HtmlOptions } from "./options.js";
import { pinnedPosts } from "./pinned-posts.js";
import { PostCards } from "./post-cards.js";
import { PostList } from "./post-list.js";
import { linksOf, renderLinks } from "./render-links.js";
import { renderMonth } from "./render-month.js";
import { PostWriter } from "./render-post.js";
import { renderTags } from "./render-tags.js";
import { postsToIndex } from "./search/posts-to-index.js";
import { type SearchMaker, SiteSearch, searchPages } from "./search/site-search.js";
import { renderFeeds } from "./site-feeds.js";
import { Sitemap } from "./sitemap.js";
import { Statistics } from "./statistics.js";
import { TagPrints } from "./tag-prints.js";

/** Posts that the home page shows, and how many items are looked through for them: boosts are left out. */
const LATEST = 8;
const LOOKED_THROUGH = 80;

/** From so many posts on their search index may be made elsewhere. */
const MANY = 1000;

const LINKS: readonly LinksName[] = ["boosts", "likes", "bookmarks"];

/**
 * A site, file by file: media first, for only then is known which are there; then month by month the pages of
 * its posts and its own, with what belongs to them; then what speaks of all posts. Nothing is held but the pages
 * being filled.
 */
export async function* renderSite(
  selection: Selection,
  options: HtmlOptions,
  run: RenderOptions,
): AsyncGenerator<OutputFile> {
  // Refuses what is no style sheet value before anything is written.
  const style = styleSheet(options.theme);
  const cards = new PostCards(selection);
  const withMedia = options.media !== false;
  if (withMedia) yield* mediaFiles(selection, run);
  const index = withMedia ? await galleryOf(selection) : null;
  const links = linkPages(selection, options, run);
  const site = makeSite(selection, options, cards, {
    gallery: index !== null,
    links: links.map(({ name }) => name),
  });
  const prints = Fingerprints.of(site, options.theme);
  const writer = new PostWriter(site, selection, cards, { prints, run });
  const gallery = index === null ? null : new Gallery(site, index, prints);
  const tags = new TagPrints(selection);
  const statistics = new Statistics(selection);
  const sitemap = site.baseUrl !== null && site.indexable ? new Sitemap(site.baseUrl) : null;
  const search = new SiteSearch(site, indexMakerOf({ site, selection, cards }, options, run));

  yield { path: STYLE_PATH, content: style };
  yield { path: PAGES_STYLE_PATH, content: pagesStyleSheet() };
  yield { path: SCRIPT_PATH, content: siteScript };
  try {
    const progress = { items: 0 };
    const months = selection.months();
    for (const [at, count] of months.entries()) {
      const around = { before: months[at - 1] ?? null, after: months[at + 1] ?? null };
      const parts = { gallery, statistics, search, tags, sitemap };
      yield* renderMonth({ site, selection, writer, prints, cards, ...parts, run, progress }, count, around);
    }
    search.close();
    if (gallery !== null) yield* gallery.end();
    yield* listed(renderTags({ site, selection, writer, prints, tags }, run), sitemap);
    yield* renderFeeds({ site, selection, prints, tags });
    // As late as can be: it may be made in another thread.
    yield* search.end();
  } finally {
    search.stop();
  }
  yield* searchPages(site);
  for (const { name, addresses } of links) yield* renderLinks(site, name, addresses, run);
  yield* ownPages(site, statistics, sitemap);
  yield { path: HOME_PATH, content: await homePage(site, selection, writer, options.theme?.pinned) };
  if (options.keepUrls === true) yield* renderKept(site, selection, run);
  if (sitemap !== null) {
    yield* sitemap.add(HOME_PATH);
    yield* sitemap.end();
  }
  yield* robots(site);
}

/** A thread costs its start, and what says of which posts an index was made is a file: for few posts there are none. */
function indexMakerOf(
  {
    site,
    selection,
    cards,
  }: { readonly site: Site; readonly selection: Selection; readonly cards: PostCards },
  { searchIndex }: HtmlOptions,
  { earlier }: RenderOptions,
): SearchMaker {
  if (selection.counts.total < MANY) return indexMaker();
  return new CarriedIndex({
    maker: searchIndex === undefined ? indexMaker() : searchIndex(),
    version: manifest.version,
    earlier: (name) => earlier?.(indexPath(name)) ?? null,
    again: (posts) => postsToIndex(site, { selection, cards }, posts),
  });
}

/** The collections of links that are there and were asked for. */
export function linkPages(
  selection: Selection,
  options: HtmlOptions,
  run: RunOptions,
): readonly { readonly name: LinksName; readonly addresses: AsyncIterable<string> }[] {
  const { byKind } = selection.counts;
  const names: readonly LinksName[] =
    options.boostsPage === true && byKind.boost > 0 ? LINKS : LINKS.slice(1);
  return names.flatMap((name) => {
    const addresses = linksOf(selection, name, run);
    return addresses === null ? [] : [{ name, addresses }];
  });
}

async function* listed(
  files: AsyncIterable<OutputFile>,
  sitemap: Sitemap | null,
): AsyncGenerator<OutputFile> {
  for await (const file of files) {
    yield file;
    if (sitemap !== null) yield* sitemap.add(file.path);
  }
}

async function* mediaFiles(selection: Selection, run: RunOptions): AsyncGenerator<OutputFile> {
  for await (const { name, bytes } of selection.media(run)) {
    run.signal?.throwIfAborted();
    yield { path: mediaPath(name), content: bytes };
  }
}

function* ownPages(site: Site, statistics: Statistics, sitemap: Sitemap | null): Generator<OutputFile> {
  if (site.newestPath !== null) {
    const page = pageAt(site, STATISTICS_PATH);
    const view = statistics.view();
    yield { path: page.path, content: documentText(<StatisticsPage page={page} view={view} />) };
    if (sitemap !== null) yield* sitemap.add(page.path);
    yield { path: LATEST_PATH, content: movedPage(site, "latest", site.newestPath) };
  }
  for (const year of site.years) {
    const page = pageAt(site, yearPath(year.year));
    yield { path: page.path, content: documentText(<YearPage page={page} year={year} />) };
    if (sitemap !== null) yield* sitemap.add(page.path);
  }
  const about = pageAt(site, ABOUT_PATH);
  yield { path: about.path, content: documentText(<AboutPage page={about} />) };
  if (sitemap !== null) yield* sitemap.add(about.path);
  const notFound = pageAnywhere(site, NOT_FOUND_PATH);
  yield { path: notFound.path, content: documentText(<NotFoundPage page={notFound} />) };
}

/** The home page. */
export async function homePage(
  site: Site,
  selection: Selection,
  writer: PostWriter,
  wanted: readonly string[] = [],
): Promise<string> {
  const page = pageAt(site, HOME_PATH);
  const first = await pinnedPosts(selection, wanted);
  const shown = new Set(first.map(({ key }) => key));
  const [pinned, latest] = [new PostList(page), new PostList(page)];
  const add = (list: PostList, post: PublishedPost, address: PostAddress): void =>
    list.add(post, writer.card(post, address), address, `p${address.day ?? ""}-${address.short}`);
  for (const post of first) {
    const address = selection.address(post.key);
    if (address !== null) add(pinned, post, address);
  }
  for await (const post of newestPosts(selection, { limit: LOOKED_THROUGH + shown.size })) {
    const address = selection.address(post.key);
    if (address === null || address.day === null || post.kind === "boost" || shown.has(post.key)) continue;
    add(latest, post, address);
    if (latest.size >= LATEST) break;
  }
  const [atTop, below] = [writer.items(pinned, "short"), writer.items(latest, "short")];
  return documentText(<HomePage page={page} pinned={atTop} latest={below} />);
}

/** An account that is not to be listed closes its site; an open one names its sitemap. */
function* robots(site: Site): Generator<OutputFile> {
  if (!site.indexable) yield { path: "robots.txt", content: "User-agent: *\nDisallow: /\n" };
  else if (site.baseUrl !== null) {
    yield {
      path: "robots.txt",
      content: `User-agent: *\nDisallow:\n\nSitemap: ${site.baseUrl}sitemap.xml\n`,
    };
  }
}
