import { linkAddress } from "../../content/address.js";
import type { Attachment, MediaKey, Poll, Post, PostRef } from "../../post/post.js";
import { authorOf } from "../author.js";
import type { Article, Entry, Place } from "./article.js";
import { excerptOf } from "./excerpt.js";
import type { Output } from "./flavors/flavor.js";
import type { FrontMatterValue } from "./front-matter.js";
import { hrefFrom } from "./places.js";
import { zonedDate } from "./zoned-date.js";

/** The facts of an article that every program with pages asks for, under names of our own. */
export interface ArticleFacts {
  readonly title: string;
  readonly date: string | undefined;
  readonly updated: string | undefined;
  /** What stands in lists and feeds; never what is behind a content warning. */
  readonly summary: string;
  readonly language: string | undefined;
  /** Who wrote it, where the posts are those of several people; `undefined` for days and months. */
  readonly author: string | undefined;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** Its posts with all they have beside their text; `undefined` for days and months, which are streamed. */
  readonly posts: readonly FrontMatterValue[] | undefined;
}

/** Gathers the facts of an article. Call it once for each: aliases are given away. */
export function articleFacts(article: Article, output: Output): ArticleFacts {
  const posts = article.digest ? [] : article.entries.map(({ post }) => post);
  const [head] = article.entries;
  const { timeZone } = output.selection;
  return {
    title: article.title,
    date: article.date === null ? undefined : (zonedDate(article.date, timeZone) ?? undefined),
    updated: article.updated === null ? undefined : (zonedDate(article.updated, timeZone) ?? undefined),
    summary: article.digest || head === undefined ? article.title : excerptOf(head.post),
    language: head?.post.language ?? undefined,
    author: article.digest || head === undefined ? undefined : authorOf(head.post, output.selection),
    tags: output.tags.of(posts),
    aliases: output.aliases.of(posts),
    posts: article.digest
      ? undefined
      : article.entries.map((entry, at) => layoutData(entry, at === 0, output)),
  };
}

/** A post for the layouts of a project: everything but its text. Own pages and files have no slash in front. */
function layoutData({ post, depth, branches }: Entry, first: boolean, output: Output): FrontMatterValue {
  const { selection, places } = output;
  const { timeZone } = selection;
  const short = selection.address(post.key)?.short ?? post.key;
  return {
    name: `p-${short}`,
    author: authorOf(post, selection),
    source_id: post.id ?? undefined,
    source_url: post.url === null ? undefined : (linkAddress(post.url) ?? undefined),
    date: post.published === null ? undefined : (zonedDate(post.published, timeZone) ?? undefined),
    updated: post.updated === null ? undefined : (zonedDate(post.updated, timeZone) ?? undefined),
    kind: post.kind,
    visibility: post.audience.visibility,
    language: post.language ?? undefined,
    direction: post.direction === "ltr" ? undefined : post.direction,
    title: first ? undefined : (post.title ?? undefined),
    content_warning: post.contentWarning ?? undefined,
    sensitive: post.sensitive ? true : undefined,
    depth: depth === 0 ? undefined : depth,
    branch: branches ? true : undefined,
    follows: first || branches || post.inReplyTo?.kind !== "own" ? undefined : true,
    mentions: namesOf(post, "mention"),
    event: eventData(post),
    gone_since: post.goneSince ?? undefined,
    in_reply_to: reference(post.inReplyTo, output),
    quote: reference(post.quote, output),
    boost_of: reference(post.boostOf, output),
    poll: post.poll === null ? undefined : { ...pollData(post.poll), options: withShares(post.poll) },
    attachments:
      post.attachments.length === 0
        ? undefined
        : post.attachments.map((each) => ({
            ...attachmentData(each, (name) => places.media(name).url ?? "", output),
            ...sizeOf(each, output),
          })),
  };
}

function reference(ref: PostRef | null, { places }: Output): FrontMatterValue {
  if (ref === null) return undefined;
  const goal = places.goal(ref);
  if (goal.kind === "withheld") return { withheld: true };
  if (goal.kind === "address") return { url: goal.url };
  const anchor = goal.anchor === null ? "" : `#${goal.anchor}`;
  return { page: `${goal.place.url ?? ""}${anchor}`, day: goal.day ?? undefined };
}

