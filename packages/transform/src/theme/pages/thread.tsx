import type { JSX } from "preact";
import type { SafeTree } from "../../content/safe-tree.js";
import { picturePath } from "../components/copies.js";
import { Turn } from "../components/turn.js";
import { personData, personOf } from "../linked-data.js";
import { contentMarkup } from "../markup.js";
import { articlePath, PAGES_STYLE_PATH, publicPath } from "../paths.js";
import { type Page, type PostCard, tagHref } from "../site.js";

/** A post of an article. */
export interface Segment {
  readonly card: PostCard;
  /** Counts the posts of the article from 1. */
  readonly number: number;
  /** Its first line, when that is a heading; `rest` is then what follows. */
  readonly heading: string | null;
  readonly rest: SafeTree | null;
}

/** A long self-thread as one text, or a part of it. */
export interface Article {
  readonly root: PostCard;
  readonly title: string | null;
  readonly minutes: number;
  readonly part: number;
  readonly parts: number;
  /** Posts in the thread, branches included. */
  readonly size: number;
  /** Posts in the article, all its parts together. */
  readonly chain: number;
  readonly segments: readonly Segment[];
}

/** A table of contents helps from so many posts and headings on. */
const LONG = 8;
const HEADINGS = 3;

/** A thread as one article: one title, one flow, the times of its posts in the gutter. */
export function ThreadPage({
  page,
  article,
}: {
  readonly page: Page;
  readonly article: Article;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const { root, part, parts, segments } = article;
  const { post } = root;
  const name = article.title ?? strings.threadOfPosts(article.chain, formats.number(article.chain));
  const title = part === 1 ? name : strings.continued(name);
  const person = personOf(site, post);
  const beside = article.size - article.chain;
  const turnTo = (other: number) =>
    other < 1 || other > parts
      ? null
      : { path: articlePath(root.path, other), text: other === 1 ? name : strings.continued(name) };
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(title, site.title)}
      description={root.label}
      kind="article"
      indexable={segments.every(({ card }) => card.post.audience.visibility === "public")}
      published={post.published}
      image={previewOf(page, segments)}
      data={{
        "@type": "Article",
        headline: title,
        datePublished: post.published,
        inLanguage: post.language,
        author: personData(site, person),
        url: site.baseUrl === null ? undefined : site.baseUrl + publicPath(page.path),
      }}
      sheets={[PAGES_STYLE_PATH]}
      current={null}
      mainClass="h-feed"
    >
      <div class="head">
        <p class="path">{strings.threadOfPosts(article.chain, formats.number(article.chain))}</p>
        <h1 class="p-name" lang={post.language ?? undefined} dir="auto">
          {title}
        </h1>
        <p class="lede">
          <span class="p-author h-card">{person.name}</span>
          {post.published === null ? null : (
            <>
              , <time datetime={post.published}>{formats.date(post.published)}</time>
            </>
          )}
          , {strings.readingTime(article.minutes, formats.number(article.minutes))}
        </p>
      </div>
      <Contents page={page} segments={segments} />
      <div class="article">
        {segments.map((segment, index) => (
          <Seg page={page} segment={segment} of={article.chain} before={segments[index - 1] ?? null} />
        ))}
      </div>
      {beside > 0 ? (
        <p class="label">
          {strings.besideTheArticle(beside, formats.number(beside))}{" "}
          <a href={`${page.href(root.path)}#thread`}>{strings.wholeThread}</a>
        </p>
      ) : null}
      <Turn page={page} earlier={turnTo(part - 1)} later={turnTo(part + 1)} />
    </site.components.Layout>
  );
}

function Contents({
  page,
  segments,
}: {
  readonly page: Page;
  readonly segments: readonly Segment[];
}): JSX.Element | null {
  const { strings } = page.site;
  const headed = segments.filter(({ heading }) => heading !== null);
  if (segments.length < LONG || headed.length < HEADINGS) return null;
  return (
    <nav class="rail toc" aria-label={strings.inThisThread}>
      <div class="keep">
        <h2>{strings.inThisThread}</h2>
        <ol>
          {headed.map(({ heading, number, card }) => (
            <li>
              <a href={`#s${number}`} lang={card.post.language ?? undefined} dir="auto">
                {heading}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}

function Seg({
  page,
  segment,
  of,
  before,
}: {
  readonly page: Page;
  readonly segment: Segment;
  readonly of: number;
  readonly before: Segment | null;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const { card, number, heading, rest } = segment;
  const { post, path } = card;
  const { published } = post;
  const earlier = before?.card.post.published ?? null;
  const sameDay = published !== null && earlier !== null && formats.date(published) === formats.date(earlier);
  const when =
    published === null
      ? strings.undated
      : sameDay || before === null
        ? formats.time(published)
        : formats.date(published);
  const text = rest === null || rest.length === 0 ? null : contentMarkup(rest, tagHref(page));
  const fullWhen = published === null ? strings.undated : formats.fullMoment(published);
  return (
    <article class="seg h-entry">
      <p class="at">
        <a
          class="u-url"
          href={page.href(path)}
          aria-label={strings.postOfThread(formats.number(number), formats.number(of), fullWhen)}
        >
          {published === null ? (
            when
          ) : (
            <time class="dt-published" datetime={published}>
              {when}
            </time>
          )}
        </a>
      </p>
      {heading === null ? null : (
        <h2 id={`s${number}`} class="p-name" lang={post.language ?? undefined} dir="auto">
          {heading}
        </h2>
      )}
      <div class="words">
        <site.components.PostWords page={page} post={post} path={path} text={text} />
      </div>
    </article>
  );
}

/** A picture for previews: never one that is sensitive or behind a content warning. */
function previewOf(page: Page, segments: readonly Segment[]): string | null {
  for (const { card } of segments) {
    if (card.post.sensitive || card.post.contentWarning !== null) continue;
    for (const { media } of card.post.attachments) {
      const path = picturePath(page.site, media);
      if (path !== null) return path;
    }
  }
  return null;
}
