import { escapeLineStart as lineStart, linkDestination, markdownLine } from "../../content/markdown-text.js";
import type { SafeTree } from "../../content/safe-tree.js";
import { toMarkdown } from "../../content/to-markdown.js";
import type { Attachment, Poll, Post, PostRef } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { postFrontMatter, refAddress } from "./front-matter.js";
import { mediaPath, relativePath } from "./paths.js";

/** What is around a post's file. */
export interface Around {
  readonly selection: Selection;
  /** Path of the file itself. */
  readonly path: string;
  /** Whether media files are copied. */
  readonly media: boolean;
}

/** The whole file of a post: front matter, and what a reader sees. */
export function renderPost(post: Post, around: Around): string {
  const parts = [
    post.title === null ? "" : `# ${markdownLine(post.title)}`,
    post.contentWarning === null ? "" : `**Content warning:** ${markdownLine(post.contentWarning)}`,
    post.boostOf === null ? "" : boostLine(post.boostOf, around),
    post.content === null ? "" : contentText(post.content, post),
    post.poll === null ? "" : pollText(post.poll),
    ...post.attachments.map((each) => attachmentText(each, around)),
    post.quote === null ? "" : quoteLine(post.quote, around),
  ].filter((part) => part !== "");
  const body = parts.length === 0 ? "" : `\n${parts.join("\n\n")}\n`;
  return postFrontMatter(post, around.path, around.selection) + body;
}

function contentText(content: SafeTree, post: Post): string {
  // The "RE: …" stands in for the quote, which has a line of its own here.
  const tree =
    post.quote === null
      ? content
      : content.filter((node) => node.type !== "element" || node.mark !== "quote-inline");
  return toMarkdown(tree, { headingOffset: post.title === null ? 0 : 1 });
}

function boostLine(ref: PostRef, around: Around): string {
  const address = refAddress(ref, around.path, around.selection);
  if (address === null) return "Boosted a post that is not published here.";
  return `Boosted ${linkTo(ref, address, around)}.`;
}

function quoteLine(ref: PostRef, around: Around): string {
  const address = refAddress(ref, around.path, around.selection);
  return address === null
    ? "> Quotes a post that is not published here."
    : `> Quotes ${linkTo(ref, address, around)}.`;
}

function linkTo(ref: PostRef, address: string, { selection }: Around): string {
  const day = ref.kind === "own" ? (selection.address(ref.key)?.day ?? null) : null;
  const own = day === null ? "an own post" : `the post of ${day}`;
  return `[${ref.kind === "own" ? own : markdownLine(address)}](${linkDestination(address)})`;
}

function pollText(poll: Poll): string {
  const facts = [
    poll.multiple ? "several answers" : "one answer",
    poll.voters === null ? "" : counted(poll.voters, "person", "people"),
    poll.endTime === null ? "" : `${poll.closed ? "ended" : "ends"} ${poll.endTime}`,
  ].filter((fact) => fact !== "");
  const options = poll.options.map(({ name, votes }) => {
    const text = markdownLine(name) || "…";
    return votes === null
      ? `- ${lineStart(text)}`
      : `- ${lineStart(text)} — ${counted(votes, "vote", "votes")}`;
  });
  return [`**Poll** (${markdownLine(facts.join(", "))})`, "", ...options].join("\n");
}

const KINDS = { image: "Picture", video: "Video", audio: "Sound", unknown: "File" } as const;

function attachmentText(each: Attachment, { selection, path, media }: Around): string {
  const alt = each.alt === null ? "" : markdownLine(each.alt);
  const state = each.media === null ? null : selection.mediaState(each.media);
  if (state?.state === "present") {
    const address = linkDestination(relativePath(path, mediaPath(state.name)));
    if (each.kind === "image") return `![${alt}](${address})`;
    return `[${alt === "" ? KINDS[each.kind] : `${KINDS[each.kind]}: ${alt}`}](${address})`;
  }
  const where = media ? "is not in the archive" : "was not copied";
  const what = `${KINDS[each.kind]} that ${where}`;
  return alt === "" ? `*${what}.*` : `*${what}:* ${alt}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
