import type { JsonObject, Visibility } from "@archive/schema";
import type { SafeNode } from "../../content/safe-tree.js";
import { toMfm } from "../../content/to-mfm.js";
import type { Attachment, PostRef, PublishedPost } from "../../post/post.js";
import type { AcceptedPosts } from "../fediverse/accepted.js";
import { type SourceDocument, sourceDocument } from "../fediverse/source-document.js";

const VISIBILITY: Readonly<Record<Visibility, string>> = {
  public: "public",
  unlisted: "home",
  followers: "followers",
  direct: "specified",
  unknown: "specified",
};

/** Addresses of Misskey's notes, and what the reader of this toolkit calls one of an unknown server. */
const NOTE = /^(?:https:\/\/[^/]+\/notes\/|urn:misskey:note:)([0-9a-z]+)$/i;

/** What a note is called in the file: its own number where it comes from such a server, else its key. */
function noteId(post: Pick<PublishedPost, "id" | "key">): string {
  return NOTE.exec(post.id ?? "")?.[1] ?? post.key;
}

/** The number a reference may be written as; `null` for posts of others, which are known by their address alone. */
function referenceId(ref: PostRef | null, accepted: AcceptedPosts): string | null {
  if (ref === null || ref.kind !== "own") return null;
  const post = accepted.selection.post(ref.key);
  return post !== null && accepted.has(post) ? noteId(post) : null;
}

/** A note as Misskey exports it. */
export function noteRecord(post: PublishedPost, accepted: AcceptedPosts): JsonObject {
  const source = sourceDocument(post, accepted.selection);
  const id = noteId(post);
  const visibility = VISIBILITY[post.audience.visibility];
  const files = post.attachments.flatMap((attachment, at) => {
    const file = fileRecord(attachment, post, at);
    return file === null ? [] : [file];
  });
  const text = post.kind === "boost" ? "" : textOf(post);
  return {
    id,
    text: text === "" ? null : text,
    createdAt: post.published === null ? null : new Date(post.published).toISOString(),
    fileIds: files.map((file) => file.id),
    files,
    replyId: referenceId(post.inReplyTo, accepted),
    renoteId: referenceId(post.boostOf ?? post.quote, accepted),
    poll: pollRecord(post, id, visibility),
    cw: post.contentWarning,
    visibility,
    visibleUserIds: [],
    localOnly: isLocal(source),
    reactionAcceptance: null,
  };
}

/** The text in Misskey's markup, the title of an article as its first line. */
function textOf(post: PublishedPost): string {
  const mentions = new Map<string, string>();
  for (const tag of post.tags) {
    if (tag.kind === "mention" && tag.url !== null) mentions.set(tag.url, fullName(tag.name, tag.url));
  }
  const tree: SafeNode[] = [...(post.content ?? [])];
  if (post.title !== null) {
    const title: SafeNode = { type: "text", value: post.title };
    tree.unshift({ type: "element", name: "h1", children: [title] });
  }
  return toMfm(tree, { mention: (href) => mentions.get(href) ?? nameAt(href) });
}

/** `@user@host` of a profile's page as most servers have it: a mention links to that, and its tag to the account. */
function nameAt(href: string): string | null {
  const profile = /^https:\/\/([^/]+)\/(?:@|users\/|u\/)([\w.-]+)$/i.exec(href);
  return profile === null ? null : `@${profile[2]}@${profile[1]}`;
}

/** With the host, which Mastodon leaves out for people of one's own server. */
function fullName(name: string, url: string): string {
  return /.@/.test(name) || !URL.canParse(url) ? name : `${name}@${new URL(url).host}`;
}

function isLocal({ activity, object }: SourceDocument): boolean {
  return [activity, object].some((each) => each.localOnly === true || each._misskey_localOnly === true);
}

/** The export holds no files, only where they lie; one that the archive alone has can't be named. */
function fileRecord(attachment: Attachment, post: PublishedPost, at: number): JsonObject | null {
  const { remoteUrl, alt, mediaType, width, height, blurhash } = attachment;
  if (remoteUrl === null) return null;
  const size = { ...(width === null ? {} : { width }), ...(height === null ? {} : { height }) };
  return {
    id: `${post.key}${at}`,
    createdAt: post.published,
    name: nameOf(remoteUrl),
    type: mediaType ?? "application/octet-stream",
    isSensitive: post.sensitive,
    blurhash,
    properties: size,
    url: remoteUrl,
    thumbnailUrl: null,
    comment: alt,
  };
}

function nameOf(url: string): string {
  return (
    url
      .replace(/[?#].*$/s, "")
      .split("/")
      .at(-1) || "file"
  );
}

function pollRecord(
  { poll, key, kind }: PublishedPost,
  noteId: string,
  noteVisibility: string,
): JsonObject | null {
  if (poll === null || kind === "boost") return null;
  return {
    noteId,
    expiresAt: poll.endTime,
    multiple: poll.multiple,
    choices: poll.options.map(({ name }) => name),
    votes: poll.options.map(({ votes }) => votes ?? 0),
    noteVisibility,
    userId: key,
    userHost: null,
  };
}
