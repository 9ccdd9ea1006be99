import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { IdIndex } from "../ids/id-index.js";
import type { Library, LibraryMedia, LibraryRow } from "../library/library.js";
import { tempFolder } from "./temp-folder.js";

const SCHEMA = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA cache_size = -16384;
  PRAGMA temp_store = MEMORY;
  CREATE TABLE post (
    key TEXT NOT NULL, undated INTEGER NOT NULL, epoch INTEGER NOT NULL, tie TEXT NOT NULL,
    day TEXT, month TEXT, parent TEXT, kind TEXT NOT NULL, json TEXT NOT NULL
  );
  CREATE TABLE media (
    key TEXT PRIMARY KEY, path TEXT, size INTEGER, name TEXT, type TEXT, bytes INTEGER,
    width INTEGER, height INTEGER
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
`;

const OLDEST = "ORDER BY undated, epoch, tie";
const NEWEST = "ORDER BY undated, epoch DESC, tie DESC";
const COLUMNS = "key, undated, epoch, tie, day, parent, kind, json";

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

  const known = new IdIndex();
  const insert = database.prepare("INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const insertMedia = database.prepare("INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
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
  const remove = lazily("DELETE FROM post WHERE key = ?");
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
    put(row) {
      if (known.has(row.key)) remove().run(row.key);
      known.set(row.key, 1);
      insert.run(
        row.key,
        row.epoch === null ? 1 : 0,
        row.epoch ?? 0,
        row.tie,
        row.day,
        row.day?.slice(0, 7) ?? null,
        row.parent,
        row.kind,
        row.json,
      );
    },
    get(key) {
      if (!known.has(key)) return null;
      const row = byKey().get(key);
      return row === undefined ? null : toRow(row);
    },
    *scan(order, range = {}) {
      read();
      const where =
        range.month === undefined ? "" : range.month === null ? "WHERE month IS NULL" : "WHERE month = ?";
      const limit = range.limit === undefined ? "" : `LIMIT ${Math.max(0, Math.trunc(range.limit))}`;
      // One statement per scan: several scans may be open at once.
      const statement = database.prepare(
        `SELECT ${COLUMNS} FROM post ${where} ${order === "oldest" ? OLDEST : NEWEST} ${limit}`,
      );
      const rows = typeof range.month === "string" ? statement.iterate(range.month) : statement.iterate();
      for (const row of rows) yield toRow(row);
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
    putMedia({ key, file, output }) {
      insertMedia.run(
        key,
        file?.path ?? null,
        file?.size ?? null,
        output?.name ?? null,
        output?.mediaType ?? null,
        output?.bytes ?? null,
        output?.width ?? null,
        output?.height ?? null,
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

type Columns = Record<string, SQLOutputValue>;

function toRow(row: Columns): LibraryRow {
  return {
    key: text(row.key),
    epoch: number(row.undated) === 1 ? null : number(row.epoch),
    tie: text(row.tie),
    day: textOrNull(row.day),
    parent: textOrNull(row.parent),
    kind: text(row.kind),
    json: text(row.json),
  };
}

function toMedia(row: Columns): LibraryMedia {
  const path = textOrNull(row.path);
  const name = textOrNull(row.name);
  return {
    key: text(row.key),
    file: path === null ? null : { path, size: number(row.size) },
    output:
      name === null
        ? null
        : {
            name,
            mediaType: text(row.type),
            bytes: number(row.bytes),
            width: numberOrNull(row.width),
            height: numberOrNull(row.height),
          },
  };
}

function text(value: SQLOutputValue | undefined): string {
  if (typeof value !== "string") throw new TypeError("The library holds no text where it should");
  return value;
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : text(value);
}

function number(value: SQLOutputValue | undefined): number {
  if (typeof value !== "number") throw new TypeError("The library holds no number where it should");
  return value;
}

function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return value === null || value === undefined ? null : number(value);
}
