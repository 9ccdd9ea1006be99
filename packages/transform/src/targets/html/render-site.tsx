import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { documentText } from "../../theme/markup.js";
import { AboutPage } from "../../theme/pages/about.js";
import { HomePage } from "../../theme/pages/home.js";
import { NotFoundPage } from "../../theme/pages/not-found.js";
import { YearPage } from "../../theme/pages/year.js";
import { ABOUT_PATH, HOME_PATH, mediaPath, NOT_FOUND_PATH, STYLE_PATH, yearPath } from "../../theme/paths.js";
import { pageAnywhere, pageAt, type Site } from "../../theme/site.js";
import { styleSheet } from "../../theme/styles/index.js";
import type { OutputFile } from "../target.js";
import { makeSite } from "./make-site.js";
import type { HtmlOptions } from "./options.js";
import { PostCards } from "./post-cards.js";
import { PostList } from "./post-list.js";
import { renderMonth } from "./render-month.js";
import { PostWriter } from "./render-post.js";
import { Sitemap } from "./sitemap.js";

/** Posts that the home page shows, and how many items are looked through for them: boosts are left out. */
const LATEST = 8;
const LOOKED_THROUGH = 80;

/**
 * A site, file by file: media first, for only then is known which are there; then month by month the pages of
 * its posts and its own. Nothing is held but the month's page being written.
 */
export async function* renderSite(
  selection: Selection,
  options: HtmlOptions,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const cards = new PostCards(selection);
  const site = makeSite(selection, options, cards);
  const writer = new PostWriter(site, selection, cards, run);
  const sitemap = site.baseUrl !== null && site.indexable ? new Sitemap(site.baseUrl) : null;

  if (site.withMedia) yield* mediaFiles(selection, run);
  yield { path: STYLE_PATH, content: styleSheet() };

  const progress = { items: 0 };
  const months = selection.months();
  for (const [index, count] of months.entries()) {
    const around = { before: months[index - 1] ?? null, after: months[index + 1] ?? null };
    yield* renderMonth({ site, selection, writer, sitemap, run, progress }, count, around);
  }
  yield* ownPages(site, sitemap);
  yield { path: HOME_PATH, content: await homePage(site, selection, writer) };
  if (sitemap !== null) {
    yield* sitemap.add(HOME_PATH);
    yield* sitemap.end();
  }
  yield* robots(site);
}

async function* mediaFiles(selection: Selection, run: RunOptions): AsyncGenerator<OutputFile> {
  for await (const { name, bytes } of selection.media(run)) {
    run.signal?.throwIfAborted();
    yield { path: mediaPath(name), content: bytes };
  }
}

function* ownPages(site: Site, sitemap: Sitemap | null): Generator<OutputFile> {
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

async function homePage(site: Site, selection: Selection, writer: PostWriter): Promise<string> {
  const page = pageAt(site, HOME_PATH);
  const list = new PostList(page);
  for await (const post of selection.posts("newest", { limit: LOOKED_THROUGH })) {
    const address = selection.address(post.key);
    if (address === null || address.day === null || post.kind === "boost") continue;
    list.add(
      post,
      address.day,
      writer.item(list, post, address, `p${address.day}-${address.short}`, "short"),
    );
    if (list.size >= LATEST) break;
  }
  return documentText(<HomePage page={page} latest={list.days()} />);
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
