import type { JSX } from "preact";
import type { Post } from "../../post/post.js";
import { readAddress, type WebAddress } from "../addresses.js";
import type { Page } from "../site.js";
import { Who } from "./who.js";

/** Whether there is anything to say of a boost: of a withheld post there is not. */
export function isTold(page: Page, boost: Post): boolean {
  return boostedOf(page, boost) !== null;
}

/** One boost, in one line. */
export function Boost({
  page,
  boost,
  anchor,
}: {
  readonly page: Page;
  readonly boost: Post;
  readonly anchor: string;
}): JSX.Element | null {
  const { strings, formats } = page.site;
  const boosted = boostedOf(page, boost);
  if (boosted === null) return null;
  return (
    <article class="post h-entry boost" id={anchor}>
      <p class="facts">
        <Who page={page} post={boost} />
        {boost.published === null ? null : (
          <a class="u-url" href={`#${anchor}`}>
            <time class="dt-published" datetime={boost.published}>
              {formats.time(boost.published)}
            </time>
          </a>
        )}
      </p>
      <div class="words">
        <p>
          {strings.boosted} <Boosted boosted={boosted} />
        </p>
      </div>
    </article>
  );
}

/** A run of boosts, folded into one line. */
export function Boosts({
  page,
  boosts,
}: {
  readonly page: Page;
  readonly boosts: readonly { readonly post: Post; readonly anchor: string }[];
}): JSX.Element {
  const { strings, formats } = page.site;
  const [first] = boosts;
  const published = first?.post.published ?? null;
  return (
    <div class="post boost">
      <p class="facts">
        {published === null ? null : <time datetime={published}>{formats.time(published)}</time>}
      </p>
      <div class="words">
        <details class="fold">
          <summary>{strings.boostedPosts(boosts.length, formats.number(boosts.length))}</summary>
          <ul>
            {boosts.map(({ post, anchor }) => (
              <BoostLine page={page} boost={post} anchor={anchor} />
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}

function BoostLine({
  page,
  boost,
  anchor,
}: {
  readonly page: Page;
  readonly boost: Post;
  readonly anchor: string;
}): JSX.Element | null {
  const boosted = boostedOf(page, boost);
  if (boosted === null) return null;
  return (
    <li class="h-entry" id={anchor}>
      {boost.published === null ? null : (
        <>
          <time class="dt-published" datetime={boost.published}>
            {page.site.formats.time(boost.published)}
          </time>{" "}
        </>
      )}
      {page.site.people.length > 1 ? (
        <>
          <Who page={page} post={boost} />{" "}
        </>
      ) : null}
      <Boosted boosted={boosted} />
    </li>
  );
}

/** The post that was boosted: its address, where a page can be opened there, and how it is named. */
interface BoostedPost {
  readonly href: string | null;
  readonly text: string;
}

function Boosted({ boosted }: { readonly boosted: BoostedPost }): JSX.Element {
  const { href, text } = boosted;
  if (href === null) return <bdi class="u-repost-of">{text}</bdi>;
  return (
    <a class="u-repost-of" href={href}>
      {text}
    </a>
  );
}

function boostedOf(page: Page, boost: Post): BoostedPost | null {
  const { strings, formats, card } = page.site;
  switch (boost.boostOf?.kind) {
    case "own": {
      const own = card(boost.boostOf.key);
      if (own === null) return null;
      const { published } = own.post;
      const text = published === null ? strings.inReplyToPost : strings.postOf(formats.date(published));
      return { href: page.href(own.path), text };
    }
    case "remote": {
      const { url } = boost.boostOf;
      const address = readAddress(url);
      // `tag:` addresses of OStatus times open nowhere; they still say which post was meant.
      if (address === null) return { href: null, text: url };
      return { href: address.href, text: strings.boostedAuthor(authorOf(address)) };
    }
    default:
      return null;
  }
}

/** `@name@host` where the address says so, as Mastodon's and many others' do; else the host. */
function authorOf({ pathname, host }: WebAddress): { readonly handle: string | null; readonly host: string } {
  const user = /^\/(?:users\/|@)([\w.-]+)(?:@[\w.-]+)?\//.exec(pathname)?.[1];
  return { handle: user === undefined ? null : `@${user}@${host}`, host };
}
