import type { RunOptions } from "@archive/schema";
import { IdIndex } from "../../ids/id-index.js";
import type { Selection } from "../../select/selection.js";
import { normalBaseUrl } from "../base-url.js";
import type { OutputFile, Target } from "../target.js";
import { isOpen } from "./files-of-posts.js";
import { drain, importerZips } from "./importer-zips.js";
import { USUAL_UPLOAD, WORDPRESS_OPTIONS_SCHEMA, type WordPressOptions } from "./options.js";
import { wxrFiles } from "./wxr-files.js";

/**
 * A person's posts for WordPress, in both ways it imports them: `posts.xml` (WXR) for its own importer, and
 * `activitypub.zip` for the Mastodon importer of the ActivityPub plugin. Either is enough.
 *
 * Visibility never widens: in the WXR only public posts are published, all others become private posts; the zips
 * have public posts only, for that importer publishes unlisted ones too.
 *
 * WordPress runs shortcodes and embeds what stands in a text; all of it is neutralised.
 *
 * @example
 * ```ts
 * import { wordPressTarget } from "@archive/transform/wordpress";
 * for await (const { path, content } of wordPressTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const wordPressTarget: Target<WordPressOptions> = {
  name: "wordpress",
  purpose: "migrate",
  optionsSchema: WORDPRESS_OPTIONS_SCHEMA,
  support: {
    formatting: "kept",
    titles: "kept",
    contentWarnings: { degraded: "a fold, and the excerpt" },
    media: { degraded: "in the zips; in the WXR with --base-url, from where WordPress fetches them" },
    mediaKinds: "kept",
    altText: "kept",
    focalPoints: "dropped",
    polls: { degraded: "a list with the votes" },
    events: "dropped",
    customEmoji: { degraded: "shown by name, as :code:" },
    mentions: { degraded: "links" },
    hashtags: "kept",
    threads: { degraded: "each post alone in the WXR; comments under the first post from the zips" },
    replies: { degraded: "a link to the answered post" },
    quotes: { degraded: "a link to the post" },
    boosts: "dropped",
    edits: "dropped",
    dates: "kept",
    languages: "dropped",
    visibility: { degraded: "public posts are published; all others are private posts in the WXR alone" },
    likes: "dropped",
    bookmarks: "dropped",
  },
  accepts: ({ kind }) => (kind === "boost" ? "boosts, which have no text of their own" : null),
  render: (selection, options, run = {}) => render(selection, options, run),
};

async function* render(
  selection: Selection,
  options: WordPressOptions,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const base = normalBaseUrl(options.baseUrl);
  const media = options.media !== false;
  const maxUpload = options.maxUpload ?? USUAL_UPLOAD;
  const mediaUrl = (name: string): string | null =>
    base === null || !media ? null : new URL(`media/${name}`, base).href;

  if (media) yield* mediaFiles(selection, base !== null, run);
  yield* wxrFiles({ selection, mediaUrl, maxUpload }, run);
  yield* importerZips({ selection, media, maxUpload }, run);
  yield { path: "READ-ME.txt", content: readMe(base !== null && media) };
}

/** The files of posts that everybody may see, to be put on the web; the others are only looked at, for their sizes. */
async function* mediaFiles(
  selection: Selection,
  onTheWeb: boolean,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const open = new IdIndex();
  for await (const post of selection.posts("oldest", { attachments: true })) {
    if (!isOpen(post)) continue;
    for (const { media } of post.attachments) if (media !== null) open.set(media, 1);
  }
  for await (const { key, name, bytes } of selection.media(run)) {
    if (onTheWeb && open.has(key)) yield { path: `media/${name}`, content: bytes };
    else await drain(bytes);
  }
}

function readMe(media: boolean): string {
  return [
    "Two ways into WordPress. Choose one: after both, every public post is there twice.",
    "",
    "posts.xml (posts-2.xml ...): Tools > Import > WordPress.",
    "  Public posts are published. All others become private posts, which only you and your editors see.",
    media
      ? "  Put the folder media on the web first, at the address you gave, and tick “Download and import file attachments”."
      : "  It has no pictures: WordPress fetches them from the web, so it has to be told where they lie (--base-url).",
    "",
    "activitypub.zip (activitypub-2.zip ...): with the ActivityPub plugin, Tools > Import > Mastodon, one after the other.",
    "  Public posts and their media only. A zip of one post with a long film can be larger than your limit.",
    "",
  ].join("\n");
}
