import type { RunOptions } from "@archive/schema";
import type { MonthCount, Selection } from "../../select/selection.js";
import type { TurnTo } from "../../theme/components/turn.js";
import { documentText } from "../../theme/markup.js";
import { MonthPage } from "../../theme/pages/month.js";
import { monthPath } from "../../theme/paths.js";
import { pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";
import type { Fingerprints } from "./fingerprints.js";
import type { Gallery } from "./gallery.js";
import { lazyFile } from "./lazy-file.js";
import type { PostCards } from "./post-cards.js";
import { PostList } from "./post-list.js";
import { readAhead } from "./read-ahead.js";
import type { PostWriter } from "./render-post.js";
import type { SiteSearch } from "./search/site-search.js";
import type { Sitemap } from "./sitemap.js";
import type { Statistics } from "./statistics.js";
import type { TagPrints } from "./tag-prints.js";

/** A page ends with the day that brings it to so many posts, and within a day at twice that. */
const FULL = 300;

interface MonthContext {
  readonly site: Site;
  readonly selection: Selection;
  readonly writer: PostWriter;
  readonly prints: Fingerprints;
  readonly cards: PostCards;
  readonly gallery: Gallery | null;
  readonly statistics: Statistics;
  readonly search: SiteSearch | null;
  readonly tags: TagPrints;
  readonly sitemap: Sitemap | null;
  readonly run: RunOptions;
  readonly progress: { items: number };
}

interface Around {
  readonly before: MonthCount | null;
  readonly after: MonthCount | null;
}

/** The pages of a month's posts, each as it is read, and the month's own page or pages. */
export async function* renderMonth(
  context: MonthContext,
  count: MonthCount,
  around: Around,
): AsyncGenerator<OutputFile> {
  const { site, selection, writer, prints, cards, gallery, statistics, search, tags, sitemap, run } = context;
  const { progress } = context;
  const name = nameOf(site, count);
  const before = around.before === null ? null : turnTo(site, around.before);
  const jump = jumpPrint(site, count);
  let part = 1;
  let list = new PostList(pageAt(site, monthPath(count.month)));
  let items: string[] = [];

  const pageOf = (later: TurnTo | null): OutputFile => {
    const { page } = list;
    const earlier = part === 1 ? before : { path: monthPath(count.month, part - 1), text: name };
    const props = { page, count, part, holds: list.holds(), earlier, later };
    const print = prints.page(count, part, earlier, later, jump, items);
    const days = list;
    return lazyFile(page.path, print, () =>
      documentText(<MonthPage {...props} days={writer.items(days, "whole")} />),
    );
  };

  for await (const read of readAhead(selection, cards, count.month)) {
    run.signal?.throwIfAborted();
    progress.items += 1;
    const { post, address } = read;
    if (isFull(list, address.day)) {
      yield pageOf({ path: monthPath(count.month, part + 1), text: site.strings.continued(name) });
      part += 1;
      list = new PostList(pageAt(site, monthPath(count.month, part)));
      items = [];
    }
    const anchor = `p${address.day?.slice(-2) ?? ""}-${address.short}`;
    if (post.kind === "boost") {
      if (list.addBoost(post, address.day, anchor)) items.push(prints.boost(post));
      continue;
    }
    const written = writer.page(read);
    if (written === null) continue;
    const { file, card, print } = written;
    yield file;
    if (print !== null) {
      statistics.add(post, address.day);
      search?.add(post, address);
      if (search?.isDue === true) yield* search.files();
      yield* writer.article(post);
      if (gallery !== null && card !== null && post.attachments.length > 0) {
        yield* gallery.add(card, address.day);
      }
    }
    if (sitemap !== null && print !== null && post.audience.visibility === "public") {
      yield* sitemap.add(file.path, post.updated ?? post.published);
    }
    tags.add(post, print);
    list.add(post, card, address, anchor);
    items.push(`${anchor} ${print}`);
  }
  const last = pageOf(around.after === null ? null : turnTo(site, around.after));
  yield last;
  if (sitemap !== null) yield* sitemap.add(monthPath(count.month));
  run.onProgress?.({ file: last.path, bytes: 0, items: progress.items });
}

/** What the ways to other months show. */
function jumpPrint({ years, undated }: Site, { month }: MonthCount): unknown {
  const own = month === null ? undefined : years.find(({ year }) => year === month.slice(0, 4));
  return [years.map(({ year }) => year), undated !== null, own?.months ?? null];
}

function isFull(list: PostList, day: string | null): boolean {
  return list.size >= 2 * FULL || (list.size >= FULL && list.day !== day);
}

function turnTo(site: Site, count: MonthCount): TurnTo {
  return { path: monthPath(count.month), text: nameOf(site, count) };
}

function nameOf(site: Site, { month }: MonthCount): string {
  return month === null ? site.strings.undated : site.formats.month(month);
}
