import type { JSX } from "preact";
import type { Account } from "../../post/account.js";
import { webAddress } from "../addresses.js";
import { contentMarkup, Raw } from "../markup.js";
import { type Page, tagHref } from "../site.js";
import { copied } from "./copies.js";

/** Whose archive it is. */
export function Profile({ page }: { readonly page: Page }): JSX.Element {
  return page.site.people.length > 1 ? <People page={page} /> : <OnePerson page={page} />;
}

/** Several persons share the site: its title, and who they are. */
function People({ page }: { readonly page: Page }): JSX.Element {
  const { site } = page;
  return (
    <>
      <div class="head">
        <h1 class="p-name" dir="auto">
          {site.title}
        </h1>
      </div>
      <ul class="people broad" aria-label={site.strings.people}>
        {site.people.map(({ account, name, mark }) => {
          const avatar = copied(site, account.avatar);
          return (
            <li class={`who${mark ?? 0} p-author h-card`}>
              {avatar === null ? null : (
                <img class="u-photo" src={page.href(avatar.path)} alt="" {...avatar.size} decoding="async" />
              )}
              <div>
                <h2 class="p-name" dir="auto">
                  {name}
                </h2>
                {account.handle === null ? null : (
                  <p class="label">
                    <Handle account={account} handle={account.handle} />
                  </p>
                )}
                {account.bio === null ? null : (
                  <Raw class="p-note" dir="auto" markup={contentMarkup(account.bio, tagHref(page))} />
                )}
                <Moved page={page} account={account} name={name} />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Where a person went: the first thing a visitor who looks for them wants to know. */
function Moved({
  page,
  account,
  name,
}: {
  readonly page: Page;
  readonly account: Account;
  readonly name: string;
}): JSX.Element | null {
  const moved = webAddress(account.movedTo);
  if (moved === null) return null;
  return (
    <p class="moved">
      {page.site.strings.movedNotice(name)}{" "}
      <a rel="me" href={moved}>
        {bare(moved)}
      </a>
    </p>
  );
}

function OnePerson({ page }: { readonly page: Page }): JSX.Element {
  const { account, author, strings } = page.site;
  const avatar = copied(page.site, account?.avatar ?? null);
  const header = copied(page.site, account?.header ?? null);
  return (
    <>
      {header === null ? null : (
        <p class="banner">
          <img src={page.href(header.path)} alt="" {...header.size} fetchpriority="high" decoding="async" />
        </p>
      )}
      <div class="profile ledger p-author h-card">
        {avatar === null ? null : (
          <p class="avatar fact">
            <img
              src={page.href(avatar.path)}
              alt={strings.avatarOf(author)}
              {...avatar.size}
              class="u-photo"
              decoding="async"
            />
          </p>
        )}
        <div>
          <h1 class="p-name" dir="auto">
            {author}
          </h1>
          {account?.handle === null || account?.handle === undefined ? null : (
            <p class="handle">
              <Handle account={account} handle={account.handle} />
            </p>
          )}
          {account?.bio === null || account?.bio === undefined ? null : (
            <Raw class="p-note" dir="auto" markup={contentMarkup(account.bio, tagHref(page))} />
          )}
          {account === null ? null : <Moved page={page} account={account} name={author} />}
        </div>
        {account === null ? null : <Fields page={page} account={account} />}
      </div>
    </>
  );
}

function Handle({ account, handle }: { readonly account: Account; readonly handle: string }): JSX.Element {
  const url = webAddress(account.url);
  const name = <bdi class="p-nickname">{handle}</bdi>;
  return url === null ? (
    name
  ) : (
    <a class="u-url" rel="me" href={url}>
      {name}
    </a>
  );
}

function Fields({ page, account }: { readonly page: Page; readonly account: Account }): JSX.Element | null {
  const { strings, formats } = page.site;
  if (account.fields.length === 0 && account.joinedAt === null) return null;
  return (
    <dl class="fields">
      {account.fields.map(({ name, value }) => (
        <div>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <Raw dir="auto" markup={contentMarkup(value, tagHref(page))} />
          </dd>
        </div>
      ))}
      {account.joinedAt === null ? null : (
        <div>
          <dt>{strings.joined}</dt>
          <dd>
            <time datetime={account.joinedAt}>{formats.date(account.joinedAt)}</time>
          </dd>
        </div>
      )}
    </dl>
  );
}

function bare(address: string): string {
  const { host, pathname } = new URL(address);
  return host + pathname.replace(/\/$/, "");
}
