import type { SafeTree } from "../content/safe-tree.js";
import type { Post, PostWithoutContent } from "../post/post.js";

const NONE: readonly never[] = [];
const NO_COUNTS: Post["counts"] = { likes: null, boosts: null, replies: null };

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let scratch = new Uint8Array(65_536);

/**
 * The values of a post in a row, in this order. Names would be written and read again with each row, and a property that
 * may be absent costs more to look for than to read. `0` is an empty list, and counts that say nothing.
 */
type OpenValues = readonly [
  key: Post["key"],
  id: Post["id"],
  url: Post["url"],
  account: Post["account"],
  type: Post["type"],
  audience: Post["audience"],
  kind: Post["kind"],
  published: Post["published"],
  updated: Post["updated"],
  goneSince: Post["goneSince"],
  history: Post["history"] | 0,
  language: Post["language"],
  direction: Post["direction"],
  title: Post["title"],
  contentWarning: Post["contentWarning"],
  sensitive: Post["sensitive"],
  attachments: Post["attachments"] | 0,
  poll: Post["poll"],
  event: Post["event"],
  counts: Post["counts"] | 0,
  tags: Post["tags"] | 0,
  inReplyTo: Post["inReplyTo"],
  quote: Post["quote"],
  boostOf: Post["boostOf"],
];

/** The content comes last: the rest of a post can be written before its text was made safe. */
type RowValues = readonly [...OpenValues, content: Post["content"]];

/** A post as JSON for a row. The bytes are used again by the next call: a buffer for each would cost as much as the text. */
export function writePost(post: Post): Uint8Array {
  return writeRow(closedRow(openRow(post), post.content));
}

/** The same of a row that was made already. */
export function writeRow(row: string): Uint8Array {
  // A UTF-16 unit takes three bytes at most.
  if (row.length * 3 > scratch.length) scratch = new Uint8Array(row.length * 4);
  return scratch.subarray(0, encoder.encodeInto(row, scratch).written);
}

/** The row of a post without its content, to be completed by {@link closedRow}. */
export function openRow(post: PostWithoutContent): string {
  const { likes, boosts, replies } = post.counts;
  const values: OpenValues = [
    post.key,
    post.id,
    post.url,
    post.account,
    post.type,
    post.audience,
    post.kind,
    post.published,
    post.updated,
    post.goneSince,
    zeroIfEmpty(post.history),
    post.language,
    post.direction,
    post.title,
    post.contentWarning,
    post.sensitive,
    zeroIfEmpty(post.attachments),
    post.poll,
    post.event,
    likes === null && boosts === null && replies === null ? 0 : post.counts,
    zeroIfEmpty(post.tags),
    post.inReplyTo,
    post.quote,
    post.boostOf,
  ];
  return JSON.stringify(values);
}

/** A whole row: one that was left open, and the content of its post. */
export function closedRow(open: string, content: SafeTree | null): string {
  return `${open.slice(0, -1)},${JSON.stringify(content)}]`;
}

function zeroIfEmpty<T>(list: readonly T[]): readonly T[] | 0 {
  return list.length === 0 ? 0 : list;
}

/** The post of a row. */
export function readPost({ bytes }: { readonly bytes: Uint8Array }): Post {
  return parsePost(decoder.decode(bytes));
}

/** The post of a row's JSON, which was written by {@link writePost} in this very run. */
export function parsePost(json: string): Post {
  const values: RowValues = JSON.parse(json);
  const [
    key,
    id,
    url,
    account,
    type,
    audience,
    kind,
    published,
    updated,
    goneSince,
    history,
    language,
    direction,
    title,
    contentWarning,
    sensitive,
    attachments,
    poll,
    event,
    counts,
    tags,
    inReplyTo,
    quote,
    boostOf,
    content,
  ] = values;
  return {
    key,
    id,
    url,
    account,
    type,
    audience,
    kind,
    published,
    updated,
    goneSince,
    history: history || NONE,
    language,
    direction,
    title,
    content,
    contentWarning,
    sensitive,
    attachments: attachments || NONE,
    poll,
    event,
    counts: counts || NO_COUNTS,
    tags: tags || NONE,
    inReplyTo,
    quote,
    boostOf,
  };
}
