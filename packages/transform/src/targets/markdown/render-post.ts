import type { MarkdownDialect } from "../../content/markdown-dialect.js";
import { linkDestination } from "../../content/markdown-text.js";
import { plainText } from "../../content/plain-text.js";
import type { SafeTree } from "../../content/safe-tree.js";
import { toMarkdown } from "../../content/to-markdown.js";
import type { Attachment, Poll, Post, PostRef } from "../../post/post.js";
import type { Place } from "./article.js";
import type { Output } from "./flavors/flavor.js";
import { hrefFrom } from "./places.js";

/** What is around a post's text. */
export interface Around {
  readonly output: Output;
  /** The file it is written into. */
  readonly place: Place;
  /** Levels of headings that stand above it in the file. */
  readonly level: number;
}

/** Everything of a post that a reader sees, as Markdown by itself. */
export function postBody(post: Post, around: Around): string {
  const { flavor } = around.output;
  const words = wordsOf(flavor.dialect);
  const said = [
    post.boostOf === null ? "" : boostLine(post.boostOf, around),
    post.content === null ? "" : contentText(post, post.content, around),
    post.poll === null ? "" : pollText(post.poll, words),
    ...post.attachments.map((each) => attachmentText(each, around)),
    post.quote === null ? "" : quoteLine(post.quote, around),
  ].filter((part) => part !== "");
  const body = said.join("\n\n");
  return post.contentWarning === null ? body : flavor.fold(words.line(post.contentWarning), body);
}

/** The text of a post, and nothing that stands beside it. */
export function contentText(post: Post, content: SafeTree, { output, level }: Around): string {
  // The "RE: …" stands in for the quote, which has a line of its own here.
  const tree =
    post.quote === null
      ? content
      : content.filter((node) => node.type !== "element" || node.mark !== "quote-inline");
  return toMarkdown(tree, { headingOffset: level, dialect: output.flavor.dialect });
}

/** How a dialect writes a plain field. */
interface Words {
  /** On one line, within a line. */
  line(text: string): string;
  /** The same at the beginning of a line. */
  start(text: string): string;
}

/** The plain fields of posts in a dialect. */
export function wordsOf(dialect: MarkdownDialect): Words {
  const line = (text: string): string => dialect.text(plainText(text).replace(/\s+/g, " ").trim());
  return { line, start: (text) => dialect.lineStart(line(text)) };
}

function boostLine(ref: PostRef, around: Around): string {
  const link = linkTo(ref, around);
  return link === null ? "Boosted a post that is not published here." : `Boosted ${link}.`;
}

function quoteLine(ref: PostRef, around: Around): string {
  const link = linkTo(ref, around);
  return link === null ? "> Quotes a post that is not published here." : `> Quotes ${link}.`;
}

function linkTo(ref: PostRef, { output, place }: Around): string | null {
  const goal = output.places.goal(ref);
  if (goal.kind === "withheld") return null;
  if (goal.kind === "address") {
    return `[${wordsOf(output.flavor.dialect).line(goal.url)}](${linkDestination(goal.url)})`;
  }
  const anchor = goal.anchor === null ? "" : `#${goal.anchor}`;
  const href = `${hrefFrom(place, goal.place, output.root)}${anchor}`;
  return `[${goal.day === null ? "an own post" : `the post of ${goal.day}`}](${linkDestination(href)})`;
}

function pollText(poll: Poll, words: Words): string {
  const facts = [
    poll.multiple ? "several answers" : "one answer",
    poll.voters === null ? "" : counted(poll.voters, "person", "people"),
    poll.endTime === null ? "" : `${poll.closed ? "ended" : "ends"} ${poll.endTime}`,
  ].filter((fact) => fact !== "");
  const options = poll.options.map(({ name, votes }) => {
    const text = words.start(name) || "…";
    return votes === null ? `- ${text}` : `- ${text} — ${counted(votes, "vote", "votes")}`;
  });
  return [`**Poll** (${words.line(facts.join(", "))})`, "", ...options].join("\n");
}

const KINDS = { image: "Picture", video: "Video", audio: "Sound", unknown: "File" } as const;

function attachmentText(each: Attachment, { output, place }: Around): string {
  const { selection, places, media, flavor } = output;
  const alt = each.alt === null ? "" : wordsOf(flavor.dialect).line(each.alt);
  const state = each.media === null || !media ? null : selection.mediaState(each.media);
  if (state?.state === "present") {
    const address = linkDestination(hrefFrom(place, places.media(state.name), output.root));
    if (each.kind === "image") return `![${alt}](${address})`;
    return `[${alt === "" ? KINDS[each.kind] : `${KINDS[each.kind]}: ${alt}`}](${address})`;
  }
  const where = media ? "is not in the archive" : "was not copied";
  const what = `${KINDS[each.kind]} that ${where}`;
  return alt === "" ? `*${what}.*` : `*${what}:* ${alt}`;
}

/** A number with what it counts. */
function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
