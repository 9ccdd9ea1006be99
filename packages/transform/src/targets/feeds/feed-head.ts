import { excerpt } from "../../content/to-text.js";
import type { Account } from "../../post/account.js";
import type { Selection } from "../../select/selection.js";
import { namesOfAll } from "../author.js";
import { type FeedHead, UNDATED } from "./feed.js";

const LONGEST_DESCRIPTION = 400;
const GENERATOR = "ap-archive";

/** What a feed says of itself: whose it is, their bio where it is one person's, and the time of the newest post. */
export function feedHead(selection: Selection, title: string | undefined, home: string | null): FeedHead {
  const { accounts, counts } = selection;
  const account = accounts.length === 1 ? selection.account : null;
  const name = accounts.length === 0 ? "Posts" : namesOfAll(accounts);
  return {
    id: account?.id ?? home ?? idOfAll(accounts),
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

/** The same for the same people. The feed of several is none of theirs, so it has no id that one of theirs may have. */
function idOfAll(accounts: readonly Account[]): string {
  return [
    "urn:ap-archive:posts",
    ...accounts.map(({ id }) => encodeURIComponent((id ?? "").toWellFormed())),
  ].join(":");
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
