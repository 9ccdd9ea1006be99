import type { JSX } from "preact";
import type { Account } from "../../post/account.js";
import { webAddress } from "../addresses.js";
import { contentMarkup, Raw } from "../markup.js";
import type { Page } from "../site.js";
import { copied } from "./layout.js";

/** Whose archive it is. */
export function Profile({ page }: { readonly page: Page }): JSX.Element {
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
            <Raw class="p-note" dir="auto" markup={contentMarkup(account.bio)} />
          )}
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
  const moved = webAddress(account.movedTo);
  if (account.fields.length === 0 && account.joinedAt === null && moved === null) return null;
  return (
    <dl class="fields">
      {account.fields.map(({ name, value }) => (
        <div>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <Raw dir="auto" markup={contentMarkup(value)} />
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
      {moved === null ? null : (
        <div>
          <dt>{strings.movedTo}</dt>
          <dd>
            <a rel="me" href={moved}>
              {bare(moved)}
            </a>
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
