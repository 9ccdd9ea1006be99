import { Document } from "yaml";
import { linkAddress } from "../../content/address.js";
import { plainText } from "../../content/plain-text.js";
import type { Attachment, Poll, Post, PostRef } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { mediaPath, postPath, relativePath } from "./paths.js";

/** Data as YAML between two fences. Every text is a double-quoted string, so that no reader takes it for a date, a number or `yes`. */
export function frontMatter(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(withoutGaps(data), { aliasDuplicateObjects: false });
  const yaml = document.toString({
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  });
  return `---\n${yaml}---\n`;
}

/** The front matter of a post's file. */
export function postFrontMatter(post: Post, path: string, selection: Selection): string {
  const names = (kind: "mention" | "hashtag"): readonly string[] | undefined => {
    const found = post.tags.filter((tag) => tag.kind === kind).map((tag) => tag.name.replace(/^#/, ""));
    return found.length === 0 ? undefined : [...new Set(found)];
  };
  const at = (ref: PostRef | null): string | undefined => refAddress(ref, path, selection) ?? undefined;
  return frontMatter({
    title: post.title ?? undefined,
    id: post.id ?? undefined,
    url: post.url ?? undefined,
    date: post.published ?? undefined,
    updated: post.updated ?? undefined,
    language: post.language ?? undefined,
    visibility: post.audience.visibility,
    kind: post.kind,
    content_warning: post.contentWarning ?? undefined,
    sensitive: post.sensitive ? true : undefined,
    tags: names("hashtag"),
    mentions: names("mention"),
    in_reply_to: at(post.inReplyTo),
    quote: at(post.quote),
    boost_of: at(post.boostOf),
    poll: post.poll === null ? undefined : pollData(post.poll),
    attachments:
      post.attachments.length === 0
        ? undefined
        : post.attachments.map((each) => attachmentData(each, path, selection)),
  });
}

/** Where a reference leads from a file: another file, an address, or nowhere (a withheld post has no address). */
export function refAddress(ref: PostRef | null, from: string, selection: Selection): string | null {
  if (ref?.kind === "remote") return linkAddress(ref.url);
  if (ref?.kind !== "own") return null;
  const path = postPath(selection, ref.key);
  return path === null ? null : relativePath(from, path);
}

function pollData(poll: Poll): Readonly<Record<string, unknown>> {
  return {
    multiple: poll.multiple,
    closed: poll.closed,
    ends: poll.endTime ?? undefined,
    voters: poll.voters ?? undefined,
    options: poll.options.map(({ name, votes }) => ({ name, votes: votes ?? undefined })),
  };
}

function attachmentData(
  each: Attachment,
  path: string,
  selection: Selection,
): Readonly<Record<string, unknown>> {
  const state = each.media === null ? null : selection.mediaState(each.media);
  const present = state?.state === "present" ? state : null;
  return {
    file: present === null ? undefined : relativePath(path, mediaPath(present.name)),
    kind: each.kind,
    type: present?.mediaType ?? each.mediaType ?? undefined,
    alt: each.alt ?? undefined,
  };
}

/** Without what is `undefined`, and every text without controls: YAML has no way to write some of them. */
function withoutGaps(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, withoutGaps(each)]])),
  );
}
