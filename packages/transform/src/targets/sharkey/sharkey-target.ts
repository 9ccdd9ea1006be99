import type { PublishedPost } from "../../post/post.js";
import { firstReason, ofAnotherAccount, withoutDate } from "../fediverse/accepted.js";
import { mastodonFiles } from "../fediverse/mastodon-files.js";
import { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "../fediverse/options.js";
import { MASTODON_SUPPORT } from "../fediverse/support.js";
import type { Target } from "../target.js";

function notTaken({ kind, audience: { visibility } }: PublishedPost): string | null {
  if (kind === "boost") return "boosts, which Sharkey does not import";
  return visibility === "direct" || visibility === "unknown"
    ? "direct posts, which Sharkey does not import"
    : null;
}

const accepts = firstReason(ofAnotherAccount, withoutDate, notTaken);

/**
 * What Sharkey imports as notes: a zip of Mastodon's shape with everything at its root. Upload it under a name that
 * begins neither with `twitter` nor with `facebook-`: by those it tells other exports.
 *
 * Polls are written as text, for nothing but a `Note` is imported; a content warning makes a post sensitive, for it is
 * lost otherwise; attachments are those whose file is there, and no two files share a name.
 * Source: Sharkey's `ImportNotesProcessorService`.
 *
 * @example
 * ```ts
 * import { sharkeyTarget } from "@archive/transform/fediverse";
 * for await (const { path, content } of sharkeyTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const sharkeyTarget: Target<FediverseOptions> = {
  name: "sharkey",
  purpose: "migrate",
  oneAccount: true,
  optionsSchema: FEDIVERSE_OPTIONS_SCHEMA,
  support: {
    ...MASTODON_SUPPORT,
    formatting: { degraded: "as Misskey’s markup: lists as lines" },
    media: { degraded: "what the archive holds, without cover pictures and subtitles" },
    altText: { degraded: "of media that the archive holds" },
    focalPoints: "dropped",
    polls: { degraded: "their options as a list in the text" },
    customEmoji: { degraded: "their names" },
    mentions: { degraded: "as text: nobody is notified" },
    hashtags: { degraded: "in the text" },
    replies: { degraded: "where Sharkey can still fetch the answered post" },
    quotes: "dropped",
    boosts: "dropped",
    edits: "dropped",
    languages: "dropped",
    visibility: { degraded: "direct posts are left out" },
    likes: "dropped",
    bookmarks: "dropped",
  },
  accepts,
  render: (selection, _, run = {}) =>
    mastodonFiles(
      selection,
      {
        accepts,
        attachments: "files",
        collections: false,
        pollsAsText: true,
        withoutCounts: true,
        warningsAreSensitive: true,
      },
      run,
    ),
};
