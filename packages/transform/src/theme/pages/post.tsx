import type { JSX } from "preact";
import type { Post } from "../../post/post.js";
import { hostOf, webAddress } from "../addresses.js";
import { picturePath } from "../components/copies.js";
import { EventFacts } from "../components/event-facts.js";
import { History } from "../components/history.js";
import { editedWhen } from "../components/post.js";
import { ReplyContext } from "../components/reply-context.js";
import { Thread, type ThreadView } from "../components/thread-tree.js";
import { Turn, type TurnTo } from "../components/turn.js";
import { personOf, postData } from "../linked-data.js";
import { Written } from "../markup.js";
import { once } from "../once.js";
import { HOME_PATH, PAGES_STYLE_PATH } from "../paths.js";
import type { Page, PostCard } from "../site.js";

/** The page of one post: what it says and answers, its thread, and the posts around it. */
export function PostPage({
  page,
  card,
  thread,
  article,
  earlier,
  later,
}: {
  readonly page: Page;
  readonly card: PostCard;
  readonly thread: ThreadView | null;
  /** Path of the thread as one article. */
  readonly article: string | null;
  readonly earlier: PostCard | null;
  readonly later: PostCard | null;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const { post, label } = card;
  const markup = card.markup(page);
  const when = post.published === null ? strings.undated : formats.date(post.published);
  return (
    <site.components.Layout
      page={page}
      title={strings.postTitle(personOf(site, post).name, when, label)}
      description={label}
      kind="article"
      indexable={post.audience.visibility === "public"}
      published={post.published}
      updated={post.updated}
      image={previewOf(page, card)}
      data={postData(page, card)}
      sheets={[PAGES_STYLE_PATH]}
      current={null}
    >
      <article class="single ledger h-entry">
        <div class="words">
          <Byline page={page} card={card} />
          <ReplyContext page={page} post={post} />
          <EventFacts page={page} card={card} />
          <site.components.PostWords page={page} post={post} path={card.path} text={markup} />
          <History page={page} card={card} />
          <After page={page} card={card} />
        </div>
      </article>
      {thread === null ? null : <Thread page={page} thread={thread} article={article} />}
      <Turn page={page} earlier={turnTo(page, earlier)} later={turnTo(page, later)} />
    </site.components.Layout>
  );
}

/** The page of a post that could not be written, so that links to it lead somewhere. */
export function FailedPostPage({ page }: { readonly page: Page }): JSX.Element {
  const { site } = page;
  return (
    <site.components.Layout
      page={page}
      title={site.strings.titleOf(site.strings.posts, site.title)}
      description={null}
      kind="website"
      indexable={false}
      current={null}
    >
      <div class="head">
        <h1>{site.strings.postFailed}</h1>
      </div>
    </site.components.Layout>
  );
}

function Byline({ page, card }: { readonly page: Page; readonly card: PostCard }): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const { post } = card;
  // A title may tell what the content warning hides.
  const heading = post.contentWarning === null ? post.title : null;
  const date =
    post.published === null ? (
      strings.undated
    ) : (
      <time class="dt-published" datetime={post.published}>
        {formats.fullMoment(post.published)}
      </time>
    );
  const permalink = (
    <a class="u-url" href={page.href(page.path)}>
      {date}
    </a>
  );
  return (
    <>
      <div class="by">
        <Written markup={once(page, `author ${post.account}`, () => <Author page={page} post={post} />)} />
        {heading === null ? <h1>{permalink}</h1> : <p class="handle">{permalink}</p>}
      </div>
      {heading === null ? null : (
        <h1 class="p-name titled" lang={post.language ?? undefined} dir="auto">
          {heading}
        </h1>
      )}
    </>
  );
}

/** Who wrote it: a card of its own, so that the date beside it stays the post's. */
function Author({ page, post }: { readonly page: Page; readonly post: Pick<Post, "account"> }): JSX.Element {
  const { site } = page;
  const { name, account, mark = null } = personOf(site, post);
  const avatar = picturePath(site, account?.avatar ?? null);
  return (
    <div class="p-author h-card">
      {avatar === null ? null : <img class="u-photo" src={page.href(avatar)} alt="" width={96} height={96} />}
      <p>
        <a class={mark === null ? "p-name u-url" : `p-name u-url who who${mark}`} href={page.href(HOME_PATH)}>
          <bdi>{name}</bdi>
        </a>{" "}
        {account?.handle === null || account?.handle === undefined ? null : (
          <bdi class="handle">{account.handle}</bdi>
        )}
      </p>
    </div>
  );
}

function After({ page, card }: { readonly page: Page; readonly card: PostCard }): JSX.Element {
  const { strings, formats } = page.site;
  const { post } = card;
  const original = webAddress(post.url);
  const host = hostOf(original);
  const language = post.language === null ? null : formats.languageName(post.language);
  return (
    <p class="after">
      <span>{strings.visibility[post.audience.visibility]}</span>
      {language === null ? null : <span>{language}</span>}
      {post.updated === null ? null : (
        <span>
          {strings.edited}{" "}
          <time class="dt-updated" datetime={post.updated}>
            {editedWhen(page, post.published, post.updated)}
          </time>
        </span>
      )}
      {post.goneSince === null ? null : <span>{strings.goneSince(formats.date(post.goneSince))}</span>}
      {original === null || host === null ? null : (
        <span>
          <a class="u-syndication" href={original}>
            {strings.original(host)}
          </a>
        </span>
      )}
    </p>
  );
}

function turnTo(page: Page, card: PostCard | null): TurnTo | null {
  if (card === null) return null;
  const { strings, formats } = page.site;
  const { post, label } = card;
  const day = post.published === null ? strings.undated : formats.date(post.published);
  return { path: card.path, text: label === null ? day : strings.quoted(label), lang: post.language };
}

/** A picture for previews: never one that is sensitive or behind a content warning. */
function previewOf(page: Page, { post }: PostCard): string | null {
  if (post.sensitive || post.contentWarning !== null) return null;
  for (const attachment of post.attachments) {
    const path = picturePath(page.site, attachment.media);
    if (path !== null) return path;
  }
  return null;
}
