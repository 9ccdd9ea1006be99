import type { Target } from "../target.js";
import { HTML_OPTIONS_SCHEMA, type HtmlOptions } from "./options.js";
import { renderSite } from "./render-site.js";

/**
 * A web site of a person's posts: plain pages that open from a disk and ask no network for anything. Everything but
 * search works without scripts.
 *
 * Throws `RangeError` at the first file when `baseUrl` is no address on the web, or a token of the theme no value.
 *
 * @example
 * ```ts
 * import { htmlTarget } from "@archive/transform/html";
 * for await (const { path, content } of htmlTarget.render(selection, { title: "My posts" })) {
 *   await write(path, content);
 * }
 * ```
 */
export const htmlTarget: Target<HtmlOptions> = {
  name: "html",
  purpose: "publish",
  optionsSchema: HTML_OPTIONS_SCHEMA,
  support: {
    formatting: "kept",
    titles: "kept",
    contentWarnings: "kept",
    media: "kept",
    mediaKinds: "kept",
    altText: "kept",
    focalPoints: { degraded: "rounded to tenths, for the pages carry no inline style" },
    polls: { degraded: "without whether several options could be chosen" },
    events: "kept",
    customEmoji: { degraded: "shown by name, as :code:" },
    mentions: "kept",
    hashtags: "kept",
    threads: { degraded: "whole in every post’s page up to 60 posts, above that the 60 around it" },
    replies: { degraded: "a link to the answered post" },
    quotes: { degraded: "one’s own as an excerpt with a link, others’ as a link" },
    boosts: { degraded: "a line with a link, for an export does not hold what was boosted" },
    edits: {
      degraded:
        "the latest version with the time of the edit; earlier ones where they are known and asked for",
    },
    dates: "kept",
    languages: "kept",
    visibility: "kept",
    likes: { degraded: "links by server, when asked for" },
    bookmarks: { degraded: "links by server, when asked for" },
  },
  render: (selection, options, run = {}) => renderSite(selection, options, run),
};
