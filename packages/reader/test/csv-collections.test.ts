import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packTar, packTarGz, packZip, writeFolder } from "@archive/fixtures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CollectionName, openArchive, type Reference } from "../src/index.js";
import { archive, bytesOf, FOLLOWING, read, readZip } from "./collection-helpers.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csv-collections-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
