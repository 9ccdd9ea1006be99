import { IdIndex } from "../../ids/id-index.js";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { firstReason, ofAnotherAccount, withoutDate } from "../fediverse/accepted.js";
import { mastodonFiles } from "../fediverse/mastodon-files.js";
import { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "../fediverse/options.js";
import { MASTODON_SUPPORT } from "../fediverse/support.js";
import type { Target } from "../target.js";
import { looksLikeMention } from "./mention.js";

/** Why slurp would not import a post by itself, whatever it replies to. */
function notTaken(post: PublishedPost): string | null {
  const { kind, audience, published, inReplyTo, tags } = post;
  if (kind === "boost") return "boosts, which slurp does not import";
  const { visibility } = audience;
  if (visibility !== "public" && visibility !== "unlisted") {
    return "followers-only and direct posts, which slurp does not import";
  }
  if (published !== null && published < "1970") return "from before 1970, which GoToSocial does not take";
  if (inReplyTo !== null && inReplyTo.kind !== "own") return "replies to others, which slurp does not import";
  return tags.some((tag) => tag.kind === "mention") || looksLikeMention(post)
    ? "that mention somebody, which slurp does not import"
    : null;
}

/** What was found of the posts of a selection, so that long threads are walked once: 1 is taken, 2 is not. */
const KNOWN = new WeakMap<Selection, IdIndex>();

/** A reply is imported when the whole thread above it is. */
function inThreadOfOthers(post: PublishedPost, selection: Selection): string | null {
  const known = KNOWN.get(selection) ?? new IdIndex();
  KNOWN.set(selection, known);
  const walked = new Set<string>();
  let verdict = 1;
  let at: PublishedPost | null = post;
  while (at !== null && !walked.has(at.key)) {
    const found = known.get(at.key);
    if (found !== 0 || own(at, selection) !== null) {
      verdict = found === 0 ? 2 : found;
      break;
    }
    walked.add(at.key);
    at = at.inReplyTo?.kind === "own" ? selection.post(at.inReplyTo.key) : null;
  }
  for (const key of walked) known.set(key, verdict);
  return verdict === 1 ? null : "replies below a post that is left out";
}

const own = firstReason(ofAnotherAccount, withoutDate, notTaken);
const accepts = firstReason(own, inThreadOfOthers);

/**
 * The folder that slurp reads posts from to put them on a GoToSocial server, and nothing it would skip: public and
 * unlisted posts, and threads of one's own, that mention nobody. Polls are written as text.
 * Source: `VyrCossont/slurp`, `internal/archive`.
 *
 * @example
 * ```ts
 * import { gotosocialTarget } from "@archive/transform/fediverse";
 * for await (const { path, content } of gotosocialTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const gotosocialTarget: Target<FediverseOptions> = {
  name: "gotosocial",
  purpose: "migrate",
  oneAccount: true,
  optionsSchema: FEDIVERSE_OPTIONS_SCHEMA,
  support: {
    ...MASTODON_SUPPORT,
    formatting: { degraded: "what slurp writes as Markdown" },
    media: { degraded: "what the archive holds, without cover pictures and subtitles" },
    altText: { degraded: "of media that the archive holds" },
    polls: { degraded: "their options as a list in the text" },
    customEmoji: { degraded: "their names; slurp wants them on the server first" },
    mentions: "dropped",
    hashtags: { degraded: "in the text" },
    threads: { degraded: "those of one’s own, where all above a post is taken" },
    replies: "dropped",
    quotes: "dropped",
    boosts: "dropped",
    edits: "dropped",
    visibility: { degraded: "followers-only and direct posts are left out" },
    likes: "dropped",
    bookmarks: "dropped",
  },
  accepts,
  render: (selection, _, run = {}) =>
    mastodonFiles(
      selection,
      { accepts, attachments: "files", collections: false, pollsAsText: true, withoutCounts: true },
      run,
    ),
};
