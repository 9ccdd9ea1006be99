import type { JSX } from "preact";
import type { MonthCount, TagCount } from "../../select/selection.js";
import { Bars } from "../components/bars.js";
import { ByHour, ByMonth } from "../components/when-written.js";
import { PAGES_STYLE_PATH, tagPath } from "../paths.js";
import type { Page } from "../site.js";
import type { MediaWord } from "../strings/strings.js";

/** Pictures, and how many of them have a description. */
export interface MediaShare {
  readonly all: number;
  readonly described: number;
}

/** Numbers about the posts shown, ready to be drawn. */
export interface StatisticsView {
  readonly posts: number;
  readonly months: readonly MonthCount[];
  /** By weekday, Monday first, and hour. */
  readonly hours: readonly (readonly number[])[];
  /** Most first; `null` for posts that are not marked. */
  readonly languages: readonly (readonly [string | null, number])[];
  /** Most first. */
  readonly tags: readonly TagCount[];
  readonly media: readonly { readonly kind: MediaWord; readonly count: number }[];
  readonly withMedia: number;
  readonly described: readonly ({ readonly year: string } & MediaShare)[];
}

/** The posts shown in numbers: each drawing has its table. */
export function StatisticsPage({
  page,
  view,
}: {
  readonly page: Page;
  readonly view: StatisticsView;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(strings.statistics, site.title)}
      description={strings.statisticsDescription(site.author)}
      kind="website"
      indexable
      sheets={[PAGES_STYLE_PATH]}
      current="statistics"
    >
      <div class="head">
        <h1>{strings.statistics}</h1>
        <p class="lede">{strings.statisticsLede(view.posts, formats.number(view.posts), site.timeZone)}</p>
      </div>
      <ByMonth page={page} months={view.months} />
      <ByHour page={page} hours={view.hours} />
      <Languages page={page} view={view} />
      <Tags page={page} view={view} />
      <MediaKinds page={page} view={view} />
      <Described page={page} view={view} />
    </site.components.Layout>
  );
}

interface ViewProps {
  readonly page: Page;
  readonly view: StatisticsView;
}

function Languages({ page, view }: ViewProps): JSX.Element | null {
  const { strings, formats } = page.site;
  if (view.languages.length === 0) return null;
  return (
    <Bars
      page={page}
      title={strings.languages}
      text={strings.languagesText}
      columns={[strings.languageOfPosts, strings.posts]}
      rows={view.languages.slice(0, 20).map(([language, posts]) => ({
        name: language === null ? strings.languageNotMarked : (formats.languageName(language) ?? language),
        value: formats.number(posts),
        size: posts,
      }))}
    />
  );
}

function Tags({ page, view }: ViewProps): JSX.Element | null {
  const { strings, formats } = page.site;
  if (view.tags.length === 0) return null;
  return (
    <Bars
      page={page}
      title={strings.mostUsedTags}
      text={null}
      columns={[strings.tag, strings.posts]}
      rows={view.tags.map(({ name, slug, posts }) => ({
        name: `#${name}`,
        href: page.href(tagPath(slug)),
        value: formats.number(posts),
        size: posts,
      }))}
    />
  );
}

function MediaKinds({ page, view }: ViewProps): JSX.Element | null {
  const { strings, formats } = page.site;
  if (view.media.length === 0) return null;
  const share = Math.round((view.withMedia / Math.max(1, view.posts)) * 100);
  return (
    <Bars
      page={page}
      title={strings.mediaInPosts}
      text={strings.mediaInPostsText(strings.percent(formats.number(share)))}
      columns={[strings.mediaKind, strings.count]}
      rows={view.media.map(({ kind, count }) => ({
        name: strings.mediaKinds[kind],
        value: formats.number(count),
        size: count,
      }))}
    />
  );
}

function Described({ page, view }: ViewProps): JSX.Element | null {
  const { strings, formats } = page.site;
  const all = view.described.reduce((sum, each) => sum + each.all, 0);
  const described = view.described.reduce((sum, each) => sum + each.described, 0);
  if (all === 0) return null;
  const percent = (share: MediaShare) => Math.round((share.described / Math.max(1, share.all)) * 100);
  return (
    <Bars
      page={page}
      title={strings.describedPictures}
      text={strings.describedPicturesText(
        strings.percent(formats.number(percent({ all, described }))),
        strings.picturesIn(all, formats.number(all)),
      )}
      columns={[strings.year, strings.described]}
      whole={100}
      rows={view.described.map((share) => ({
        name: formats.year(share.year),
        value: strings.percent(formats.number(percent(share))),
        size: percent(share),
      }))}
    />
  );
}
