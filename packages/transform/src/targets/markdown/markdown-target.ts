import type { Target } from "../target.js";
import { MARKDOWN_OPTIONS_SCHEMA, type MarkdownOptions } from "./options.js";
import { renderFiles } from "./render-files.js";

/**
 * One Markdown file per post, with its data as YAML front matter: for note programs, editors and version control.
 *
 * Files are `posts/<year>/<month>/<day>-<short key>.md`, media files `media/<name>`; each month and the whole have
 * an `index.md`. Every link between them is relative.
 *
 * @example
 * ```ts
 * import { markdownTarget } from "@archive/transform/markdown";
 * for await (const { path, content } of markdownTarget.render(selection, {})) {
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
    contentWarnings: { degraded: "a marked line above the text, which is not hidden" },
    media: "kept",
    altText: "kept",
    focalPoints: "dropped",
    polls: "kept",
    customEmoji: { degraded: "shown by name, as :code:" },
    mentions: "kept",
    hashtags: "kept",
    threads: { degraded: "each post names the one it replies to in its front matter" },
    quotes: { degraded: "a link to the post" },
    boosts: { degraded: "a line with a link, for an export does not hold what was boosted" },
    edits: { degraded: "the latest version, with the time of the edit" },
    languages: { degraded: "of the whole post and of phrases, not of single paragraphs" },
    visibility: "kept",
    likes: "dropped",
    bookmarks: "dropped",
  },
  render: (selection, options, run = {}) => renderFiles(selection, options, run),
};
