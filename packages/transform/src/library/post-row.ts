import type { SafeTree } from "../content/safe-tree.js";
import type { Post, PostWithoutContent } from "../post/post.js";
import { type OpenValues, RowPost } from "./row-post.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let scratch = new Uint8Array(65_536);

/** A post as JSON for a row. The bytes are used again by the next call: a buffer for each would cost as much as the text. */
export function writePost(post: Post): Uint8Array {
  return writeRow(rowText(post));
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
  return new RowPost(json);
}

/** The row of a post: the same text, the same post. One that was read from a row is not written again. */
export function rowText(post: Post): string {
  return RowPost.rowOf(post) ?? closedRow(openRow(post), post.content);
}
