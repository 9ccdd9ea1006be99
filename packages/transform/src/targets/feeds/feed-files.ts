import type { Post } from "../../post/post.js";
import type { Bytes } from "../../source.js";
import type { OutputFile } from "../target.js";
import { writeAtom } from "./atom.js";
import {
  type FeedDocument,
  type FeedFormat,
  type FeedHead,
  type FeedItem,
  type FeedPlace,
  UNDATED,
} from "./feed.js";
import { type FeedSurroundings, toFeedItem } from "./feed-item.js";
import { writeJsonFeed } from "./json-feed.js";
import { writeRss } from "./rss.js";

/** How many posts a document holds; the one that readers poll has up to twice as many. */
const PAGE = 50;

interface Writer {
  write(document: FeedDocument): string;
  readonly extension: string;
  /** What an item begins and ends with, and what stands between two. */
  readonly item: { readonly start: RegExp; readonly end: string; readonly between: string };
}

const WRITERS: Readonly<Record<FeedFormat, Writer>> = {
  atom: {
    write: writeAtom,
    extension: "xml",
    item: { start: /^ *<entry[ >]/m, end: "</entry>", between: "\n" },
  },
  rss: {
    write: writeRss,
    extension: "xml",
    item: { start: /^ *<item[ >]/m, end: "</item>", between: "\n" },
  },
  jsonfeed: {
    write: writeJsonFeed,
    extension: "json",
    item: { start: /(?<=^ {2}"items": \[\n) {4}\{/m, end: "\n    }", between: ",\n" },
  },
};

/** Everything a feed is made of. */
export interface FeedJob {
  readonly format: FeedFormat;
  readonly head: FeedHead;
  /** Path of the document that readers poll, without its extension. */
  readonly name: string;
  /** Absolute address of a file of the output; `null` when it is not known where it will stand. */
  fileUrl(path: string): string | null;
  readonly around: FeedSurroundings;
}

/** Path of a feed in an output, as pages link to it. */
export function feedPath(name: string, format: FeedFormat): string {
  return `${name}.${WRITERS[format].extension}`;
}

/**
 * A feed as a set of documents: the newest posts in the one that readers poll, older ones in archives of 50 that
 * never change again (RFC 5005 §4). Without a known address there are no links between them, so everything
 * older is left to {@link completeFeed}.
 *
 * @param posts Oldest first, undated ones before all others.
 */
export async function* feedFiles(job: FeedJob, posts: AsyncIterable<Post>): AsyncGenerator<OutputFile> {
  const { write } = WRITERS[job.format];
  const current = feedPath(job.name, job.format);
  let archives = 0;
  let waiting: Post[] = [];
  const archivePath = (number: number): string => feedPath(`${job.name}/archive-${number}`, job.format);
  const document = (path: string, kind: FeedPlace["kind"], page: readonly Post[]): OutputFile => {
    const place: FeedPlace = {
      kind,
      self: job.fileUrl(path),
      current: kind === "archive" ? job.fileUrl(current) : null,
      previous: archives === 0 ? null : job.fileUrl(archivePath(archives)),
    };
    const items = page.toReversed().map((post) => toFeedItem(post, job.around));
    // An archive's own time is that of what is in it, or it would change with each new post.
    const head = kind === "archive" ? { ...job.head, updated: newest(items) ?? UNDATED } : job.head;
    return { path, content: write({ head, place, items }) };
  };
  for await (const post of posts) {
    waiting.push(post);
    if (waiting.length < 2 * PAGE) continue;
    yield document(archivePath(archives + 1), "archive", waiting.slice(0, PAGE));
    archives += 1;
    waiting = waiting.slice(PAGE);
  }
  yield document(current, archives === 0 ? "complete" : "subscription", waiting);
}

function newest(items: readonly FeedItem[]): string | null {
  return items.reduce<string | null>((last, { published, updated }) => {
    const time = updated ?? published;
    return time !== null && (last === null || time > last) ? time : last;
  }, null);
}

/** A feed of all posts as one document (RFC 5005 §2), however many there are: it is written in pieces. */
export async function* completeFeed(job: Omit<FeedJob, "name">, posts: AsyncIterable<Post>): Bytes {
  const { write, item } = WRITERS[job.format];
  const place: FeedPlace = { kind: "complete", self: null, current: null, previous: null };
  const encoder = new TextEncoder();
  let tail: string | null = null;
  for await (const page of pagesOf(posts)) {
    const items = page.map((post) => toFeedItem(post, job.around));
    const text = write({ head: job.head, place, items });
    const start = text.search(item.start);
    const end = text.lastIndexOf(item.end) + item.end.length;
    // Of later pieces only the items are needed: what stands around them is there already.
    yield encoder.encode(tail === null ? text.slice(0, end) : item.between + text.slice(start, end));
    tail = text.slice(end);
  }
  yield encoder.encode(tail ?? write({ head: job.head, place, items: [] }));
}

async function* pagesOf(posts: AsyncIterable<Post>): AsyncGenerator<readonly Post[]> {
  let page: Post[] = [];
  for await (const post of posts) {
    page.push(post);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
