import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { IdIndex } from "../ids/id-index.js";
import type { Library } from "../library/library.js";
import type { PostKey } from "../post/post.js";
import { PackingThread } from "./packing-thread.js";
import { SqlitePosts } from "./sqlite-posts.js";
import { number, text, textIn, toMedia } from "./sqlite-rows.js";
import { tempFolder } from "./temp-folder.js";

const SCHEMA = `
  PRAGMA page_size = 16384;
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA cache_size = -8192;
  PRAGMA temp_store = MEMORY;
  PRAGMA secure_delete = ON;
  CREATE TABLE post (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, undated INTEGER NOT NULL, epoch INTEGER NOT NULL, tie TEXT NOT NULL,
    day TEXT, month TEXT, parent TEXT, kind TEXT NOT NULL, tags TEXT, attachments INTEGER NOT NULL,
    json BLOB NOT NULL
  );
  CREATE TABLE tag (post INTEGER NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL);
  CREATE TABLE document (key TEXT PRIMARY KEY, json BLOB NOT NULL);
  CREATE TABLE media (
    key TEXT PRIMARY KEY, path TEXT, size INTEGER, source INTEGER NOT NULL, name TEXT, type TEXT, bytes INTEGER,
    width INTEGER, height INTEGER, variants TEXT, blurhash TEXT
  ) WITHOUT ROWID;
  BEGIN;
`;

// Most outputs never ask by hashtag: their table is filled when one does.
const TAGS = `
  INSERT INTO tag SELECT post.id, value ->> 'slug', value ->> 'name' FROM post, json_each(post.tags);
  CREATE INDEX by_tag ON tag (slug, name, post);
  CREATE INDEX tags_of ON tag (post);
`;

// Posts are kept as bytes: encoded here, they go in three times as fast as text that SQLite is to encode.
const encoder = new TextEncoder();

/**
 * A library in an SQLite file inside a private temporary folder, for archives of any size in flat memory. The
 * folder is removed when the library is disposed of; what a killed run left is swept by the next one.
 *
 * @example
 * ```ts
 * import { sqliteLibrary } from "@archive/transform/node";
 * using library = sqliteLibrary();
 * ```
 */
export function sqliteLibrary(): Library {
  const folder = tempFolder();
  const database = new DatabaseSync(join(folder.path, "library.sqlite"));
  database.exec(SCHEMA);
  const posts = new SqlitePosts(database);
  let tagged = false;
  const readTags = (): void => {
    if (tagged) return;
    database.exec(TAGS);
    tagged = true;
  };

  const packing = new PackingThread();
  const known = new IdIndex();
  let lastId = 0;
  const insert = database.prepare("INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const insertTag = database.prepare("INSERT INTO tag VALUES (?, ?, ?)");
  const insertDocument = database.prepare("INSERT OR REPLACE INTO document VALUES (?, ?)");
  const documentOf = database.prepare("SELECT json FROM document WHERE key = ?");
  const insertMedia = database.prepare(
    "INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const mediaByKey = database.prepare("SELECT * FROM media WHERE key = ?");
  const remove = (key: PostKey): void => {
    const id = posts.remove(key);
    if (tagged && id !== null) database.prepare("DELETE FROM tag WHERE post = ?").run(id);
  };

  return {
    packing,
    put(row) {
      if (known.add(row.key, 1) !== 0) remove(row.key);
      lastId += 1;
      insert.run(
        lastId,
        row.key,
        row.epoch === null ? 1 : 0,
        row.epoch ?? 0,
        row.tie,
        row.day,
        row.day?.slice(0, 7) ?? null,
        row.parent,
        row.kind,
        row.tags.length === 0 ? null : JSON.stringify(row.tags),
        row.attachments ? 1 : 0,
        row.bytes,
      );
      if (tagged) for (const { slug, name } of row.tags) insertTag.run(lastId, slug, name);
    },
    get: (key) => (known.has(key) ? posts.get(key) : null),
    post: (key) => (known.has(key) ? posts.post(key) : null),
    place: (key) => (known.has(key) ? posts.place(key) : null),
    scan(order, range = {}) {
      if (range.tag !== undefined) readTags();
      return posts.scan(order, range);
    },
    posts(order, range = {}) {
      if (range.tag !== undefined) readTags();
      return posts.posts(order, range);
    },
    *tags() {
      readTags();
      const statement = database.prepare(
        "SELECT slug, name, COUNT(*) AS posts FROM tag GROUP BY slug, name ORDER BY slug, name",
      );
      for (const row of statement.iterate()) {
        yield { slug: text(row.slug), name: text(row.name), posts: number(row.posts) };
      }
    },
    putDocument: (key, json) => void insertDocument.run(key, encoder.encode(json)),
    getDocument(key) {
      const row = documentOf.get(key);
      return row === undefined ? null : textIn(row.json);
    },
    replies: (key) => posts.replies(key),
    neighbours: (key) => posts.neighbours(key),
    putMedia({ key, file, source, output }) {
      insertMedia.run(
        key,
        file?.path ?? null,
        file?.size ?? null,
        source,
        output?.name ?? null,
        output?.mediaType ?? null,
        output?.bytes ?? null,
        output?.width ?? null,
        output?.height ?? null,
        output === null ? null : JSON.stringify(output.variants),
        output?.blurhash ?? null,
      );
    },
    getMedia(key) {
      const row = mediaByKey.get(key);
      return row === undefined ? null : toMedia(row);
    },
    *scanMedia() {
      for (const row of database.prepare("SELECT * FROM media ORDER BY key").iterate()) yield toMedia(row);
    },
    [Symbol.dispose]() {
      packing.rest();
      if (database.isOpen) database.close();
      folder[Symbol.dispose]();
    },
  };
}
