import type { JSX } from "preact";
import { Turn, type TurnTo } from "../components/turn.js";
import { PAGES_STYLE_PATH } from "../paths.js";
import type { Page } from "../site.js";

/** Which collection a page of links shows. */
export type LinksName = "boosts" | "likes" | "bookmarks";

/** Links to posts of one server; `null` for addresses that open nowhere on the web. */
export interface HostLinks {
  readonly host: string | null;
  readonly links: readonly { readonly href: string | null; readonly text: string }[];
}

/** Posts of others that were boosted, liked or bookmarked, as links by server: their words stayed there. */
export function LinksPage({
  page,
  name,
  total,
  hosts,
  part,
  earlier,
  later,
}: {
  readonly page: Page;
  readonly name: LinksName;
  /** Links on all parts together. */
  readonly total: number;
  readonly hosts: readonly HostLinks[];
  readonly part: number;
  readonly earlier: TurnTo | null;
  readonly later: TurnTo | null;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const title = strings[name];
  const heading = part === 1 ? title : strings.continued(title);
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(heading, site.title)}
      description={null}
      kind="website"
      indexable={false}
      sheets={[PAGES_STYLE_PATH]}
      current={name}
    >
      <div class="head">
        <h1>{heading}</h1>
        <p class="lede">{strings.linksLede[name](total, formats.number(total))}</p>
      </div>
      {hosts.map(({ host, links }) => (
        <section class="hosts">
          <h2>
            <bdi>{host ?? strings.otherAddresses}</bdi> <small>{formats.number(links.length)}</small>
          </h2>
          <ul>
            {links.map(({ href, text }) => (
              <li>
                {href === null ? (
                  <bdi>{text}</bdi>
                ) : (
                  <a href={href} rel="nofollow noopener noreferrer">
                    <bdi>{text}</bdi>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Turn page={page} earlier={earlier} later={later} />
    </site.components.Layout>
  );
}
