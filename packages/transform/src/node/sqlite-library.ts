import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { IdIndex } from "../ids/id-index.js";
import type { Library } from "../library/library.js";
import { PACKING_HERE, PackingThread } from "./packing-thread.js";
import { SqlitePosts } from "./sqlite-posts.js";
import { textIn, toMedia } from "./sqlite-rows.js";
import { SqliteTags } from "./sqlite-tags.js";
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
  CREATE TABLE document (key TEXT PRIMARY KEY, json BLOB NOT NULL);
  CREATE TABLE media (
    key TEXT PRIMARY KEY, path TEXT, size INTEGER, source INTEGER NOT NULL, name TEXT, type TEXT, bytes INTEGER,
    width INTEGER, height INTEGER, variants TEXT, blurhash TEXT, silent INTEGER
  ) WITHOUT ROWID;
  BEGIN;
`;

// Posts are kept as bytes: encoded here, they go in three times as fast as text that SQLite is to encode.
const encoder = new TextEncoder();

/** How a {@link sqliteLibrary} works. */
export interface SqliteLibraryOptions {
  /** Start no second thread: for one of many programs that are to share a machine's cores. */
  readonly oneThread?: boolean | undefined;
}

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
export function sqliteLibrary({ oneThread = false }: SqliteLibraryOptions = {}): Library {
  const folder = tempFolder();
  const database = new DatabaseSync(join(folder.path, "library.sqlite"));
  database.exec(SCHEMA);
  const tags = new SqliteTags(database);
  const posts = new SqlitePosts(database, tags);

  const packing = oneThread ? PACKING_HERE : new PackingThread();
  const known = new IdIndex();
  /** Posts that were answered: few are, and each page asks. */
  const answered = new IdIndex();
  let lastId = 0;
  const insert = database.prepare("INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const insertDocument = database.prepare("INSERT OR REPLACE INTO document VALUES (?, ?)");
  const documentOf = database.prepare("SELECT json FROM document WHERE key = ?");
  const insertMedia = database.prepare(
    "INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const mediaByKey = database.prepare("SELECT * FROM media WHERE key = ?");

  return {
    packing,
    put(row) {
      if (known.add(row.key, 1) !== 0) posts.remove(row.key);
      if (row.parent !== null) answered.add(row.parent, 1);
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
      tags.changed();
    },
    get: (key) => (known.has(key) ? posts.get(key) : null),
    post: (key) => (known.has(key) ? posts.post(key) : null),
    place: (key) => (known.has(key) ? posts.place(key) : null),
    scan: (order, range = {}) => posts.scan(order, range),
    posts: (order, range = {}) => posts.posts(order, range),
    tags: () => tags.counts(),
    putDocument: (key, json) => void insertDocument.run(key, encoder.encode(json)),
    getDocument(key) {
      const row = documentOf.get(key);
      return row === undefined ? null : textIn(row.json);
    },
    replies: (key) => (answered.has(key) ? posts.replies(key) : []),
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
        output?.silent === true ? 1 : null,
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
