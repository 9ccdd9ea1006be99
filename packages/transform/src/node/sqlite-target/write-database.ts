import { DatabaseSync } from "node:sqlite";
import type { RunOptions } from "@archive/schema";
import { toText } from "../../content/to-text.js";
import type { Selection } from "../../select/selection.js";
import { type PostRecord, postRecord } from "../../targets/data/post-record.js";
import { postsWithProgress } from "../../targets/posts-with-progress.js";
import { INDEXES, TABLES, TABLES_VERSION } from "./tables.js";

const BUILDING = `
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -8192;
PRAGMA temp_store = FILE;
`;

/** Writes the posts of a selection into a new SQLite file. The same posts give the same bytes. */
export async function writeDatabase(path: string, selection: Selection, run: RunOptions): Promise<void> {
  const database = new DatabaseSync(path);
  try {
    database.exec(BUILDING);
    database.exec(`PRAGMA user_version = ${TABLES_VERSION}`);
    database.exec("BEGIN");
    database.exec(TABLES);
    writeAccounts(database, selection);
    const write = postWriter(database);
    let number = 0;
    for await (const post of postsWithProgress(selection.posts("oldest"), "posts.sqlite", run)) {
      number += 1;
      write(number, postRecord(post, selection), post.account in selection.accounts ? post.account : null);
    }
    database.exec(INDEXES);
    database.exec("COMMIT");
    database.exec("ANALYZE");
  } finally {
    database.close();
  }
}

function writeAccounts(database: DatabaseSync, { accounts }: Selection): void {
  const insert = inserter(database, "account", 7);
  for (const [number, { id, handle, name, url, joinedAt, bio }] of accounts.entries()) {
    insert(number, id, handle, name, url, joinedAt, bio === null ? null : toText(bio));
  }
}

type Cell = string | number | null;

/** Adds a row to a table. To SQLite's functions, and to most programs that ask it, a text ends at its first NUL: none is stored. */
function inserter(database: DatabaseSync, table: string, columns: number): (...row: Cell[]) => void {
  const marks = Array.from({ length: columns }, () => "?").join(", ");
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${marks})`);
  return (...row) => {
    for (let at = 0; at < columns; at += 1) {
      const cell = row[at];
      if (typeof cell === "string" && cell.includes("\0")) row[at] = cell.replaceAll("\0", "\ufffd");
    }
    insert.run(...row);
  };
}

type WritePost = (number: number, record: PostRecord, account: number | null) => void;

function postWriter(database: DatabaseSync): WritePost {
  const into = (table: string, columns: number) => inserter(database, table, columns);
  const post = into("post", 27);
  const hashtag = into("hashtag", 2);
  const mention = into("mention", 3);
  const attachment = into("attachment", 11);
  const poll = into("poll", 5);
  const option = into("poll_option", 4);
  const event = into("event", 4);
  const revision = into("revision", 7);

  return (number, record, account) => {
    post(...postRow(number, record, account));
    for (const name of record.hashtags) hashtag(number, name);
    for (const { name, url } of record.mentions) mention(number, name, url);
    for (const [position, each] of record.attachments.entries()) {
      attachment(
        number,
        position,
        ...[each.kind, each.mediaType, each.url, Number(each.inArchive), each.alt],
        ...[each.width, each.height, each.duration, each.blurhash],
      );
    }
    if (record.poll !== null) {
      const { multiple, closed, voters, endTime, options } = record.poll;
      poll(number, Number(multiple), Number(closed), voters, endTime);
      for (const [position, { name, votes }] of options.entries()) option(number, position, name, votes);
    }
    if (record.event !== null) event(number, record.event.start, record.event.end, record.event.place);
    for (const [position, each] of record.history.entries()) {
      revision(number, position, each.updated, each.title, each.contentWarning, each.text, each.html);
    }
  };
}

/** The values of a post's row, in the order of its columns. */
function postRow(number: number, record: PostRecord, account: number | null): Cell[] {
  const alts = record.attachments.flatMap(({ alt }) => alt ?? []);
  const options = (record.poll?.options ?? []).map(({ name }) => name);
  return [
    number,
    ...[record.key, record.id, record.url, account, record.kind, record.type, record.visibility],
    ...[record.published, record.updated, record.goneSince, record.language],
    ...[record.title, record.contentWarning, Number(record.sensitive), record.text, record.html],
    alts.length === 0 ? null : alts.join("\n"),
    options.length === 0 ? null : options.join("\n"),
    ...[record.inReplyTo, record.inReplyToKey, record.thread, record.quote, record.boostOf],
    ...[record.likes, record.boosts, record.replies],
  ];
}
