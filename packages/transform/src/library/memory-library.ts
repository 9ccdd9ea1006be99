import type { MediaKey, Post, PostKey } from "../post/post.js";
import type { Library, LibraryMedia, LibraryRange, LibraryRow, LibraryTag } from "./library.js";
import { readPost } from "./post-row.js";

/** Where a {@link memoryLibrary} keeps the bytes of its posts. */
export interface ByteLog {
  /** Keeps a copy, and says where it begins. */
  append(bytes: Uint8Array): number;
  /** What was kept there; not to be written to. */
  read(at: number, length: number): Uint8Array;
}

/**
 * A library in memory: for browsers, for tests, and for archives that are known to be small. With a log of one's own
 * the posts lie there, and only what orders and finds them stays in memory, some 300 bytes a post.
 *
 * @example
 * ```ts
 * import { memoryLibrary } from "@archive/transform";
 * using library = memoryLibrary();
 * ```
 */
export function memoryLibrary(log: ByteLog = heapLog()): Library {
  const slots = new Map<PostKey, Slot>();
  const documents = new Map<PostKey, Place>();
  const media = new Map<MediaKey, LibraryMedia>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  // Days and hashtags come again and again: each is kept once.
  const days = new Map<string, string>();
  const tags = new Map<string, LibraryTag>();
  let order: Order | null = null;
  const ordered = (): Order => {
    order ??= orderOf([...slots.values()]);
    return order;
  };
  const kept = (bytes: Uint8Array): Place => ({ at: log.append(bytes), length: bytes.length });
  const rowOf = ({ place, position: _, ...row }: Slot): LibraryRow => ({
    ...row,
    bytes: log.read(place.at, place.length),
  });
  const postAt = (place: Place): Post => readPost({ bytes: log.read(place.at, place.length) });
  const slotOf = ({ key, epoch, tie, day, parent, kind, attachments, ...row }: LibraryRow): Slot => ({
    key,
    epoch,
    tie,
    day: day === null ? null : once(days, day, day),
    parent,
    kind,
    tags: row.tags.length === 0 ? NO_TAGS : row.tags.map((tag) => once(tags, `${tag.slug} ${tag.name}`, tag)),
    attachments,
    place: kept(row.bytes),
    position: 0,
  });

  return {
    put(row) {
      slots.set(row.key, slotOf(row));
      order = null;
    },
    get(key) {
      const slot = slots.get(key);
      return slot === undefined ? null : rowOf(slot);
    },
    post(key) {
      const slot = slots.get(key);
      return slot === undefined ? null : postAt(slot.place);
    },
    place(key) {
      const slot = slots.get(key);
      return slot === undefined ? null : { key, day: slot.day, parent: slot.parent };
    },
    *scan(direction, range = {}) {
      for (const slot of within(ordered(), direction, range)) yield rowOf(slot);
    },
    *posts(direction, range = {}) {
      for (const { place } of within(ordered(), direction, range)) yield postAt(place);
    },
    tags: () => countTags(slots.values()),
    putDocument: (key, json) => void documents.set(key, kept(encoder.encode(json))),
    getDocument(key) {
      const place = documents.get(key);
      return place === undefined ? null : decoder.decode(log.read(place.at, place.length));
    },
    replies: (key) => ordered().replies.get(key) ?? [],
    neighbours(key) {
      const { slots: all } = ordered();
      const slot = slots.get(key);
      if (slot === undefined) return { earlier: null, later: null };
      return { earlier: nextPost(all, slot.position, -1), later: nextPost(all, slot.position, 1) };
    },
    putMedia: (each) => void media.set(each.key, each),
    getMedia: (key) => media.get(key) ?? null,
    scanMedia: () => [...media.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    [Symbol.dispose]() {
      slots.clear();
      days.clear();
      tags.clear();
      documents.clear();
      media.clear();
      order = null;
    },
  };
}

/** In the memory of this program. */
function heapLog(): ByteLog {
  const kept: Uint8Array[] = [];
  return {
    append: (bytes) => kept.push(bytes.slice()) - 1,
    read: (at) => kept[at] ?? new Uint8Array(),
  };
}

interface Place {
  readonly at: number;
  readonly length: number;
}

/** A row without its bytes. */
interface Slot extends Omit<LibraryRow, "bytes"> {
  readonly place: Place;
  /** In the order of time, once it is known. */
  position: number;
}

const NO_TAGS: readonly LibraryTag[] = [];

/** What stands under a name already, or what is to stand there from now on. */
function once<T>(known: Map<string, T>, name: string, value: T): T {
  const first = known.get(name);
  if (first !== undefined) return first;
  known.set(name, value);
  return value;
}

/** What is asked of the rows, worked out once after the last one came in. */
interface Order {
  /** Oldest first, undated last. */
  readonly slots: readonly Slot[];
  /** How many of them have a date. */
  readonly dated: number;
  readonly replies: ReadonlyMap<PostKey, readonly PostKey[]>;
}

function orderOf(slots: Slot[]): Order {
  slots.sort(oldestFirst);
  const replies = new Map<PostKey, PostKey[]>();
  for (const [position, slot] of slots.entries()) {
    slot.position = position;
    const { parent, key } = slot;
    if (parent === null) continue;
    const known = replies.get(parent);
    if (known === undefined) replies.set(parent, [key]);
    else known.push(key);
  }
  const undated = slots.findIndex(({ epoch }) => epoch === null);
  return {
    slots,
    dated: undated < 0 ? slots.length : undated,
    replies,
  };
}

/** The undated are last both ways. */
function* inOrder({ slots, dated }: Order, direction: "oldest" | "newest"): Generator<Slot> {
  if (direction === "oldest") yield* slots;
  else {
    yield* backwards(slots, dated - 1, 0);
    yield* backwards(slots, slots.length - 1, dated);
  }
}

function* backwards(slots: readonly Slot[], from: number, to: number): Generator<Slot> {
  for (let at = from; at >= to; at -= 1) {
    const slot = slots[at];
    if (slot !== undefined) yield slot;
  }
}

/** The nearest post to one side; boosts are passed over. */
function nextPost(slots: readonly Slot[], position: number, step: -1 | 1): PostKey | null {
  let at = position + step;
  while (slots[at]?.kind === "boost") at += step;
  return slots[at]?.key ?? null;
}

function* within(order: Order, direction: "oldest" | "newest", range: LibraryRange): Generator<Slot> {
  let left = range.limit ?? Number.POSITIVE_INFINITY;
  for (const slot of inOrder(order, direction)) {
    if (left <= 0) return;
    if (!isWithin(slot, range)) continue;
    left -= 1;
    yield slot;
  }
}

function isWithin(slot: Slot, range: LibraryRange): boolean {
  if (range.month !== undefined && (slot.day?.slice(0, 7) ?? null) !== range.month) return false;
  if (range.tag !== undefined && !slot.tags.some(({ slug }) => slug === range.tag)) return false;
  if (range.attachments === true && !slot.attachments) return false;
  return range.kinds === undefined || range.kinds.includes(slot.kind);
}

function countTags(slots: Iterable<Slot>): readonly (LibraryTag & { readonly posts: number })[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { tags } of slots) {
    for (const { slug, name } of tags) {
      const names = counts.get(slug) ?? new Map<string, number>();
      names.set(name, (names.get(name) ?? 0) + 1);
      counts.set(slug, names);
    }
  }
  const byFirst = <T>([a]: [string, T], [b]: [string, T]): number => (a < b ? -1 : 1);
  return [...counts]
    .sort(byFirst)
    .flatMap(([slug, names]) => [...names].sort(byFirst).map(([name, posts]) => ({ slug, name, posts })));
}

/** By time, then by tie; undated last. */
function oldestFirst(a: Slot, b: Slot): number {
  if (a.epoch === null || b.epoch === null) {
    if (a.epoch !== null) return -1;
    if (b.epoch !== null) return 1;
  } else if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  return a.tie < b.tie ? -1 : 1;
}