/** Mentions, or hashtags without `#`, each once. */
function namesOf(post: Post, kind: "mention" | "hashtag"): readonly string[] | undefined {
  const found = post.tags.filter((tag) => tag.kind === kind).map((tag) => tag.name.replace(/^#/, ""));
  return found.length === 0 ? undefined : [...new Set(found)];
}

/** A poll as data. */
function pollData(poll: Poll): Readonly<Record<string, FrontMatterValue>> {
  return {
    multiple: poll.multiple,
    closed: poll.closed,
    ends: poll.endTime ?? undefined,
    voters: poll.voters ?? undefined,
    options: poll.options.map(({ name, votes }) => ({ name, votes: votes ?? undefined })),
  };
}

/** The options with what a layout would have to reckon. */
function withShares(poll: Poll): FrontMatterValue {
  const most = Math.max(0, ...poll.options.map(({ votes }) => votes ?? 0));
  const sum = poll.options.reduce((all, { votes }) => all + Math.max(0, votes ?? 0), 0);
  const people = poll.voters === null || poll.voters <= 0 ? sum : poll.voters;
  return poll.options.map(({ name, votes }) => ({
    name,
    votes: votes ?? undefined,
    share: votes === null || people === 0 ? undefined : share(votes, people),
    most: votes !== null && votes > 0 && votes === most ? true : undefined,
  }));
}

function share(votes: number, people: number): number | undefined {
  const percent = Math.round((votes / people) * 100);
  return Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : undefined;
}

/** An attachment as data; `at` says how its file is pointed at. */
function attachmentData(
  each: Attachment,
  at: (name: string) => string,
  { selection, media }: Output,
): Readonly<Record<string, FrontMatterValue>> {
  const state = each.media === null || !media ? null : selection.mediaState(each.media);
  const present = state?.state === "present" ? state : null;
  const fileOf = (key: MediaKey | null): string | null => {
    const own = key === null || !media ? null : selection.mediaState(key);
    return own?.state === "present" ? at(own.name) : null;
  };
  const captions = each.captions.flatMap((caption) => {
    const file = fileOf(caption.media);
    return file === null ? [] : [{ language: caption.language ?? undefined, file }];
  });
  return {
    file: present === null ? undefined : at(present.name),
    kind: each.kind,
    type: present?.mediaType ?? each.mediaType ?? undefined,
    alt: each.alt ?? undefined,
    duration: each.duration ?? undefined,
    poster: fileOf(each.poster) ?? undefined,
    captions: captions.length === 0 ? undefined : captions,
  };
}

function eventData({ event }: Post): FrontMatterValue {
  if (event === null) return undefined;
  return { start: event.start ?? undefined, end: event.end ?? undefined, place: event.place ?? undefined };
}

function sizeOf(each: Attachment, { selection }: Output): Readonly<Record<string, FrontMatterValue>> {
  const state = each.media === null ? null : selection.mediaState(each.media);
  const present = state?.state === "present" ? state : null;
  return { width: pixels(present?.width ?? each.width), height: pixels(present?.height ?? each.height) };
}

function pixels(size: number | null): number | undefined {
  return size !== null && Number.isSafeInteger(size) && size > 0 ? size : undefined;
}

/** A post's data for files that are read as they are: references are paths, or addresses. */
export function fileData(
  post: Post,
  from: Place,
  output: Output,
): Readonly<Record<string, FrontMatterValue>> {
  const { places, selection } = output;
  const { timeZone } = selection;
  const at = (ref: PostRef | null): string | undefined => {
    const goal = ref === null ? null : places.goal(ref);
    if (goal?.kind === "address") return goal.url;
    return goal?.kind === "article" ? hrefFrom(from, goal.place, output.root) : undefined;
  };
  return {
    title: post.title ?? undefined,
    author: authorOf(post, selection),
    id: post.id ?? undefined,
    url: post.url ?? undefined,
    date: post.published === null ? undefined : (zonedDate(post.published, timeZone) ?? post.published),
    updated: post.updated === null ? undefined : (zonedDate(post.updated, timeZone) ?? post.updated),
    language: post.language ?? undefined,
    visibility: post.audience.visibility,
    kind: post.kind,
    content_warning: post.contentWarning ?? undefined,
    sensitive: post.sensitive ? true : undefined,
    tags: namesOf(post, "hashtag"),
    mentions: namesOf(post, "mention"),
    event: eventData(post),
    gone_since: post.goneSince ?? undefined,
    in_reply_to: at(post.inReplyTo),
    quote: at(post.quote),
    boost_of: at(post.boostOf),
    poll: post.poll === null ? undefined : pollData(post.poll),
    attachments:
      post.attachments.length === 0
        ? undefined
        : post.attachments.map((each) =>
            attachmentData(each, (name) => hrefFrom(from, places.media(name), output.root), output),
          ),
  };
}
