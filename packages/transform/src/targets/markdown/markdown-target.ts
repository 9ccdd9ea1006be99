import type { Target } from "../target.js";
import { MARKDOWN_OPTIONS_SCHEMA, type MarkdownOptions } from "./options.js";
import { renderFiles } from "./render-files.js";

/**
 * Posts as Markdown with front matter: as they are for editors and version control, or as a whole project for Hugo,
 * Jekyll, Eleventy, Astro, Zola or Obsidian that the program builds or opens untouched.
 *
 * What people wrote is text to every one of them: shortcodes, templates and queries in it show and never run.
 * Throws `RangeError` for options that exclude each other and for a template that can't be read.
 *
 * @example
 * ```ts
 * import { markdownTarget } from "@archive/transform/markdown";
 * for await (const { path, content } of markdownTarget.render(selection, { flavor: "hugo" })) {
 *   await write(path, content);
 * }
 * ```
 */
export const markdownTarget: Target<MarkdownOptions> = {
  name: "markdown",
  purpose: "publish",
  optionsSchema: MARKDOWN_OPTIONS_SCHEMA,
  support: {
    formatting: "kept",
    titles: "kept",
    contentWarnings: { degraded: "plain: a marked line above the text; all others fold the text away" },
    media: "kept",
    mediaKinds: "kept",
    altText: "kept",
    focalPoints: "dropped",
    polls: "kept",
    events: "kept",
    customEmoji: { degraded: "shown by name, as :code:" },
    mentions: "kept",
    hashtags: "kept",
    threads: {
      degraded:
        "plain: each post names the one it replies to; all others, and --split thread, one file a thread",
    },
    replies: { degraded: "the answered post’s address, in the front matter" },
    quotes: { degraded: "a link to the post" },
    boosts: { degraded: "a line with a link, for an export does not hold what was boosted" },
    edits: { degraded: "the latest version, with the time of the edit" },
    dates: "kept",
    languages: { degraded: "of the whole post and of phrases, not of single paragraphs" },
    visibility: "kept",
    likes: "dropped",
    bookmarks: "dropped",
  },
  render: (selection, options, run = {}) => renderFiles(selection, options, run),
};
