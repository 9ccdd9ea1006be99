import { excerpt } from "../../content/to-text.js";
import type { Selection } from "../../select/selection.js";
import { type FeedHead, UNDATED } from "./feed.js";

const LONGEST_DESCRIPTION = 400;
const GENERATOR = "ap-archive";

/** What a feed says of itself: the account's name, its bio, and the time of the newest post. */
export function feedHead(selection: Selection, title: string | undefined, home: string | null): FeedHead {
  const { account, counts } = selection;
  const name = account?.name ?? account?.handle ?? "Posts";
  return {
    id: account?.id ?? home ?? "urn:ap-archive:posts",
    title: onOneLine(title ?? name),
    description: account?.bio == null ? "" : excerpt(account.bio, LONGEST_DESCRIPTION),
    home: home ?? account?.url ?? null,
    language: null,
    author: { name: onOneLine(name), url: account?.url ?? null },
    icon: null,
    updated: counts.last ?? selection.origin.exportedAt ?? UNDATED,
    generator: GENERATOR,
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
