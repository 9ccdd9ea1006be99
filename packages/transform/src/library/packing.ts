import { safeContent } from "../content/safe-content.js";
import type { Redact } from "../content/sanitise.js";
import { closedRow } from "./post-row.js";

/** Posts that wait until it is certain that they may be shown. Plain data: it can be sent to another thread. */
export interface PendingPosts {
  /** What is noted of them, as JSON. */
  readonly notes: string;
  /** Their rows, open: without their contents. */
  readonly rows: readonly string[];
  /** The HTML that is to be made safe and becomes the content; `null` of a post without. */
  readonly htmls: readonly (string | null)[];
  /** The custom emoji of those that have some, by their place. */
  readonly emoji: ReadonlyMap<number, ReadonlySet<string>>;
  /** What a text holds in which there can be the address of a withheld post; see `Redact`. */
  readonly marks: ReadonlySet<string>;
}

/** A post whose text depends on which posts are withheld. */
export interface OpenPost {
  readonly row: string;
  readonly html: string;
  readonly emoji: readonly string[] | null;
}

/** Posts as {@link unpackPosts} gives them back. */
export interface PackedPosts {
  readonly notes: string;
  /** Their rows as UTF-8, whole; parts of the bytes that were unpacked. */
  readonly rows: Iterable<Uint8Array | OpenPost>;
}

/** Makes posts that wait ready and small, beside what else is going on. */
export interface Packing {
  /** Resolves to what {@link packPosts} gives, made smaller. */
  pack(posts: PendingPosts): Promise<Uint8Array>;
  /** The same in its full size. */
  expand(bytes: Uint8Array): Promise<Uint8Array>;
  /** No more posts will come for now. */
  rest(): void;
}

/** Without other threads, and no smaller. */
export const PLAIN_PACKING: Packing = {
  pack: async (posts) => packPosts(posts).slice(),
  expand: async (bytes) => bytes,
  rest: () => undefined,
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let scratch = new Uint8Array(0);

const WORD = 4;
/** Beside the length of a post that is open still. */
const OPEN = 0x8000_0000;

/**
 * Makes the texts safe and puts everything one behind the other: how many posts there are, lengths, notes, posts. A
 * text of which it depends on others whether all of it may be shown stays as it is, and is made safe by whoever knows.
 * The bytes are used again by the next call: what is left over of each would wait long for its collection.
 *
 * @example
 * ```ts
 * import { type Packing, packPosts } from "@archive/transform";
 * const packing: Packing = {
 *   pack: async (posts) => packPosts(posts).slice(),
 *   expand: async (bytes) => bytes,
 *   rest: () => undefined,
 * };
 * ```
 */
export function packPosts({ notes, rows, htmls, emoji, marks }: PendingPosts): Uint8Array {
  const posts = rows.map((row, place) => packed(row, htmls[place] ?? null, emoji.get(place), marks));
  const head = WORD * (2 + posts.length);
  // A UTF-16 unit takes three bytes at most.
  const most = head + 3 * posts.reduce((sum, { text }) => sum + text.length, notes.length);
  if (most > scratch.length) scratch = new Uint8Array(most);
  const words = new DataView(scratch.buffer);
  let used = head;
  const write = (text: string): number => {
    const { written } = encoder.encodeInto(text, scratch.subarray(used));
    used += written;
    return written;
  };
  words.setUint32(0, posts.length);
  words.setUint32(WORD, write(notes));
  for (const [place, { text, flag }] of posts.entries()) {
    words.setUint32(WORD * (2 + place), flag + write(text));
  }
  return scratch.subarray(0, used);
}

function packed(
  row: string,
  html: string | null,
  emoji: ReadonlySet<string> | undefined,
  marks: ReadonlySet<string>,
): { readonly text: string; readonly flag: number } {
  if (html === null) return { text: closedRow(row, null), flag: 0 };
  let asked = false;
  const ask: Redact = Object.assign(
    () => {
      asked = true;
      return false;
    },
    { marks },
  );
  const content = safeContent(html, ask, emoji);
  if (!asked) return { text: closedRow(row, content), flag: 0 };
  const open: OpenPost = { row, html, emoji: emoji === undefined ? null : [...emoji] };
  return { text: JSON.stringify(open), flag: OPEN };
}

/** Takes apart what {@link packPosts} put together. */
export function unpackPosts(bytes: Uint8Array): PackedPosts {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = WORD * (2 + words.getUint32(0));
  const start = head + words.getUint32(WORD);
  return { notes: decoder.decode(bytes.subarray(head, start)), rows: postsIn(bytes, head, start) };
}

function* postsIn(bytes: Uint8Array, head: number, start: number): Generator<Uint8Array | OpenPost> {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = start;
  for (let word = 2 * WORD; word < head; word += WORD) {
    const length = words.getUint32(word);
    const isOpen = length >= OPEN;
    const to = from + (isOpen ? length - OPEN : length);
    yield isOpen ? openPost(bytes.subarray(from, to)) : bytes.subarray(from, to);
    from = to;
  }
}

/** What it parses was written by {@link packPosts} in this very run. */
function openPost(bytes: Uint8Array): OpenPost {
  return JSON.parse(decoder.decode(bytes));
}
