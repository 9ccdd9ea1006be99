import type { JSX } from "preact";
import { picturePath } from "../components/copies.js";
import { Life } from "../components/life.js";
import type { DayMarkup } from "../day-markup.js";
import { personData } from "../linked-data.js";
import { monthPath, UNDATED_PATH } from "../paths.js";
import type { Page } from "../site.js";

/** Home: whose archive it is, its whole life at a glance, the posts its owner pinned, and the latest ones. */
export function HomePage({
  page,
  pinned,
  latest,
}: {
  readonly page: Page;
  /** What its owner wants seen first. */
  readonly pinned: readonly DayMarkup[];
  readonly latest: readonly DayMarkup[];
}): JSX.Element {
  const { site } = page;
  const { strings, formats, counts, years, undated } = site;
  const months = lifeInMonths(counts.first, counts.last);
  const newest = years.at(-1)?.months.at(-1);
  const first = counts.first === null ? null : formats.monthOf(counts.first);
  const last = counts.last === null ? null : formats.monthOf(counts.last);
  return (
    <site.components.Layout
      page={page}
      title={site.title}
      description={strings.homeDescription(site.author, first, last)}
      kind="profile"
      indexable
      image={picturePath(site, site.account?.avatar ?? null)}
      data={{
        "@type": site.people.length > 1 ? "CollectionPage" : "ProfilePage",
        name: site.title,
        description: site.people.length > 1 ? strings.siteOf(site.author) : undefined,
        mainEntity:
          site.people.length > 1
            ? site.people.map((person) => personData(site, person))
            : personData(site, site.people[0] ?? { name: site.author }),
      }}
      current="home"
      mainClass="h-feed"
    >
      <site.components.Profile page={page} />
      {counts.total === 0 ? null : (
        <>
          <h2 class="section">{months > 0 ? strings.span(months) : strings.posts}</h2>
          <Sums page={page} />
          <Life page={page} />
        </>
      )}
      {pinned.length === 0 ? null : <h2 class="section">{strings.pinned}</h2>}
      {pinned.map(({ day, posts }, at) => (
        <site.components.Day
          page={page}
          day={day}
          posts={posts}
          beneath="month"
          anchor={`pinned-${at + 1}`}
        />
      ))}
      {latest.length === 0 ? null : <h2 class="section">{strings.latest}</h2>}
      {latest.map(({ day, posts }) => (
        <site.components.Day page={page} day={day} posts={posts} beneath="month" />
      ))}
      {newest === undefined ? null : (
        <p class="more">
          <a href={page.href(monthPath(newest.month))}>{strings.allOf(formats.month(newest.month))}</a>
        </p>
      )}
      {undated === null ? null : (
        <p class="more">
          <a href={page.href(UNDATED_PATH)}>{strings.undated}</a>
        </p>
      )}
    </site.components.Layout>
  );
}

function Sums({ page }: { readonly page: Page }): JSX.Element {
  const { strings, formats, counts, days } = page.site;
  const { byKind } = counts;
  const posts = counts.total - byKind.boost;
  const sums = [
    { label: strings.sums.posts(posts), count: posts },
    { label: strings.sums.replies, count: byKind.reply },
    { label: strings.sums.selfReplies, count: byKind.selfReply },
    { label: strings.sums.days(days.size), count: days.size },
    { label: strings.sums.polls(byKind.poll), count: byKind.poll },
    { label: strings.sums.boosts(byKind.boost), count: byKind.boost },
  ].filter(({ count }) => count > 0);
  return (
    <dl class="sums broad">
      {sums.map(({ label, count }) => (
        <div>
          <dt>{label}</dt>
          <dd>{formats.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function lifeInMonths(first: string | null, last: string | null): number {
  if (first === null || last === null) return 0;
  const from = new Date(first);
  const to = new Date(last);
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const whole = to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
  return Number.isFinite(whole) ? Math.max(0, whole) : 0;
}
