import type { JSX } from "preact";
import { excerpt } from "../../content/to-text.js";
import type { PostRef } from "../../post/post.js";
import { hostOf, webAddress } from "../addresses.js";
import type { Page } from "../site.js";

/** Most quoted posts are shown in full. */
const LONGEST = 500;

/** A quoted post: one's own as a card, another's as a link. Of a withheld one there is nothing to see. */
export function Quote({ page, quote }: { readonly page: Page; readonly quote: PostRef }): JSX.Element | null {
  switch (quote.kind) {
    case "own":
      return <OwnQuote page={page} postKey={quote.key} />;
    case "remote":
      return <RemoteQuote page={page} url={quote.url} />;
    case "withheld":
      return null;
  }
}

function OwnQuote({ page, postKey }: { readonly page: Page; readonly postKey: string }): JSX.Element | null {
  const { strings, formats, author, card } = page.site;
  const quoted = card(postKey);
  if (quoted === null) return null;
  const { post, label } = quoted;
  const shown =
    post.contentWarning === null && post.content !== null ? excerpt(post.content, LONGEST) : (label ?? "");
  return (
    <blockquote class="quote h-cite">
      <p class="by">
        <span class="p-author">{author}</span>,{" "}
        <a class="u-url" href={page.href(quoted.path)}>
          {post.published === null ? (
            strings.undated
          ) : (
            <time class="dt-published" datetime={post.published}>
              {formats.date(post.published)}
            </time>
          )}
        </a>
      </p>
      {post.contentWarning === null ? null : <p class="label">{strings.contentWarning}</p>}
      <p class="p-content" lang={post.language ?? undefined} dir="auto">
        {shown === "" ? strings.postWithoutText : shown}
      </p>
    </blockquote>
  );
}

function RemoteQuote({ page, url }: { readonly page: Page; readonly url: string }): JSX.Element | null {
  const { strings } = page.site;
  const address = webAddress(url);
  const host = hostOf(url);
  if (address === null || host === null) return null;
  return (
    <blockquote class="quote h-cite">
      <p class="by">
        {strings.quotes}{" "}
        <a class="u-url" href={address}>
          {strings.aPostOn(host)}
        </a>
        . {strings.quoteTextMissing}
      </p>
    </blockquote>
  );
}
