import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { constants, type ZstdOptions, zstdCompress, zstdDecompress } from "node:zlib";
import { IdIndex } from "../ids/id-index.js";
import type { Compression, Library } from "../library/library.js";
import { conditionsOf, number, text, textIn, toMedia, toRow } from "./sqlite-rows.js";
import { tempFolder } from "./temp-folder.js";

const SCHEMA = `
  PRAGMA page_size = 16384;
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA cache_size = -16384;
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

// Made after the posts are in: building an index once is faster than keeping it while rows come.
const INDEXES = `
  CREATE UNIQUE INDEX IF NOT EXISTS by_key ON post (key);
  CREATE INDEX IF NOT EXISTS by_time ON post (undated, epoch, tie);
  CREATE INDEX IF NOT EXISTS by_month ON post (month, undated, epoch, tie);
  CREATE INDEX IF NOT EXISTS by_parent ON post (parent, undated, epoch, tie) WHERE parent IS NOT NULL;
  CREATE INDEX IF NOT EXISTS no_boosts ON post (undated, epoch, tie) WHERE kind <> 'boost';
  CREATE INDEX IF NOT EXISTS with_attachments ON post (undated, epoch, tie) WHERE attachments = 1;
`;

// Most outputs never ask by hashtag: their table is filled when one does.
const TAGS = `
  INSERT INTO tag SELECT post.id, value ->> 'slug', value ->> 'name' FROM post, json_each(post.tags);
  CREATE INDEX by_tag ON tag (slug, name, post);
  CREATE INDEX tags_of ON tag (post);
`;

// Posts are kept as bytes: encoded here, they go in three times as fast as text that SQLite is to encode.
const encoder = new TextEncoder();

// The lowest levels: three quarters less at half a gigabyte a second.
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: -3 } };
const compress = promisify<Uint8Array, ZstdOptions, Buffer>(zstdCompress);
const ZSTANDARD: Compression = {
  compress: (bytes) => compress(bytes, LEVEL),
  expand: promisify<Uint8Array, Buffer>(zstdDecompress),
};

const OLDEST = "ORDER BY undated, epoch, tie";
const NEWEST = "ORDER BY undated, epoch DESC, tie DESC";
const COLUMNS = "key, undated, epoch, tie, day, parent, kind, tags, attachments, json";

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
  let indexed = false;
  const read = (): void => {
    if (indexed) return;
    database.exec(INDEXES);
    indexed = true;
  };

  let tagged = false;
  const readTags = (): void => {
    if (tagged) return;
    database.exec(TAGS);
    tagged = true;
  };

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
  // Prepared on first use: the plan should see the indexes.
  const lazily = (sql: string) => {
    let statement: ReturnType<DatabaseSync["prepare"]> | null = null;
    return () => {
      read();
      statement ??= database.prepare(sql);
      return statement;
    };
  };
  const byKey = lazily(`SELECT ${COLUMNS} FROM post WHERE key = ?`);
  const removePost = lazily("DELETE FROM post WHERE key = ?");
  const removeTags = lazily("DELETE FROM tag WHERE post = (SELECT id FROM post WHERE key = ?)");
  const removeRow = (key: string): void => {
    if (tagged) removeTags().run(key);
    removePost().run(key);
  };
  const repliesOf = lazily(`SELECT key FROM post WHERE parent = ? ${OLDEST}`);
  const earlierThan = lazily(
    `SELECT key FROM post WHERE kind <> 'boost' AND (undated, epoch, tie) < (?, ?, ?)
     ORDER BY undated DESC, epoch DESC, tie DESC LIMIT 1`,
  );
  const laterThan = lazily(
    `SELECT key FROM post WHERE kind <> 'boost' AND (undated, epoch, tie) > (?, ?, ?)
     ${OLDEST} LIMIT 1`,
  );

  return {
    compression: ZSTANDARD,
    put(row) {
      if (known.add(row.key, 1) !== 0) removeRow(row.key);
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
    get(key) {
      if (!known.has(key)) return null;
      const row = byKey().get(key);
      return row === undefined ? null : toRow(row);
    },
    *scan(order, range = {}) {
      read();
      if (range.tag !== undefined) readTags();
      const { where, values } = conditionsOf(range);
      const limit = range.limit === undefined ? "" : `LIMIT ${Math.max(0, Math.trunc(range.limit))}`;
      // One statement per scan: several scans may be open at once.
      const statement = database.prepare(
        `SELECT ${COLUMNS} FROM post ${where} ${order === "oldest" ? OLDEST : NEWEST} ${limit}`,
      );
      for (const row of statement.iterate(...values)) yield toRow(row);
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
    replies: (key) =>
      repliesOf()
        .all(key)
        .map((row) => text(row.key)),
    neighbours(key) {
      const row = byKey().get(key);
      if (row === undefined) return { earlier: null, later: null };
      const place = [number(row.undated), number(row.epoch), text(row.tie)] as const;
      const earlier = earlierThan().get(...place);
      const later = laterThan().get(...place);
      return {
        earlier: earlier === undefined ? null : text(earlier.key),
        later: later === undefined ? null : text(later.key),
      };
    },
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
      if (database.isOpen) database.close();
      folder[Symbol.dispose]();
    },
  };
}
