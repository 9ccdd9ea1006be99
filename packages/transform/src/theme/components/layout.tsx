import type { JSX } from "preact";
import { clip } from "../../content/to-text.js";
import { hostOf, webAddress } from "../addresses.js";
import { DataBlock, Raw, Written } from "../markup.js";
import { once } from "../once.js";
import { ABOUT_PATH, HOME_PATH, publicPath, SCRIPT_PATH, STYLE_PATH } from "../paths.js";
import type { FeedLink, LayoutProps, MenuEntry, Page } from "../site.js";
import { picturePath } from "./copies.js";

/** The tool that wrote the pages, as they name it. */
export const TOOL = "ap-archive";

/**
 * What a page may load: pictures, films, sounds, styles and scripts that lie on the same site, and nothing else.
 * No script within a page, no style attribute, no form, no frame, no request to another host.
 */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

/** Longer ones are cut where they are shown: tabs, bookmarks, results of searches. */
const LONGEST_TITLE = 70;

/** The frame of every page: head, title and navigation, content, colophon. */
export function Layout(props: LayoutProps): JSX.Element {
  const { page, current } = props;
  const { strings, components } = page.site;
  const masthead = once(page, `masthead ${current}`, () => (
    <components.Masthead page={page} current={current} />
  ));
  const colophon = once(page, "colophon", () => <components.Colophon page={page} />);
  return (
    <html lang={strings.language} dir={strings.direction}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {strings.skip}
        </a>
        <Raw as="header" class="masthead frame" markup={masthead} />
        <main id="main" class={props.mainClass === undefined ? "frame" : `frame ${props.mainClass}`}>
          {props.children}
        </main>
        <Raw as="footer" class="colophon frame" markup={colophon} />
      </body>
    </html>
  );
}

function Head(props: LayoutProps): JSX.Element {
  const { page, title, description, kind, image } = props;
  const { site } = page;
  const address = site.baseUrl === null ? null : site.baseUrl + publicPath(page.path);
  const { sheets = [], scripts = [], feeds = [], data = null } = props;
  return (
    <head>
      <Written markup={once(page, "head", () => <Policy />)} />
      <title>{clip(title, LONGEST_TITLE)}</title>
      {description === null ? null : <meta name="description" content={description} />}
      {site.indexable && props.indexable ? null : <meta name="robots" content="noindex" />}
      <meta property="og:title" content={title} />
      <meta property="og:type" content={kind} />
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
      <Written markup={once(page, "site", () => <SiteLinks page={page} />)} />
      <FeedLinks page={page} feeds={feeds} />
      {sheets.length === 0 && scripts.length === 0 ? null : (
        <Written
          markup={once(page, `files ${[...sheets, ...scripts].join(" ")}`, () => (
            <PageFiles page={page} sheets={sheets} scripts={scripts} />
          ))}
        />
      )}
      {data === null ? null : (
        <DataBlock type="application/ld+json" data={{ "@context": "https://schema.org", ...data }} />
      )}
    </head>
  );
}

/** What has to come first: before anything else is read, the page says what it may load. */
function Policy(): JSX.Element {
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY_POLICY} />
    </>
  );
}

/** What all pages at one depth say alike. */
function SiteLinks({ page }: { readonly page: Page }): JSX.Element {
  const { site } = page;
  const avatar = picturePath(site, site.account?.avatar ?? null);
  return (
    <>
      <meta property="og:site_name" content={site.title} />
      <meta name="referrer" content="no-referrer" />
      <meta name="generator" content={TOOL} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171411" media="(prefers-color-scheme: dark)" />
      <link rel="author" href={page.href(HOME_PATH)} />
      <FeedLinks page={page} feeds={site.feeds} />
      {avatar === null ? null : <link rel="icon" href={page.href(avatar)} />}
      <link rel="stylesheet" href={page.href(STYLE_PATH)} />
      {/* Not deferred: the chosen colours have to be known before anything is painted. */}
      <script
        src={page.href(SCRIPT_PATH)}
        data-light={site.strings.lookLight}
        data-dark={site.strings.lookDark}
        data-close={site.strings.close}
      />
    </>
  );
}

function PageFiles({
  page,
  sheets,
  scripts,
}: {
  readonly page: Page;
  readonly sheets: readonly string[];
  readonly scripts: readonly string[];
}): JSX.Element {
  return (
    <>
      {sheets.map((path) => (
        <link rel="stylesheet" href={page.href(path)} />
      ))}
      {scripts.map((path) => (
        <script src={page.href(path)} defer />
      ))}
    </>
  );
}

function FeedLinks({
  page,
  feeds,
}: {
  readonly page: Page;
  readonly feeds: readonly FeedLink[];
}): JSX.Element {
  return (
    <>
      {feeds.filter(isAtom).map((feed) => (
        <link rel="alternate" type={feed.mediaType} title={feed.title} href={page.href(feed.path)} />
      ))}
    </>
  );
}

/** One format is enough to discover a feed by; the about page names them all. */
function isAtom({ mediaType }: FeedLink): boolean {
  return mediaType === "application/atom+xml";
}

/** Title and navigation. */
export function Masthead({
  page,
  current,
}: {
  readonly page: Page;
  readonly current: string | null;
}): JSX.Element {
  const { site } = page;
  return (
    <>
      <a class="title" href={page.href(HOME_PATH)} aria-current={current === "home" ? "page" : undefined}>
        <bdi>{site.title}</bdi>
      </a>
      <nav aria-label={site.strings.siteNavigation}>
        <ul>
          {site.menu.map((entry) => (
            <li class={entry.id === "search" ? "search" : undefined}>
              <a href={hrefOf(page, entry)} aria-current={current === entry.id ? "true" : undefined}>
                {entry.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function hrefOf(page: Page, { to }: MenuEntry): string {
  return "path" in to ? page.href(to.path) : to.url;
}

/**
 * The foot of every page: what this is. It tells no number and no date of the archive: then a post that comes in
 * leaves the pages of all others as they are. The page about the archive tells them.
 */
export function Colophon({ page }: { readonly page: Page }): JSX.Element {
  const { strings, account, author } = page.site;
  const profile = webAddress(account?.url ?? null);
  const host = hostOf(profile);
  return (
    <div class="ledger">
      <p class="fact">{strings.colophon}</p>
      <p>{page.site.footer ?? strings.colophonText(author)}</p>
      <ul>
        <li>
          <a href={page.href(ABOUT_PATH)}>{strings.aboutTitle}</a>
        </li>
        {page.site.feeds.length === 0 ? null : (
          <li>
            <a href={`${page.href(ABOUT_PATH)}#feeds`}>{strings.feeds}</a>
          </li>
        )}
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
