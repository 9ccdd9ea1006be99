import type { RunOptions } from "@archive/schema";
import { stringify } from "csv-stringify/browser/esm/sync";
import type { CollectionMember, Selection } from "../../select/selection.js";
import type { Bytes, SourceCollection } from "../../source.js";
import { textChunks } from "../data/text-chunks.js";
import type { OutputFile } from "../target.js";

/** A file of rows in the shape that Mastodon exports. */
interface Table {
  readonly collection: SourceCollection;
  readonly file: string;
  readonly header: readonly string[] | null;
  /** `null` leaves a member out. */
  row(member: CollectionMember): readonly string[] | null;
}

const ACCOUNT = /^@?([\p{L}\p{N}_][\p{L}\p{N}_.-]*@[\p{L}\p{N}][\p{L}\p{N}.:-]*)$/u;
const PROFILE = /^https:\/\/([^/]+)\/(?:@|users\/|u\/)([^/@?#]+)$/i;

/** `user@host` of an account's name or of its address as most servers have it; `null` where it can't be told. */
function accountOf(id: unknown): string | null {
  if (typeof id !== "string") return null;
  const profile = PROFILE.exec(id);
  return ACCOUNT.exec(profile === null ? id : `${profile[2]}@${profile[1]}`)?.[1] ?? null;
}

function accountRow(...more: readonly string[]): (member: CollectionMember) => readonly string[] | null {
  return ({ id }) => {
    const account = accountOf(id);
    return account === null ? null : [account, ...more];
  };
}

const TABLES: readonly Table[] = [
  {
    collection: "following",
    file: "following_accounts.csv",
    header: ["Account address", "Show boosts", "Notify on new posts", "Languages"],
    row: ({ id, showBoosts, notify, languages }) => {
      const account = accountOf(id);
      if (account === null) return null;
      const spoken = Array.isArray(languages) ? languages.filter((each) => typeof each === "string") : [];
      return [account, String(showBoosts !== false), String(notify === true), spoken.join(", ")];
    },
  },
  { collection: "followers", file: "followers.csv", header: ["Account address"], row: accountRow() },
  { collection: "blocks", file: "blocks.csv", header: null, row: accountRow() },
  {
    collection: "mutes",
    file: "mutes.csv",
    header: ["Account address", "Hide notifications"],
    row: ({ id, hideNotifications }) => {
      const account = accountOf(id);
      return account === null ? null : [account, String(hideNotifications !== false)];
    },
  },
  {
    collection: "lists",
    file: "lists.csv",
    header: null,
    row: ({ list, member }) => {
      const account = accountOf(member);
      return account === null || typeof list !== "string" ? null : [list, account];
    },
  },
  { collection: "bookmarks", file: "bookmarks.csv", header: null, row: ({ id }) => [id] },
];

/** The collections that were asked for, in Mastodon's CSV formats, as the FEP has them. */
export function* csvFiles(selection: Selection, folder: string, run: RunOptions): Generator<OutputFile> {
  for (const table of TABLES) {
    const members = selection.collection(table.collection, run);
    if (members !== null) yield { path: folder + table.file, content: bytesOf(table, members) };
  }
}

function bytesOf({ header, row }: Table, members: AsyncIterable<CollectionMember>): Bytes {
  async function* lines(): AsyncGenerator<string> {
    if (header !== null) yield stringify([[...header]]);
    for await (const member of members) {
      const cells = row(member);
      if (cells !== null) yield stringify([[...cells]]);
    }
  }
  return textChunks(lines());
}
