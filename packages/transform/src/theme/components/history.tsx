import type { JSX } from "preact";
import { contentMarkup, Raw } from "../markup.js";
import { type Page, type PostCard, tagHref } from "../site.js";

/** Earlier versions, where they are known and were asked for. */
export function History({
  page,
  card,
}: {
  readonly page: Page;
  readonly card: PostCard;
}): JSX.Element | null {
  const { strings, formats } = page.site;
  const { post } = card;
  const { history } = post;
  if (history.length === 0) return null;
  return (
    <details class="fold history">
      <summary>{strings.earlierVersions(history.length, formats.number(history.length))}</summary>
      <ol>
        {history.map(({ updated, title, content, contentWarning }) => {
          // A warning was set for a reason, also when it was set later.
          const warning = contentWarning ?? post.contentWarning;
          const words = (
            <>
              {title === null ? null : <p dir="auto">{title}</p>}
              {content === null ? null : (
                <Raw
                  lang={post.language ?? undefined}
                  dir={post.direction}
                  markup={contentMarkup(content, tagHref(page))}
                />
              )}
            </>
          );
          return (
            <li>
              <p class="label">
                {updated === null ? (
                  strings.firstVersion
                ) : (
                  <time datetime={updated}>{strings.versionOf(formats.moment(updated))}</time>
                )}
              </p>
              {warning === null ? (
                words
              ) : (
                <details class="cw">
                  <summary>
                    <span class="label">{strings.contentWarning}</span> <span dir="auto">{warning}</span>
                  </summary>
                  {words}
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
