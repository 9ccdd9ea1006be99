import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { normalBaseUrl } from "../base-url.js";
import { postsWithProgress } from "../posts-with-progress.js";
import type { OutputFile, Target } from "../target.js";
import type { FeedFormat } from "./feed.js";
import { completeFeed, feedFiles, feedPath } from "./feed-files.js";
import { feedHead } from "./feed-head.js";
import type { FeedSurroundings } from "./feed-item.js";
import { FEED_OPTIONS_SCHEMA, type FeedOptions } from "./options.js";

/**
 * A feed of a person's posts as Atom (RFC 4287), with Media RSS for alt texts.
 *
 * @example
 * ```ts
 * import { atomTarget } from "@archive/transform/feeds";
 * for await (const { path, content } of atomTarget.render(selection, { single: true })) {
 *   await write(path, content);
 * }
 * ```
 */
export const atomTarget: Target<FeedOptions> = feedTarget("atom");

/**
 * A feed of a person's posts as RSS 2.0, with `content:encoded` and Media RSS.
 *
 * @example
 * ```ts
 * import { rssTarget } from "@archive/transform/feeds";
 * for await (const { path, content } of rssTarget.render(selection, { single: true })) {
 *   await write(path, content);
 * }
 * ```
 */
export const rssTarget: Target<FeedOptions> = feedTarget("rss");

/**
 * A feed of a person's posts as JSON Feed 1.1.
 *
 * @example
 * ```ts
 * import { jsonFeedTarget } from "@archive/transform/feeds";
 * for await (const { path, content } of jsonFeedTarget.render(selection, { single: true })) {
 *   await write(path, content);
 * }
 * ```
 */
export const jsonFeedTarget: Target<FeedOptions> = feedTarget("jsonfeed");

function feedTarget(format: FeedFormat): Target<FeedOptions> {
  return {
    name: format,
    purpose: "publish",
    optionsSchema: FEED_OPTIONS_SCHEMA,
    support: {
      formatting: "kept",
      titles: "kept",
      contentWarnings: { degraded: "a fold, which some readers show open" },
      media: { degraded: "with --base-url; without it only their alt texts" },
      mediaKinds: "kept",
      altText: "kept",
      focalPoints: "dropped",
      polls: { degraded: "a list with the votes" },
      events: "dropped",
      customEmoji: { degraded: "shown by name, as :code:" },
      mentions: { degraded: "links in the text" },
      hashtags: "kept",
      threads: format === "atom" ? "kept" : "dropped",
      replies: format === "atom" ? "kept" : "dropped",
      quotes: { degraded: "a link to the post" },
      boosts: { degraded: "a line with a link, for an export does not hold what was boosted" },
      edits: format === "rss" ? "dropped" : { degraded: "the latest version, with the time of the edit" },
      dates: "kept",
      languages: format === "rss" ? "dropped" : { degraded: "of the whole post, not of phrases in titles" },
      visibility: "dropped",
      likes: "dropped",
      bookmarks: "dropped",
    },
    render: (selection, options, run = {}) => render(format, selection, options, run),
  };
}

async function* render(
  format: FeedFormat,
  selection: Selection,
  options: FeedOptions,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const base = normalBaseUrl(options.baseUrl);
  const head = feedHead(selection, options.title, null);
  const alone = options.single === true || base === null;
  const media = options.media !== false && !alone;
  if (media) {
    for await (const { name, bytes } of selection.media(run)) yield { path: mediaPath(name), content: bytes };
  }
  const fileUrl = (path: string): string | null => (base === null ? null : new URL(path, base).href);
  const around: FeedSurroundings = {
    selection,
    pageUrl: ({ url }) => url,
    mediaUrl: (name) => (media ? fileUrl(mediaPath(name)) : null),
  };
  if (alone) {
    const posts = postsWithProgress(selection.posts("newest"), feedPath(format, format), run);
    yield { path: feedPath(format, format), content: completeFeed({ format, head, fileUrl, around }, posts) };
  } else {
    const posts = postsWithProgress(oldestFirst(selection), feedPath(format, format), run);
    yield* feedFiles({ format, head, name: format, fileUrl, around }, posts);
  }
}

/** Oldest first, those without a date before all others, so that they are not taken for news. */
async function* oldestFirst(selection: Selection): AsyncGenerator<PublishedPost> {
  yield* selection.posts("oldest", { month: null });
  for (const { month } of selection.months()) {
    if (month !== null) yield* selection.posts("oldest", { month });
  }
}

function mediaPath(name: string): string {
  return `media/${name}`;
}
