import type { JSX } from "preact";
import { hostOf, webAddress } from "../addresses.js";
import { type Children, type Markup, markupOf, Raw } from "../markup.js";
import { ABOUT_PATH, HOME_PATH, mediaPath, publicPath, STYLE_PATH } from "../paths.js";
import type { Page, Site } from "../site.js";
import { pixels } from "./picture-frame.js";

/** The tool that wrote the pages, as they name it. */
export const TOOL = "ap-archive";

/**
 * What a page may load: pictures, films, sounds and styles of the same site, and nothing else. No script, no
 * style attribute, no form, no frame, no request to another host.
 */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

interface LayoutProps {
  readonly page: Page;
  /** Of the document; the site's title is added by the caller where it belongs. */
  readonly title: string;
  readonly description: string | null;
  readonly kind: "website" | "article" | "profile";
  /** Whether search engines may list the page, where the whole site allows it. */
  readonly indexable: boolean;
  readonly published?: string | null;
  readonly updated?: string | null;
  /** Path of a picture for previews. */
  readonly image?: string | null;
  readonly current: "home" | "posts" | "about" | null;
  readonly mainClass?: string;
  readonly children: Children | readonly Children[];
}

/** The frame of every page: head, title and navigation, content, colophon. */
export function Layout(props: LayoutProps): JSX.Element {
  const { page, current } = props;
  const { strings } = page.site;
  const chrome = chromeOf(page, current);
  return (
    <html lang={strings.language} dir={strings.direction}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {strings.skip}
        </a>
        <Raw as="header" class="masthead frame" markup={chrome.masthead} />
        <main id="main" class={props.mainClass === undefined ? "frame" : `frame ${props.mainClass}`}>
          {props.children}
        </main>
        <Raw as="footer" class="colophon frame" markup={chrome.colophon} />
      </body>
    </html>
  );
}

interface Chrome {
  readonly masthead: Markup;
  readonly colophon: Markup;
}

const chromes = new WeakMap<Site, Map<string, Chrome>>();

/** What stands above and below every page: the same for all at one depth, so it is written once. */
function chromeOf(page: Page, current: LayoutProps["current"]): Chrome {
  const known = chromes.get(page.site) ?? new Map<string, Chrome>();
  chromes.set(page.site, known);
  const key = `${current} ${page.href("")}`;
  const chrome = known.get(key) ?? {
    masthead: markupOf(<Masthead page={page} current={current} />),
    colophon: markupOf(<Colophon page={page} />),
  };
  known.set(key, chrome);
  return chrome;
}

function Head(props: LayoutProps): JSX.Element {
  const { page, title, description, kind, image } = props;
  const { site } = page;
  const address = site.baseUrl === null ? null : site.baseUrl + publicPath(page.path);
  const avatar = picturePath(site, site.account?.avatar ?? null);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY_POLICY} />
      <title>{title}</title>
      {description === null ? null : <meta name="description" content={description} />}
      {site.indexable && props.indexable ? null : <meta name="robots" content="noindex" />}
      <meta name="referrer" content="no-referrer" />
      <meta name="generator" content={TOOL} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171411" media="(prefers-color-scheme: dark)" />
      <meta property="og:title" content={title} />
      <meta property="og:type" content={kind} />
      <meta property="og:site_name" content={site.title} />
      {description === null ? null : <meta property="og:description" content={description} />}
      {address === null ? null : <meta property="og:url" content={address} />}
      {site.baseUrl === null || typeof image !== "string" ? null : (
        <meta property="og:image" content={site.baseUrl + image} />
      )}
      {typeof props.published === "string" ? (
        <meta property="article:published_time" content={props.published} />
      ) : null}
      {typeof props.updated === "string" ? (
        <meta property="article:modified_time" content={props.updated} />
      ) : null}
      {address === null ? null : <link rel="canonical" href={address} />}
      <link rel="author" href={page.href(HOME_PATH)} />
      <link rel="stylesheet" href={page.href(STYLE_PATH)} />
      {avatar === null ? null : <link rel="icon" href={page.href(avatar)} />}
    </head>
  );
}

function Masthead({ page, current }: Pick<LayoutProps, "page" | "current">): JSX.Element {
  const { site } = page;
  const { strings } = site;
  const posts = site.newestPath;
  return (
    <>
      <a class="title" href={page.href(HOME_PATH)} aria-current={current === "home" ? "page" : undefined}>
        <bdi>{site.title}</bdi>
      </a>
      <nav aria-label={strings.siteNavigation}>
        <ul>
          {posts === null ? null : (
            <li>
              <a href={page.href(posts)} aria-current={current === "posts" ? "true" : undefined}>
                {strings.posts}
              </a>
            </li>
          )}
          <li>
            <a href={page.href(ABOUT_PATH)} aria-current={current === "about" ? "page" : undefined}>
              {strings.about}
            </a>
          </li>
        </ul>
      </nav>
    </>
  );
}

function Colophon({ page }: { readonly page: Page }): JSX.Element {
  const { strings, formats, counts, origin, account, author } = page.site;
  const profile = webAddress(account?.url ?? null);
  const host = hostOf(profile);
  const first = counts.first === null ? null : formats.monthOf(counts.first);
  const last = counts.last === null ? null : formats.monthOf(counts.last);
  const between =
    first === null || last === null
      ? ""
      : first === last
        ? strings.inMonth(first)
        : strings.between(first, last);
  const exported = origin.exportedAt === null ? null : formats.date(origin.exportedAt);
  return (
    <div class="ledger">
      <p class="fact">{strings.colophon}</p>
      <p>{strings.colophonText(author, between, exported)}</p>
      <ul>
        <li>
          <a href={page.href(ABOUT_PATH)}>{strings.aboutTitle}</a>
        </li>
        {profile === null || host === null ? null : (
          <li>
            <a rel="me" href={profile}>
              {strings.profileOn(host)}
            </a>
          </li>
        )}
        <li>
          <a href={`${page.href(ABOUT_PATH)}#tool`}>{strings.madeWith(TOOL)}</a>
        </li>
      </ul>
    </div>
  );
}

/** A picture that was copied. */
export interface Copied {
  readonly path: string;
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** A picture's copy; `null` for one that was not copied, or is none. */
export function copied(site: Site, key: string | null): Copied | null {
  if (key === null) return null;
  const state = site.mediaState(key);
  if (state.state !== "present" || !state.mediaType.startsWith("image/")) return null;
  return { path: mediaPath(state.name), size: pixels(state) };
}

/** Path of a picture that was copied; `null` for one that was not. */
export function picturePath(site: Site, key: string | null): string | null {
  return copied(site, key)?.path ?? null;
}
