import { firstReason, ofAnotherAccount, withoutDate } from "../fediverse/accepted.js";
import { mastodonFiles } from "../fediverse/mastodon-files.js";
import { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "../fediverse/options.js";
import { MASTODON_SUPPORT } from "../fediverse/support.js";
import type { Target } from "../target.js";

const accepts = firstReason(ofAnotherAccount, withoutDate);

/**
 * The shape of Mastodon's own export, which viewers and importers know: `actor.json`, `outbox.json`, `likes.json`,
 * `bookmarks.json`, `avatar.…`, `header.…`, and media below `media_attachments/files/`. No server imports posts
 * from it; WordPress, Sharkey and slurp do, each with rules of its own.
 *
 * Select with `documents: true`, and with `collections` for likes and bookmarks.
 *
 * @example
 * ```ts
 * import { mastodonTarget } from "@archive/transform/fediverse";
 * for await (const { path, content } of mastodonTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const mastodonTarget: Target<FediverseOptions> = {
  name: "mastodon",
  purpose: "migrate",
  oneAccount: true,
  optionsSchema: FEDIVERSE_OPTIONS_SCHEMA,
  support: MASTODON_SUPPORT,
  accepts,
  render: (selection, _, run = {}) =>
    mastodonFiles(selection, { accepts, attachments: "all", collections: true }, run),
};
