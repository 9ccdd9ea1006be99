import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packTar, packTarGz, packZip, writeFolder } from "@archive/fixtures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archive, bytesOf, FOLLOWING, read, readZip } from "./collection-helpers.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "collections-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
