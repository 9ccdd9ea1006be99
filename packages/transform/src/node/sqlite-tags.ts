import type { DatabaseSync } from "node:sqlite";
import type { LibraryTag } from "../library/library.js";
import { number, text } from "./sqlite-rows.js";

const TABLE =
  "CREATE TABLE tag (post INTEGER NOT NULL, no_date INTEGER NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL)";

// In the order of time, so that a row's own number says where its post stands among those of the tag.
const FILL = `
  INSERT INTO tag SELECT post.id, undated, value ->> 'slug', value ->> 'name' FROM post, json_each(post.tags)
    WHERE tags IS NOT NULL ORDER BY undated, epoch, tie
`;

/** Posts without a date stand last in both orders: read backwards, the second one has them there. */
const INDEXES = {
  oldest: "CREATE INDEX by_tag ON tag (slug, no_date)",
  newest: "CREATE INDEX by_tag_back ON tag (slug, no_date DESC)",
} as const;

/** By which index the posts of a tag come in their order, without being put into it. */
export const TAG_ORDERS = {
  oldest: "ORDER BY tag.no_date, tag.rowid",
  newest: "ORDER BY tag.no_date, tag.rowid DESC",
} as const;

/** The hashtags of a library's posts. Most outputs never ask by them: they are looked up when one does. */
export class SqliteTags {
  readonly #database: DatabaseSync;
  readonly #made = new Set<keyof typeof INDEXES>();
  #state: "none" | "stale" | "filled" = "none";

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Makes sure that the posts of a tag can be read in an order. */
  need(order: keyof typeof INDEXES): void {
    this.#fill();
    if (this.#made.has(order)) return;
    this.#database.exec(INDEXES[order]);
    this.#made.add(order);
  }

  /** Says that a post came, or went. */
  changed(): void {
    if (this.#state === "filled") this.#state = "stale";
  }

  /** By slug, then by name. */
  *counts(): Generator<LibraryTag & { readonly posts: number }> {
    this.#fill();
    const statement = this.#database.prepare(
      "SELECT slug, name, COUNT(*) AS posts FROM tag GROUP BY slug, name ORDER BY slug, name",
    );
    for (const row of statement.iterate()) {
      yield { slug: text(row.slug), name: text(row.name), posts: number(row.posts) };
    }
  }

  #fill(): void {
    if (this.#state === "filled") return;
    this.#database.exec(this.#state === "none" ? TABLE : "DELETE FROM tag");
    this.#database.exec(FILL);
    this.#state = "filled";
  }
}
