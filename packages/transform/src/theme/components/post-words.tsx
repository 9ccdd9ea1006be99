import type { JSX } from "preact";
import type { SafeTree } from "../../content/safe-tree.js";
import type { Post } from "../../post/post.js";
import { Raw } from "../markup.js";
import type { WordsProps } from "../site.js";
import { Media } from "./media.js";
import { Poll } from "./poll.js";
import { Quote } from "./quote.js";

/**
 * What a post says: text, media, poll, quote. A content warning folds all of it but media that are sensitive
 * on their own: those stay behind their own fold, so that reading on does not show a picture.
 */
export function PostWords({ page, post, path, text }: WordsProps): JSX.Element {
  const { contentWarning, poll, quote } = post;
  if (isEmpty(post)) return <p class="label">{page.site.strings.search.client.noWords}</p>;
  const apart = post.sensitive && contentWarning !== null;
  const inside = (
    <>
      {text === null ? null : (
        <Raw class="e-content" lang={post.language ?? undefined} dir={post.direction} markup={text} />
      )}
      {apart ? null : <Media page={page} post={post} path={path} />}
      {poll === null ? null : <Poll page={page} poll={poll} />}
      {quote === null ? null : <Quote page={page} quote={quote} />}
    </>
  );
  if (contentWarning === null) return inside;
  return (
    <>
      {text === null && poll === null && quote === null && apart ? (
        <p class="label">
          {page.site.strings.contentWarning}: <Warning post={post} />
        </p>
      ) : (
        <details class="cw">
          <summary>
            <span class="label">{page.site.strings.contentWarning}</span> <Warning post={post} />{" "}
            <span class="hint">
              <span class="if-closed">{page.site.strings.showIt}</span>
              <span class="if-open">{page.site.strings.hideIt}</span>
            </span>
          </summary>
          {inside}
        </details>
      )}
      {apart ? <Media page={page} post={post} path={path} /> : null}
    </>
  );
}

/** Nothing was written, shown, asked or quoted: such posts are rare, and a gap would look like a fault. */
function isEmpty({ attachments, poll, quote, title, event, contentWarning, content }: Post): boolean {
  return (
    (content === null || isBlank(content)) &&
    attachments.length === 0 &&
    poll === null &&
    quote === null &&
    title === null &&
    event === null &&
    contentWarning === null
  );
}

/** Whether a text is all paragraphs and lines without a word. */
function isBlank(tree: SafeTree): boolean {
  return tree.every((node) => {
    if (node.type === "text") return node.value.trim() === "";
    if (node.type === "element") return node.name !== "hr" && isBlank(node.children);
    return node.type === "break";
  });
}

function Warning({ post }: { readonly post: Post }): JSX.Element {
  return (
    <span class="p-summary" lang={post.language ?? undefined} dir="auto">
      {post.contentWarning}
    </span>
  );
}
