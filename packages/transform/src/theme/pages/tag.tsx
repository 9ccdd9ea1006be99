import type { JSX } from "preact";
import type { TagCount } from "../../select/selection.js";
import { FeedAuthor } from "../components/feed-author.js";
import { Turn, type TurnTo } from "../components/turn.js";
import type { DayMarkup } from "../day-markup.js";
import { TAGS_PATH } from "../paths.js";
import type { FeedLink, Page } from "../site.js";

/** The posts with a hashtag, in reading order. A very long list has several parts. */
export function TagPage({
  page,
  tag,
  part,
  days,
  feeds,
  earlier,
  later,
}: {
  readonly page: Page;
  readonly tag: TagCount;
  readonly part: number;
  readonly days: readonly DayMarkup[];
  readonly feeds: readonly FeedLink[];
  readonly earlier: TurnTo | null;
  readonly later: TurnTo | null;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const name = `#${tag.name}`;
  const heading = part === 1 ? name : strings.continued(name);
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(heading, site.title)}
      description={strings.tagDescription(site.author, name)}
      kind="website"
      indexable
      feeds={feeds}
      current="tags"
      mainClass="h-feed"
    >
      <FeedAuthor page={page} />
      <div class="head">
        <p class="path">
          <a href={page.href(TAGS_PATH)}>{strings.allTags}</a>
        </p>
        <h1 class="p-name">
          <bdi>{heading}</bdi>
        </h1>
        <p class="lede">{strings.tagLede(tag.posts, formats.number(tag.posts))}</p>
      </div>
      {days.map(({ day, posts }) => (
        <site.components.Day page={page} day={day} posts={posts} beneath="month" />
      ))}
      <Turn page={page} earlier={earlier} later={later} />
    </site.components.Layout>
  );
}
