import type { JSX } from "preact";
import { excerpt } from "../../content/to-text.js";
import type { Post } from "../../post/post.js";
import { type Markup, markupOf } from "../markup.js";
import type { ListedPostProps, Page } from "../site.js";
import { ReplyContext } from "./reply-context.js";
import { Who } from "./who.js";

/** So many characters of markup a list may cut to an excerpt. */
const LONG = 2000;
const EXCERPT = 400;

/** A post in a list: facts in the gutter, words in the column. */
export function ListedPost({ page, card, anchor, cut, tied, thread }: ListedPostProps): JSX.Element {
  const { strings, formats } = page.site;
  const { post } = card;
  const markup = card.markup(page);
  const { PostWords } = page.site.components;
  const href = page.href(card.path);
  const isCut = cut === "short" && markup !== null && markup.length > LONG;
  return (
    <article class={post.inReplyTo?.kind === "remote" ? "post h-entry reply" : "post h-entry"} id={anchor}>
      <Facts page={page} post={post} href={href} />
      <div class="words">
        {tied ? null : <ReplyContext page={page} post={post} />}
        {post.title === null || post.contentWarning !== null ? null : (
          <h3 class="post-title p-name" lang={post.language ?? undefined} dir="auto">
            <a href={href}>{post.title}</a>
          </h3>
        )}
        <PostWords page={page} post={post} path={card.path} text={isCut ? excerptMarkup(post) : markup} />
        {isCut ? (
          <p class="more">
            <a href={href}>{strings.readOn}</a>
          </p>
        ) : null}
        {thread === null ? null : (
          <p class="more">
            <a href={thread.href}>{strings.threadOf(thread.posts, formats.number(thread.posts))}</a>
          </p>
        )}
      </div>
    </article>
  );
}

function excerptMarkup({ content }: Post): Markup | null {
  return content === null ? null : markupOf(<p>{excerpt(content, EXCERPT)}</p>);
}

function Facts({
  page,
  post,
  href,
}: {
  readonly page: Page;
  readonly post: Post;
  readonly href: string;
}): JSX.Element {
  const { strings, formats } = page.site;
  const { visibility } = post.audience;
  return (
    <p class="facts">
      <Who page={page} post={post} />
      <a class="u-url" href={href}>
        {post.published === null ? (
          strings.undated
        ) : (
          <time class="dt-published" datetime={post.published}>
            {formats.time(post.published)}
          </time>
        )}
      </a>
      {post.updated === null ? null : (
        <span>
          {strings.edited}{" "}
          <time class="dt-updated" datetime={post.updated}>
            {editedWhen(page, post.published, post.updated)}
          </time>
        </span>
      )}
      {visibility === "public" ? null : <span class="vis">{strings.visibility[visibility]}</span>}
      {post.goneSince === null ? null : <span>{strings.goneSince(formats.date(post.goneSince))}</span>}
    </p>
  );
}

/** The time alone when a post was edited on the day it was written. */
export function editedWhen(page: Page, published: string | null, updated: string): string {
  const { formats } = page.site;
  const sameDay = published !== null && formats.date(published) === formats.date(updated);
  return sameDay ? formats.time(updated) : formats.date(updated);
}

/** What stands in place of a post that could not be written, so that links to it still lead somewhere. */
export function FailedPost({ page, anchor }: { readonly page: Page; readonly anchor: string }): JSX.Element {
  return (
    <article class="post" id={anchor}>
      <p class="facts" />
      <div class="words">
        <p class="label">{page.site.strings.postFailed}</p>
      </div>
    </article>
  );
}
