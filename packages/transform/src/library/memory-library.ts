import type { MediaKey, PostKey } from "../post/post.js";
import type { Library, LibraryMedia, LibraryRange, LibraryRow, LibraryTag } from "./library.js";

/**
 * A library in memory: for browsers, for tests, and for archives that are known to be small.
 *
 * @example
 * ```ts
 * import { memoryLibrary } from "@archive/transform";
 * using library = memoryLibrary();
 * ```
 */
export function memoryLibrary(): Library {
  const rows = new Map<PostKey, LibraryRow>();
  const documents = new Map<PostKey, string>();
  const media = new Map<MediaKey, LibraryMedia>();
  let views: Views | null = null;
  const seen = (): Views => {
    views ??= viewsOf([...rows.values()]);
    return views;
  };

  return {
    put(row) {
      rows.set(row.key, row);
      views = null;
    },
    get: (key) => rows.get(key) ?? null,
    *scan(order, range = {}) {
      const { oldest, newest } = seen();
      let left = range.limit ?? Number.POSITIVE_INFINITY;
      for (const row of order === "oldest" ? oldest : newest) {
        if (left <= 0) return;
        if (!within(row, range)) continue;
        left -= 1;
        yield row;
      }
    },
    tags: () => countTags(rows.values()),
    putDocument: (key, json) => void documents.set(key, json),
    getDocument: (key) => documents.get(key) ?? null,
    replies: (key) => seen().replies.get(key) ?? [],
    neighbours: (key) => seen().neighbours.get(key) ?? { earlier: null, later: null },
    putMedia: (each) => void media.set(each.key, each),
    getMedia: (key) => media.get(key) ?? null,
    scanMedia: () => [...media.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    [Symbol.dispose]() {
      rows.clear();
      documents.clear();
      media.clear();
      views = null;
    },
  };
}

type Neighbours = ReturnType<Library["neighbours"]>;

/** What is asked of the rows, worked out once after the last one came in. */
interface Views {
  readonly oldest: readonly LibraryRow[];
  readonly newest: readonly LibraryRow[];
  readonly replies: ReadonlyMap<PostKey, readonly PostKey[]>;
  readonly neighbours: ReadonlyMap<PostKey, Neighbours>;
}

function viewsOf(rows: readonly LibraryRow[]): Views {
  const oldest = rows.toSorted(oldestFirst);
  const replies = new Map<PostKey, PostKey[]>();
  for (const { parent, key } of oldest) {
    if (parent === null) continue;
    const known = replies.get(parent);
    if (known === undefined) replies.set(parent, [key]);
    else known.push(key);
  }
  const neighbours = new Map<PostKey, { earlier: PostKey | null; later: PostKey | null }>();
  let last: PostKey | null = null;
  for (const row of oldest) {
    neighbours.set(row.key, { earlier: last, later: null });
    if (row.kind !== "boost") last = row.key;
  }
  let next: PostKey | null = null;
  for (const row of oldest.toReversed()) {
    const known = neighbours.get(row.key);
    if (known !== undefined) known.later = next;
    if (row.kind !== "boost") next = row.key;
  }
  return { oldest, newest: newestFirst(oldest), replies, neighbours };
}

function within(row: LibraryRow, range: LibraryRange): boolean {
  if (range.month !== undefined && monthOf(row) !== range.month) return false;
  if (range.tag !== undefined && !row.tags.some(({ slug }) => slug === range.tag)) return false;
  if (range.attachments === true && !row.attachments) return false;
  return range.kinds === undefined || range.kinds.includes(row.kind);
}

function countTags(rows: Iterable<LibraryRow>): readonly (LibraryTag & { readonly posts: number })[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { tags } of rows) {
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

function monthOf(row: LibraryRow): string | null {
  return row.day?.slice(0, 7) ?? null;
}

/** By time, then by tie; undated last. */
function oldestFirst(a: LibraryRow, b: LibraryRow): number {
  if (a.epoch === null || b.epoch === null) {
    if (a.epoch !== null) return -1;
    if (b.epoch !== null) return 1;
  } else if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  return a.tie < b.tie ? -1 : 1;
}

/** The other way round, but for the undated, which stay last. */
function newestFirst(rows: readonly LibraryRow[]): readonly LibraryRow[] {
  const undated = rows.findIndex((row) => row.epoch === null);
  const dated = undated < 0 ? rows : rows.slice(0, undated);
  return [...dated.toReversed(), ...(undated < 0 ? [] : rows.slice(undated).toReversed())];
}
