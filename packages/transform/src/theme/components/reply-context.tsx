import type { JSX } from "preact";
import type { Post, Tag } from "../../post/post.js";
import { hostOf, readAddress, type WebAddress } from "../addresses.js";
import type { Page } from "../site.js";

type Mention = Extract<Tag, { kind: "mention" }>;

/** "To @name and 2 others", or "Goes on from the post of 08:50". A withheld post is not spoken of. */
export function ReplyContext({
  page,
  post,
}: {
  readonly page: Page;
  readonly post: Post;
}): JSX.Element | null {
  switch (post.inReplyTo?.kind) {
    case "own":
      return <GoesOnFrom page={page} post={post} parent={post.inReplyTo.key} />;
    case "remote":
      return <To page={page} post={post} url={post.inReplyTo.url} />;
    default:
      return null;
  }
}

function GoesOnFrom({
  page,
  post,
  parent,
}: {
  readonly page: Page;
  readonly post: Post;
  readonly parent: string;
}): JSX.Element | null {
  const { strings, formats, card } = page.site;
  const before = card(parent);
  if (before === null) return null;
  const from = before.post.published;
  const sameDay =
    from !== null && post.published !== null && formats.date(from) === formats.date(post.published);
  const when = from === null ? null : sameDay ? formats.time(from) : formats.moment(from);
  return (
    <p class="context">
      {strings.goesOnFrom}{" "}
      <a class="u-in-reply-to" href={page.href(before.path)}>
        {when === null ? strings.inReplyToPost : strings.postOf(when)}
      </a>
    </p>
  );
}

function To({
  page,
  post,
  url,
}: {
  readonly page: Page;
  readonly post: Post;
  readonly url: string;
}): JSX.Element | null {
  const { strings, formats } = page.site;
  const address = readAddress(url);
  if (address === null) return null;
  const mentions = post.tags.filter((tag) => tag.kind === "mention");
  const answered = answeredOf(mentions, address);
  const others = answered === null ? 0 : mentions.length - 1;
  return (
    <p class="context">
      {strings.to}{" "}
      <a class="u-in-reply-to" href={address.href}>
        <bdi>{answered?.name ?? strings.aPostOn(address.host)}</bdi>
      </a>
      {others > 0 ? ` ${strings.andOthers(others, formats.number(others))}` : null}
    </p>
  );
}

/** Whom it answers: the one whose name stands in the answered address, else one of that host, else the first. */
function answeredOf(mentions: readonly Mention[], { host, pathname }: WebAddress): Mention | null {
  const parts = new Set(pathname.toLowerCase().split("/"));
  const neighbours = mentions.filter(({ url, name }) => hostOf(url) === host || name.endsWith(`@${host}`));
  const named = neighbours.find(({ name }) => {
    const user = name.replace(/^@/, "").split("@")[0]?.toLowerCase() ?? "";
    return parts.has(user) || parts.has(`@${user}`);
  });
  return named ?? neighbours[0] ?? mentions[0] ?? null;
}
