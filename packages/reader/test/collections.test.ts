import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mastodonArchive, packTar, packTarGz, packZip, writeFolder } from "@archive/fixtures";
import type { Diagnostic, JsonObject } from "@archive/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CollectionName,
  type Item,
  type OpenArchiveOptions,
  openArchive,
  type Reference,
} from "../src/index.js";

const encoder = new TextEncoder();
type Content = string | Uint8Array | JsonObject | readonly unknown[];

function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return encoder.encode(typeof content === "string" ? content : JSON.stringify(content));
}

/** A small export with some files beside its outbox. */
function archive(files: Readonly<Record<string, Content>>): Map<string, Uint8Array> {
  const all = new Map(mastodonArchive({}));
  all.delete("likes.json");
  all.delete("bookmarks.json");
  for (const [name, content] of Object.entries(files)) all.set(name, bytesOf(content));
  return all;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

interface Read {
  readonly has: readonly CollectionName[];
  readonly items: ReadonlyMap<CollectionName, Item<Reference>[]>;
  readonly values: Readonly<Partial<Record<CollectionName, Reference[]>>>;
  readonly codes: string[];
  readonly found: Diagnostic[];
  readonly container: string;
  readonly dialect: string;
  readonly posts: number;
}

async function read(source: string | Uint8Array, options: OpenArchiveOptions = {}): Promise<Read> {
  const found: Diagnostic[] = [];
  const run = { onDiagnostic: (each: Diagnostic) => found.push(each) };
  await using opened = await openArchive(source, { ...options, ...run });
  const has = [...opened.has];
  const items = new Map<CollectionName, Item<Reference>[]>();
  const values: Partial<Record<CollectionName, Reference[]>> = {};
  for (const name of has) {
    const list = await all(opened.collection(name, run));
    items.set(name, list);
    values[name] = list.map(({ value }) => value);
  }
  const posts = (await all(opened.outbox(run))).length;
  const { container, dialect } = opened.info;
  return { has, items, values, codes: found.map(({ code }) => code), found, container, dialect, posts };
}

async function readZip(files: Readonly<Record<string, Content>>): Promise<Read> {
  return read(await packZip(archive(files)));
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "collections-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const FOLLOWING = `Account address,Show boosts,Notify on new posts,Languages

ada@b.example,true,false,
@bob@c.example,false,true,"en, fr"
`;

describe("CSV files as Mastodon writes them", () => {
  it("are read with all they know, at any header there ever was", async () => {
    const { values, codes } = await readZip({
      "following_accounts.csv": FOLLOWING,
      "muted_accounts.csv": "Account address,Hide notifications\nada@b.example,true\nbob@c.example,FALSE\n",
      "blocked_accounts.csv": "ada@b.example\nbob@c.example\n",
      "blocked_domains.csv": "Bad.example\n*.worse.example\n",
      "lists.csv": 'Friends,ada@b.example\n"Cats, and ""dogs""",bob@c.example\nFriends,bob@c.example\n',
      "bookmarks.csv": "https://b.example/1\nhttps://b.example/2\n",
    });
    expect(values).toEqual({
      bookmarks: [{ id: "https://b.example/1" }, { id: "https://b.example/2" }],
      following: [
        { id: "ada@b.example", showBoosts: true, notify: false },
        { id: "bob@c.example", showBoosts: false, notify: true, languages: ["en", "fr"] },
      ],
      blocks: [{ id: "ada@b.example" }, { id: "bob@c.example" }],
      mutes: [
        { id: "ada@b.example", hideNotifications: true },
        { id: "bob@c.example", hideNotifications: false },
      ],
      lists: [
        { id: "Friends", list: "Friends", member: "ada@b.example" },
        { id: 'Cats, and "dogs"', list: 'Cats, and "dogs"', member: "bob@c.example" },
        { id: "Friends", list: "Friends", member: "bob@c.example" },
      ],
      domainBlocks: [{ id: "bad.example" }, { id: "*.worse.example" }],
    });
    expect(codes).toEqual([]);
  });

  it.each<[string, string, CollectionName, Reference[]]>([
    ["without a header, up to 2.7", "ada@b.example\n", "following", [{ id: "ada@b.example" }]],
    [
      "of 2.8",
      "Account address,Show boosts\nada@b.example,true\n",
      "following",
      [{ id: "ada@b.example", showBoosts: true }],
    ],
    [
      "with line ends of Windows",
      FOLLOWING.replaceAll("\n", "\r\n"),
      "following",
      [
        { id: "ada@b.example", showBoosts: true, notify: false },
        { id: "bob@c.example", showBoosts: false, notify: true, languages: ["en", "fr"] },
      ],
    ],
    ["without a line end", "Account address\nada@b.example", "following", [{ id: "ada@b.example" }]],
    [
      "with semicolons, as spreadsheets save it",
      "Account address;Show boosts\nada@b.example;false\n",
      "following",
      [{ id: "ada@b.example", showBoosts: false }],
    ],
    [
      "with an address and a name without a host",
      "https://b.example/@ada\nbob\n",
      "following",
      [{ id: "https://b.example/@ada" }, { id: "bob" }],
    ],
  ])("%s", async (_, text, name, expected) => {
    const { values, codes } = await readZip({ "following_accounts.csv": text });
    expect(values).toEqual({ [name]: expected });
    expect(codes).toEqual([]);
  });

  it("counts by the header where name and header differ, and by neither alone where both say nothing", async () => {
    const { values } = await readZip({
      "following.csv": "Account address,Hide notifications\nada@b.example,true\n",
      "mine.csv": "#domain,#severity\nbad.example,suspend\n",
      "notes.csv": "a,b,c\n1,2,3\n",
      "accounts.csv": "Account address\nada@b.example\n",
      "x.csv": "List name,Account address\nFriends,ada@b.example\n",
      "saved.csv": "#uri\nhttps://b.example/1\n",
    });
    expect(values).toEqual({
      bookmarks: [{ id: "https://b.example/1" }],
      mutes: [{ id: "ada@b.example", hideNotifications: true }],
      lists: [{ id: "Friends", list: "Friends", member: "ada@b.example" }],
      domainBlocks: [{ id: "bad.example", severity: "suspend" }],
    });
  });

  it("tells each row's place", async () => {
    const { items } = await readZip({ "following_accounts.csv": FOLLOWING });
    const [first, second] = items.get("following") ?? [];
    const at = FOLLOWING.indexOf("@bob");
    expect(second).toMatchObject({ file: "following_accounts.csv", pointer: "/2", index: 1, offset: at });
    expect(FOLLOWING.slice(at, at + (second?.length ?? 0))).toBe('@bob@c.example,false,true,"en, fr"');
    expect(first?.raw).toEqual({
      "Account address": "ada@b.example",
      "Show boosts": "true",
      "Notify on new posts": "false",
      Languages: "",
    });
  });

  it("reads past a byte order mark, other encodings and broken quotes, and says so", async () => {
    const marked = await readZip({
      "mutes.csv": "\u{feff}Account address,Hide notifications\nada@b.example,true\n",
    });
    expect(marked.values).toEqual({ mutes: [{ id: "ada@b.example", hideNotifications: true }] });
    expect(marked.codes).toEqual(["csv/byte-order-mark"]);

    const text = "List name,Account address\nMüßig,ada@b.example\n";
    const list = { id: "Müßig", list: "Müßig", member: "ada@b.example" };
    const wide = Buffer.from(`\u{feff}${text}`, "utf16le");
    const le = await readZip({ "lists.csv": new Uint8Array(wide) });
    expect(le.values).toEqual({ lists: [list] });
    expect(le.codes).toEqual(["csv/encoding"]);
    expect(le.items.get("lists")?.[0]?.offset).toBe(2 + 2 * text.indexOf("Müßig"));
    const be = await readZip({ "lists.csv": new Uint8Array(wide.swap16()) });
    expect([be.values, be.codes]).toEqual([le.values, le.codes]);
    const latin = await readZip({ "lists.csv": new Uint8Array(Buffer.from(text, "latin1")) });
    expect(latin.values).toEqual({ lists: [list] });
    expect(latin.codes).toEqual(["csv/encoding"]);

    const broken = await readZip({
      "lists.csv":
        'My 12" records,ada@b.example\nFriends,bob@c.example\n"Open,eve@d.example\nLast,ada@b.example\n',
    });
    expect(broken.values.lists?.map(({ list, member }) => [list, member])).toEqual([
      ['My 12" records', "ada@b.example"],
      ["Friends", "bob@c.example"],
      ["Last", "ada@b.example"],
    ]);
    expect(broken.codes).toContain("csv/invalid-row");
  });

  it("leaves out rows without an address, each with a diagnostic", async () => {
    const good = "ada@b.example,true\nbob@c.example\neve@d.example,no\n";
    const { values, found } = await readZip({ "mutes.csv": `${good},false\n\n@\n` });
    expect(values.mutes?.map(({ id }) => id)).toEqual(["ada@b.example", "bob@c.example", "eve@d.example"]);
    expect(found).toMatchObject([
      { code: "reference/invalid", offset: good.length, expected: "an account" },
      { code: "reference/invalid", offset: good.length + ",false\n\n".length },
    ]);
  });

  it("reads a file of any length row by row", async () => {
    const row = "someone.with.a.long.name@server.example,true,false,\n";
    const files = archive({ "following.csv": `Account address,Show boosts\n${row.repeat(50_000)}` });
    await using opened = await openArchive(await packTar(files));
    let count = 0;
    for await (const { value } of opened.collection("following")) count += value.showBoosts === true ? 1 : 0;
    expect(count).toBe(50_000);
  });
});

describe("JSON files", () => {
  it("are read in every shape that exports and backup programs give them", async () => {
    const { values, codes } = await readZip({
      "likes.json": { type: "OrderedCollection", orderedItems: ["https://b.example/1"] },
      "followers.json": {
        id: "https://a.example/users/x/followers",
        type: "Collection",
        items: ["https://b.example/users/ada"],
      },
      "following.json": [
        "https://b.example/ada",
        { acct: "bob@c.example", id: "109", url: "https://c.example/@bob" },
      ],
      "muted_users.json": { muted_users: [{ acct: "eve@d.example" }] },
      "blocked_users.json": [{ type: "Block", object: "https://d.example/users/eve" }],
      "domain_blocks.json": ["Bad.example", { domain: "worse.example", severity: "silence" }],
      "lists.json": [
        { title: "Friends", accounts: [{ acct: "ada@b.example" }, "@bob@c.example"] },
        { title: "Nobody", accounts: [] },
      ],
      "custom_filters.json": {
        custom_filters: [
          {
            title: "Spoilers",
            expires_at: null,
            context: ["home"],
            action: "hide",
            keywords_attributes: [{ keyword: "finale", whole_word: true }],
            statuses: ["https://b.example/9"],
          },
        ],
      },
    });
    expect(codes).toEqual([]);
    expect(values).toEqual({
      likes: [{ id: "https://b.example/1" }],
      following: [{ id: "https://b.example/ada" }, { id: "bob@c.example" }],
      followers: [{ id: "https://b.example/users/ada" }],
      blocks: [{ id: "https://d.example/users/eve" }],
      mutes: [{ id: "eve@d.example" }],
      lists: [
        { id: "Friends", list: "Friends", member: "ada@b.example" },
        { id: "Friends", list: "Friends", member: "bob@c.example" },
        { id: "Nobody", list: "Nobody" },
      ],
      domainBlocks: [{ id: "bad.example" }, { id: "worse.example", severity: "silence" }],
      filters: [
        {
          id: "Spoilers",
          filter: {
            context: ["home"],
            action: "hide",
            expiresAt: null,
            keywords: [{ keyword: "finale", wholeWord: true }],
            statuses: ["https://b.example/9"],
          },
        },
      ],
    });
  });

  it("are told by content: a name alone is not believed, and a wrong ending is no matter", async () => {
    const { has, codes, values } = await readZip({
      "followers.json": { type: "Person", followers: "https://a.example/followers", items: 3 },
      "lists.json": [{ color: "red" }],
      "blocked_domains.csv": '["bad.example"]',
      "following.csv": "<!doctype html>\n<p>Sign in to download</p>\n",
      "mutes.csv": "",
    });
    expect(has).toEqual(["mutes", "domainBlocks"]);
    expect(values).toEqual({ mutes: [], domainBlocks: [{ id: "bad.example" }] });
    expect(codes).toEqual(Array.from({ length: 3 }, () => "collection/unrecognised"));
  });

  it("tell an empty collection from one that is not there", async () => {
    const { has, values } = await readZip({
      "followers.json": { type: "OrderedCollection", orderedItems: [] },
    });
    expect(has).toEqual(["followers"]);
    expect(values).toEqual({ followers: [] });
  });
});

describe("several files of one collection", () => {
  it("are read together, each member once, the file that knows more first", async () => {
    const { values } = await readZip({
      "following.json": ["https://b.example/users/Ada", "https://e.example/users/new"],
      "following_accounts.csv": FOLLOWING,
      "following_accounts (1).csv": "carol@f.example\n",
      "bookmarks.json": { orderedItems: ["https://b.example/1", "https://b.example/2"] },
      "bookmarks.csv": "https://b.example/2\nhttps://b.example/3\n",
    });
    expect(values.following?.map(({ id }) => id)).toEqual([
      "carol@f.example",
      "ada@b.example",
      "bob@c.example",
      "https://e.example/users/new",
    ]);
    expect(new Set(values.bookmarks?.map(({ id }) => id))).toEqual(
      new Set(["https://b.example/1", "https://b.example/2", "https://b.example/3"]),
    );
    expect(values.bookmarks).toHaveLength(3);
  });
});

describe("where they are looked for", () => {
  const files = {
    "following_accounts.csv": FOLLOWING,
    "lists.json": [{ title: "A", members: ["x@y.example"] }],
  };
  it("is the same in every container", async () => {
    const expected = (await readZip(files)).values;
    expect(Object.keys(expected)).toEqual(["following", "lists"]);
    const path = join(folder, "unpacked");
    await writeFolder(archive(files), path);
    const sources = [await packTar(archive(files)), await packTarGz(archive(files)), path];
    for (const source of sources) expect((await read(source)).values).toEqual(expected);
    const small = await read(await packTarGz(archive(files)), { maxKeptBytes: 4096 });
    expect(small.values).toEqual(expected);
  });

  it("is the folder a bare outbox lies in, unless that is not wanted", async () => {
    const path = join(folder, "bare");
    const outbox = { type: "OrderedCollection", orderedItems: [] };
    const beside = {
      "outbox.json": outbox,
      ...files,
      "other.csv": "#domain\nx.example\n",
      "notes.txt": "ada@b.example",
    };
    await writeFolder(new Map(Object.entries(beside).map(([name, each]) => [name, bytesOf(each)])), path);
    const near = await read(join(path, "outbox.json"));
    expect(near.has).toEqual(["following", "lists"]);
    expect(near.values.following).toHaveLength(2);
    expect(near.items.get("following")?.[0]?.file).toBe("following_accounts.csv");
    expect((await read(join(path, "outbox.json"), { beside: false })).has).toEqual([]);
    // A packed archive may have other people's files around it.
    await writeFile(join(path, "export.zip"), await packZip(archive({})));
    expect((await read(join(path, "export.zip"))).has).toEqual([]);
    expect((await read(join(path, "export.zip"), { beside: true })).has).toEqual(["following", "lists"]);
  });

  it("leaves those of another archive in the same container alone", async () => {
    const other = [...archive(files)].map(([name, bytes]): [string, Uint8Array] => [
      `old/copy/${name}`,
      bytes,
    ]);
    const { has } = await read(await packZip(new Map([...archive({}), ...other])));
    expect(has).toEqual([]);
  });
});

describe("CSV files without an outbox", () => {
  it("are an archive: a single one, and a folder or container that holds nothing else", async () => {
    const path = join(folder, "following_accounts.csv");
    await writeFile(path, FOLLOWING);
    const single = await read(path);
    expect(single).toMatchObject({
      container: "csv",
      dialect: "csv",
      posts: 0,
      has: ["following"],
      codes: [],
    });
    expect(single.values.following).toHaveLength(2);

    const both = new Map([
      ["export/following.csv", bytesOf(FOLLOWING)],
      ["export/blocks.csv", bytesOf("eve@d.example\n")],
      ["export/README.txt", bytesOf("made in May")],
    ]);
    const unpacked = join(folder, "csvs");
    await writeFolder(both, unpacked);
    const sources: [string, string | Uint8Array][] = [
      ["zip", await packZip(both)],
      ["tar", await packTar(both)],
      ["tar.gz", await packTarGz(both)],
      ["folder", unpacked],
    ];
    for (const [container, source] of sources) {
      const several = await read(source);
      expect(several).toMatchObject({ container, dialect: "csv", posts: 0, has: ["following", "blocks"] });
    }
  });

  it("are told by their header when they come as bytes", async () => {
    const content = await read(bytesOf(FOLLOWING));
    expect(content).toMatchObject({ container: "csv", has: ["following"] });
    expect((await read(bytesOf("ada@b.example\n"), { name: "blocks.csv" })).has).toEqual(["blocks"]);
  });

  it("are none when nothing about them is known", async () => {
    for (const text of ["a,b\n1,2\n", "ada@b.example\n", "hello"]) {
      await expect(openArchive(bytesOf(text))).rejects.toMatchObject({ code: "archive/not-an-archive" });
    }
    const mixed = new Map([
      ["following.csv", bytesOf(FOLLOWING)],
      ["holiday.jpg", bytesOf("x")],
    ]);
    await expect(openArchive(await packZip(mixed))).rejects.toMatchObject({ code: "archive/no-outbox" });
  });
});

const fixtures = fileURLToPath(
  new URL("../../../../shared/corpora/04-exports/mastodon-spec-fixtures/files/", import.meta.url),
);
describe.skipIf(!existsSync(fixtures))("Mastodon's own test files", () => {
  it.each<[string, string, CollectionName, number]>([
    ["following_accounts.csv", "following_accounts.csv", "following", 2],
    ["muted_accounts.csv", "muted_accounts.csv", "mutes", 2],
    ["imports.txt", "blocked_accounts.csv", "blocks", 2],
    ["new-mute-imports.txt", "muted.csv", "mutes", 2],
    ["utf8-followers.txt", "followers.csv", "followers", 1],
    ["domain_allows.csv", "anything.csv", "domainBlocks", 2],
  ])("%s, called %s", async (file, name, collection, count) => {
    const { values, codes } = await read(new Uint8Array(readFileSync(fixtures + file)), { name });
    expect(values[collection]).toHaveLength(count);
    expect(codes).toEqual([]);
  });
});
