import type { DatabaseSync, StatementSync } from "node:sqlite";
import { LatestByKey } from "../ids/latest-by-key.js";
import type { LibraryRange, LibraryRow, RowPlace } from "../library/library.js";
import { parsePost } from "../library/post-row.js";
import type { Post, PostKey } from "../post/post.js";
import { conditionsOf, number, text, textOrNull, toRow } from "./sqlite-rows.js";
import { type SqliteTags, TAG_ORDERS } from "./sqlite-tags.js";

/**
 * Made when the first question needs them: building an index once is faster than keeping it while rows come, and most
 * outputs ask few of these questions.
 */
const INDEXES = {
  by_key: "CREATE UNIQUE INDEX by_key ON post (key)",
  by_time: "CREATE INDEX by_time ON post (undated, epoch, tie)",
  by_time_back: "CREATE INDEX by_time_back ON post (undated, epoch DESC, tie DESC)",
  by_month: "CREATE INDEX by_month ON post (month, undated, epoch, tie)",
  by_parent: "CREATE INDEX by_parent ON post (parent, undated, epoch, tie) WHERE parent IS NOT NULL",
  no_boosts: "CREATE INDEX no_boosts ON post (undated, epoch, tie) WHERE kind <> 'boost'",
  with_attachments: "CREATE INDEX with_attachments ON post (undated, epoch, tie) WHERE attachments = 1",
} as const;

type Index = keyof typeof INDEXES;

const ORDERS = {
  oldest: "ORDER BY undated, epoch, tie",
  newest: "ORDER BY undated, epoch DESC, tie DESC",
} as const;
const COLUMNS = "key, undated, epoch, tie, day, parent, kind, tags, attachments, json";
/** As text: SQLite hands a string over at once, where bytes would be copied twice. They are JSON, so they hold no NUL. */
const POST = "CAST(json AS TEXT)";

/** A post with where it stands. */
interface PlacedPost {
  readonly key: PostKey;
  readonly post: Post;
  readonly place: RowPlace;
}

/** The questions about posts that a library's database answers. */
export class SqlitePosts {
  readonly #database: DatabaseSync;
  readonly #tags: SqliteTags;
  readonly #made = new Set<Index>();
  readonly #statements = new Map<string, StatementSync>();
  /** Whoever reads posts asks where they stand, and for those they answer, again and again. */
  readonly #recent = new LatestByKey<PlacedPost>();

  constructor(database: DatabaseSync, tags: SqliteTags) {
    this.#database = database;
    this.#tags = tags;
  }

  get(key: PostKey): LibraryRow | null {
    const row = this.#ask("by_key", `SELECT ${COLUMNS} FROM post WHERE key = ?`).get(key);
    return row === undefined ? null : toRow(row);
  }

  post(key: PostKey): Post | null {
    const known = this.#recent.get(key);
    if (known !== null) return known.post;
    const row = this.#ask("by_key", `SELECT ${POST} AS json FROM post WHERE key = ?`).get(key);
    return row === undefined ? null : parsePost(text(row.json));
  }

  place(key: PostKey): RowPlace | null {
    const known = this.#recent.get(key);
    if (known !== null) return known.place;
    const row = this.#ask("by_key", "SELECT day, parent FROM post WHERE key = ?").get(key);
    return row === undefined ? null : { key, day: textOrNull(row.day), parent: textOrNull(row.parent) };
  }

  /** One statement per scan: several scans may be open at once. */
  *scan(order: "oldest" | "newest", range: LibraryRange): Generator<LibraryRow> {
    const { statement, values } = this.#range(COLUMNS, order, range);
    for (const row of statement.iterate(...values)) yield toRow(row);
  }

  *posts(order: "oldest" | "newest", range: LibraryRange): Generator<Post> {
    const { statement, values } = this.#range(`${POST}, day, parent`, order, range);
    // Rows without names are three times as fast; the types know of rows with names only.
    statement.setReturnArrays(true);
    for (const { 0: json, 1: day, 2: parent } of statement.iterate(...values)) {
      const post = parsePost(text(json));
      const { key } = post;
      this.#recent.set({ key, post, place: { key, day: textOrNull(day), parent: textOrNull(parent) } });
      yield post;
    }
  }

  replies(key: PostKey): readonly PostKey[] {
    const statement = this.#ask("by_parent", `SELECT key FROM post WHERE parent = ? ${ORDERS.oldest}`);
    return statement.all(key).map((row) => text(row.key));
  }

  /** Boosts are passed over. */
  neighbours(key: PostKey): { readonly earlier: PostKey | null; readonly later: PostKey | null } {
    const row = this.#ask("by_key", "SELECT undated, epoch, tie FROM post WHERE key = ?").get(key);
    if (row === undefined) return { earlier: null, later: null };
    const place = [number(row.undated), number(row.epoch), text(row.tie)] as const;
    const beside = (sign: "<" | ">", direction: "" | "DESC"): PostKey | null => {
      const sql = `SELECT key FROM post WHERE kind <> 'boost' AND (undated, epoch, tie) ${sign} (?, ?, ?)
        ORDER BY undated ${direction}, epoch ${direction}, tie ${direction} LIMIT 1`;
      const found = this.#ask("no_boosts", sql).get(...place);
      return found === undefined ? null : text(found.key);
    };
    return { earlier: beside("<", "DESC"), later: beside(">", "") };
  }

  /** Takes a post out, so that another version can take its place. */
  remove(key: PostKey): void {
    this.#recent.delete(key);
    this.#ask("by_key", "DELETE FROM post WHERE key = ?").run(key);
  }

  #range(
    columns: string,
    order: "oldest" | "newest",
    range: LibraryRange,
  ): { readonly statement: StatementSync; readonly values: readonly string[] } {
    const { where, values } = conditionsOf(range);
    const limit = range.limit === undefined ? "" : `LIMIT ${Math.max(0, Math.trunc(range.limit))}`;
    if (range.tag === undefined) this.#need(indexOf(order, range));
    else this.#tags.need(order);
    // The words of a join say as well which table is gone through: that of tags, which is in order.
    const from =
      range.tag === undefined
        ? `post ${where} ${ORDERS[order]}`
        : `tag CROSS JOIN post ON post.id = tag.post ${where} ${TAG_ORDERS[order]}`;
    const sql = `SELECT ${columns} FROM ${from} ${limit}`;
    return { statement: this.#database.prepare(sql), values };
  }

  /** Prepared on first use: the plan should see the index. */
  #ask(index: Index, sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      this.#need(index);
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #need(index: Index): void {
    if (this.#made.has(index)) return;
    this.#database.exec(INDEXES[index]);
    this.#made.add(index);
  }
}

/** The index in whose order the rows are wanted; sorted without one, all posts would be in memory at once. */
function indexOf(order: "oldest" | "newest", { month, attachments, limit }: LibraryRange): Index {
  if (month !== undefined) return "by_month";
  if (attachments) return "with_attachments";
  // The newest few are sorted as quickly as an index is made.
  return order === "newest" && limit === undefined ? "by_time_back" : "by_time";
}
