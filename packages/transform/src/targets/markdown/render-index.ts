import { linkAddress } from "../../content/address.js";
import { escapeLineStart, linkDestination, markdownLine } from "../../content/markdown-text.js";
import { toMarkdown } from "../../content/to-markdown.js";
import { clip, excerpt } from "../../content/to-text.js";
import type { Post } from "../../post/post.js";
import type { MonthCount, Selection } from "../../select/selection.js";
import { frontMatter } from "./front-matter.js";
import { mediaPath, monthPath, relativePath } from "./paths.js";

const LONGEST_LABEL = 80;

/** One line of a month's list. */
export function listLine(post: Post, path: string, month: string | null, selection: Selection): string {
  const day = selection.address(post.key)?.day ?? null;
  const label = markdownLine(labelOf(post));
  const link = `[${label}](${linkDestination(relativePath(monthPath(month), path))})`;
  return day === null ? `- ${link}` : `- ${day}: ${link}`;
}

/** A post in a few words. What stands behind a content warning is not shown in a list. */
function labelOf(post: Post): string {
  if (post.contentWarning !== null) return clip(`Content warning: ${post.contentWarning}`, LONGEST_LABEL);
  if (post.title !== null) return clip(post.title, LONGEST_LABEL);
  const text = post.content === null ? "" : excerpt(post.content, LONGEST_LABEL);
  if (text !== "") return text;
  return post.kind === "boost" ? "Boost" : "Post without text";
}

/** The list of a month's posts, from its lines. */
export function renderMonth(month: string | null, lines: readonly string[]): string {
  const title = month ?? "Without a date";
  const up = linkDestination(relativePath(monthPath(month), "index.md"));
  return `${frontMatter({ title })}\n# ${title}\n\n[All months](${up})\n\n${lines.join("\n")}\n`;
}

/** The first page: who wrote this, and which months there are. */
export function renderIndex(selection: Selection, media: boolean): string {
  const { account, counts } = selection;
  const title = account?.name ?? "Posts";
  const url = account?.url ?? null;
  const parts = [
    `# ${markdownLine(title) || "Posts"}`,
    ...(account === null ? [] : profile(selection, media)),
    spanOf(counts.total, counts.first, counts.last),
    ...(selection.months().length === 0 ? [] : ["## Months", selection.months().map(monthLine).join("\n")]),
  ].filter((part) => part !== "");
  const data = {
    title,
    handle: account?.handle ?? undefined,
    url: url === null ? undefined : (linkAddress(url) ?? undefined),
  };
  return `${frontMatter(data)}\n${parts.join("\n\n")}\n`;
}

function profile(selection: Selection, media: boolean): readonly string[] {
  const { account } = selection;
  if (account === null) return [];
  const avatar = account.avatar === null || !media ? null : selection.mediaState(account.avatar);
  const url = account.url === null ? null : linkAddress(account.url);
  const handle = account.handle === null ? "" : markdownLine(account.handle);
  const fields = account.fields.map(({ name, value }) => {
    const text = toMarkdown(value).replace(/\\?\n+/g, " ");
    return `- **${escapeLineStart(markdownLine(name)) || "…"}:** ${text}`;
  });
  return [
    avatar?.state === "present" ? `![](${linkDestination(mediaPath(avatar.name))})` : "",
    url === null ? escapeLineStart(handle) : `[${handle || markdownLine(url)}](${linkDestination(url)})`,
    account.bio === null ? "" : toMarkdown(account.bio, { headingOffset: 1 }),
    fields.join("\n"),
  ];
}

function spanOf(total: number, first: string | null, last: string | null): string {
  const count = total === 1 ? "1 post" : `${total} posts`;
  return first === null || last === null
    ? `${count}.`
    : `${count}, ${first.slice(0, 10)} to ${last.slice(0, 10)}.`;
}

function monthLine({ month, posts, boosts }: MonthCount): string {
  const counts = [
    posts === 0 ? "" : posts === 1 ? "1 post" : `${posts} posts`,
    boosts === 0 ? "" : boosts === 1 ? "1 boost" : `${boosts} boosts`,
  ].filter((count) => count !== "");
  return `- [${month ?? "Without a date"}](${linkDestination(monthPath(month))}): ${counts.join(", ")}`;
}
