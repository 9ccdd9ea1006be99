/**
 * Version of the tables; it rises when a column changes its meaning or goes. Stands in `PRAGMA user_version`.
 *
 * @example
 * ```ts
 * import { openDatabase, TABLES_VERSION } from "@archive/transform/sqlite";
 * using database = await openDatabase(selection);
 * database.query("PRAGMA user_version").rows.flat()[0] === TABLES_VERSION; // true
 * ```
 */
export const TABLES_VERSION = 1;

/** Tables are documented in the file itself: SQLite keeps the comments. */
export const TABLES = `
CREATE TABLE account ( -- whose posts they are
  number INTEGER PRIMARY KEY,
  id TEXT, -- ActivityPub id
  handle TEXT, -- @name@host
  name TEXT NOT NULL,
  url TEXT,
  joined_at TEXT, -- ISO 8601, UTC
  bio TEXT -- plain text
);
CREATE TABLE post ( -- one row a post or boost, oldest first
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- what this toolkit calls it: a hash of its id, the same in every output
  id TEXT, -- ActivityPub id, of a boost the activity's
  url TEXT, -- the page of the original
  account INTEGER REFERENCES account (number),
  kind TEXT NOT NULL, -- post, reply, selfReply, boost, poll
  type TEXT, -- ActivityStreams type; null of a boost
  visibility TEXT NOT NULL, -- public, unlisted, followers, direct, unknown
  published TEXT, -- ISO 8601, UTC
  updated TEXT, -- last edit, ISO 8601, UTC
  gone_since TEXT, -- date of the first later export without it
  language TEXT, -- BCP-47
  title TEXT,
  content_warning TEXT,
  sensitive INTEGER NOT NULL, -- 0 or 1
  text TEXT, -- without markup
  html TEXT, -- sanitised
  alt_texts TEXT, -- of all its media, for searching
  poll_options TEXT, -- for searching
  in_reply_to TEXT, -- id of the post it answers
  in_reply_to_key TEXT, -- if that is in this file
  thread TEXT NOT NULL, -- key of the first post of the self-thread
  quote TEXT, -- id
  boost_of TEXT, -- id
  likes INTEGER, boosts INTEGER, replies INTEGER -- as the server counted
);
CREATE TABLE hashtag ( post INTEGER NOT NULL REFERENCES post (number), name TEXT NOT NULL );
CREATE TABLE mention ( post INTEGER NOT NULL REFERENCES post (number), name TEXT NOT NULL, url TEXT );
CREATE TABLE attachment (
  post INTEGER NOT NULL REFERENCES post (number),
  position INTEGER NOT NULL, -- from 0
  kind TEXT NOT NULL, -- image, video, audio, unknown
  media_type TEXT, url TEXT,
  in_archive INTEGER NOT NULL, -- 0 or 1
  alt TEXT, width INTEGER, height INTEGER,
  duration REAL, -- seconds
  blurhash TEXT
);
CREATE TABLE poll (
  post INTEGER PRIMARY KEY REFERENCES post (number),
  multiple INTEGER NOT NULL, closed INTEGER NOT NULL, -- 0 or 1
  voters INTEGER, end_time TEXT
);
CREATE TABLE poll_option (
  post INTEGER NOT NULL REFERENCES post (number), position INTEGER NOT NULL, name TEXT NOT NULL, votes INTEGER
);
CREATE TABLE event ( post INTEGER PRIMARY KEY REFERENCES post (number), start TEXT, "end" TEXT, place TEXT );
CREATE TABLE revision ( -- earlier versions, where they were asked for
  post INTEGER NOT NULL REFERENCES post (number), position INTEGER NOT NULL,
  updated TEXT, title TEXT, content_warning TEXT, text TEXT, html TEXT
);
`;

/** Made when all rows are in. */
export const INDEXES = `
CREATE INDEX post_by_time ON post (published);
CREATE INDEX post_by_thread ON post (thread);
CREATE INDEX post_by_id ON post (id);
CREATE INDEX hashtag_by_name ON hashtag (name COLLATE NOCASE);
CREATE INDEX hashtag_by_post ON hashtag (post);
CREATE INDEX mention_by_post ON mention (post);
CREATE INDEX mention_by_name ON mention (name COLLATE NOCASE);
CREATE INDEX attachment_by_post ON attachment (post);
CREATE INDEX poll_option_by_post ON poll_option (post);
CREATE INDEX revision_by_post ON revision (post);
CREATE VIRTUAL TABLE post_fts USING fts5 (
  title, content_warning, text, alt_texts, poll_options,
  content = 'post', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO post_fts (post_fts) VALUES ('rebuild');
INSERT INTO post_fts (post_fts) VALUES ('optimize');
CREATE VIEW month AS
  SELECT substr(published, 1, 7) AS month, count(*) FILTER (WHERE kind <> 'boost') AS posts,
         count(*) FILTER (WHERE kind IN ('reply', 'selfReply')) AS replies,
         count(*) FILTER (WHERE kind = 'boost') AS boosts
  FROM post GROUP BY 1 ORDER BY 1;
CREATE VIEW hashtag_count AS
  SELECT lower(name) AS name, count(*) AS posts FROM hashtag GROUP BY 1 ORDER BY 2 DESC, 1;
CREATE VIEW self_thread AS
  SELECT thread, count(*) AS posts, min(published) AS first, max(published) AS last
  FROM post GROUP BY thread HAVING count(*) > 1 ORDER BY first;
`;
