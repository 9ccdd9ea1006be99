import type { JSX } from "preact";
import type { MonthCount } from "../../select/selection.js";
import { FeedAuthor } from "../components/feed-author.js";
import { Jump } from "../components/jump.js";
import { Turn, type TurnTo } from "../components/turn.js";
import type { DayMarkup } from "../day-markup.js";
import { yearPath } from "../paths.js";
import type { Page } from "../site.js";

/** Which kinds a page holds: what is not there can't be hidden. */
export interface Holds {
  /** Posts that are neither replies to others nor boosts. */
  readonly posts: boolean;
  /** Replies to others. */
  readonly replies: boolean;
  readonly boosts: boolean;
}

/** The posts of a month, or of those without a date, in reading order. A very full month has several parts. */
export function MonthPage({
  page,
  count,
  part,
  days,
  holds,
  earlier,
  later,
}: {
  readonly page: Page;
  readonly count: MonthCount;
  readonly part: number;
  readonly days: readonly DayMarkup[];
  readonly holds: Holds;
  readonly earlier: TurnTo | null;
  readonly later: TurnTo | null;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const { month } = count;
  const heading = month === null ? strings.undated : formats.monthName(month);
  const name = month === null ? strings.undated : formats.month(month);
  const year = month === null ? null : month.slice(0, 4);
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(part === 1 ? name : strings.continued(name), site.title)}
      description={month === null ? strings.undatedLede : strings.monthDescription(site.author, name)}
      kind="website"
      indexable
      current="posts"
      mainClass="h-feed"
    >
      <FeedAuthor page={page} />
      <div class="head">
        {year === null ? null : (
          <p class="path">
            <a href={page.href(yearPath(year))}>{formats.year(year)}</a>
          </p>
        )}
        <h1 class="p-name">{part === 1 ? heading : strings.continued(heading)}</h1>
        <p class="lede">
          {month === null ? <>{strings.undatedLede} </> : null}
          <Lede page={page} count={count} />{" "}
          <a class="to-jump" href="#jump">
            {strings.otherMonths}
          </a>
        </p>
        <Checks page={page} holds={holds} />
      </div>
      {days.map(({ day, posts }) => (
        <site.components.Day page={page} day={day} posts={posts} beneath="weekday" />
      ))}
      <Turn page={page} earlier={earlier} later={later} />
      <Jump page={page} year={year} month={month} />
    </site.components.Layout>
  );
}

function Lede({ page, count }: { readonly page: Page; readonly count: MonthCount }): JSX.Element {
  const { strings, formats } = page.site;
  const { posts, boosts } = count;
  return <>{strings.monthLede(posts, formats.number(posts), boosts, formats.number(boosts))}</>;
}

/** What to show: the style sheet hides the rest, so it works without a script. */
function Checks({ page, holds }: { readonly page: Page; readonly holds: Holds }): JSX.Element | null {
  const { strings } = page.site;
  if (!holds.posts || !(holds.replies || holds.boosts)) return null;
  return (
    <fieldset class="checks">
      <legend>{strings.show}</legend>
      {holds.replies ? (
        <label>
          <input checked type="checkbox" id="replies" /> {strings.showReplies}
        </label>
      ) : null}
      {holds.boosts ? (
        <label>
          <input checked type="checkbox" id="boosts" /> {strings.showBoosts}
        </label>
      ) : null}
    </fieldset>
  );
}
