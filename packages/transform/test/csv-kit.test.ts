import { create, note, packZip, statusUri, TESS } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Diagnostic } from "@archive/schema";
import { memoryLibrary, type SourceCollection, select } from "@archive/transform";
import {
  addressOf,
  CSV_KIT_COLLECTIONS,
  csvKitTarget,
  domainOf,
  handleOf,
  KIT_SERVERS,
  type KitServer,
  MOST_ROWS,
} from "@archive/transform/csv-kit";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collect, memorySource } from "./support/memory-source.js";
import { outputText } from "./support/output-text.js";

type Members = NonNullable<NonNullable<Parameters<typeof memorySource>[0]["collections"]>[SourceCollection]>;
type Collections = Readonly<Partial<Record<SourceCollection, Members>>>;

async function kit(
  collections: Collections,
  server?: KitServer,
  activities: readonly unknown[] = [],
): Promise<{ files: Map<string, string>; found: Diagnostic[] }> {
  const source = memorySource({ collections, activities });
  const library = memoryLibrary();
  const { selection } = await select(source, { library, collections: CSV_KIT_COLLECTIONS });
  const files = new Map<string, string>();
  const found: Diagnostic[] = [];
  const run = { onDiagnostic: (each: Diagnostic) => void found.push(each) };
  for await (const { path, content } of csvKitTarget.render(selection, { server }, run)) {
    expect(files.has(path)).toBe(false);
    files.set(path, await outputText(content));
  }
  return { files, found };
}

const full: Collections = {
  following: [
    { id: "ada@social.example", showBoosts: false, notify: true, languages: ["de", "pt-BR"] },
    { id: "@bob@other.example" },
    { id: "https://third.example/users/cyd" },
  ],
  blocks: [{ id: "troll@bad.example" }],
  mutes: [{ id: "loud@noise.example", hideNotifications: false }, { id: "quiet@noise.example" }],
  lists: [
    { id: "Maps, “old”", list: 'Maps, "old"', member: "ada@social.example" },
    { id: "empty", list: "empty" },
  ],
  domainBlocks: [{ id: "Spam.Example" }, { id: "bücher.example" }],
  bookmarks: [{ id: "https://other.example/@bob/1?a=1,2" }],
};

describe("the files of each server", () => {
  it("are Mastodon’s own, to the byte", async () => {
    const { files, found } = await kit(full, "mastodon");
    expect(Object.fromEntries(files)).toEqual({
      "following_accounts.csv":
        "Account address,Show boosts,Notify on new posts,Languages\n" +
        'ada@social.example,false,true,"de, pt-BR"\nbob@other.example,true,false,\ncyd@third.example,true,false,\n',
      "blocked_accounts.csv": "troll@bad.example\n",
      "muted_accounts.csv":
        "Account address,Hide notifications\nloud@noise.example,false\nquiet@noise.example,true\n",
      "lists.csv": '"Maps, ""old""",ada@social.example\n',
      "blocked_domains.csv": "spam.example\nxn--bcher-kva.example\n",
      "bookmarks.csv": '"https://other.example/@bob/1?a=1,2"\n',
    });
    expect(found).toEqual([]);
  });

  it("have four full columns for GoToSocial, which skips rows with an empty boolean", async () => {
    const { files } = await kit(full, "gotosocial");
    expect([...files.keys()]).toEqual(["following.csv", "blocks.csv", "mutes.csv"]);
    const rows: string[][] = parse(files.get("following.csv") ?? "");
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4]);
    for (const row of rows.slice(1))
      expect(row.slice(1, 3).every((cell) => /^(?:true|false)$/.test(cell))).toBe(true);
  });

  it.each(["pleroma", "akkoma"] as const)(
    "are bare columns for %s, which splits at any white space",
    async (server) => {
      const { files } = await kit({ ...full, mutes: [{ id: "https://odd.example/actor" }] }, server);
      expect(Object.fromEntries(files)).toEqual({
        "friends.csv": "ada@social.example\nbob@other.example\ncyd@third.example\n",
        "blocks.csv": "troll@bad.example\n",
        "mutes.csv": "https://odd.example/actor\n",
      });
    },
  );

  it.each(["misskey", "sharkey"] as const)("have no quotes for %s, which reads none", async (server) => {
    const { files } = await kit(full, server);
    expect(Object.fromEntries(files)).toEqual({
      "following.csv": "ada@social.example\nbob@other.example\ncyd@third.example\n",
      "blocking.csv": "troll@bad.example\n",
      "mute.csv": "loud@noise.example\nquiet@noise.example\n",
      "user-lists.csv": 'Maps "old",ada@social.example\n',
    });
  });

  it("has Friendica’s header with its space", async () => {
    const { files } = await kit(full, "friendica");
    expect(files.get("contacts.csv")).toMatch(/^Account address, Show boosts\nada@social\.example, true\n/);
  });

  it("lie in a folder for each server when none is named, and nowhere when there is nothing", async () => {
    const { files } = await kit(full);
    expect(new Set([...files.keys()].map((path) => path.split("/")[0]))).toEqual(new Set(KIT_SERVERS));
    expect((await kit({})).files.size).toBe(0);
    expect((await kit({ blocks: [] })).files.size).toBe(0);
  });

  it("has a header of its own where a list is called like one", async () => {
    const { files } = await kit({ lists: [{ id: "#uri", list: "#uri", member: "a@b.example" }] }, "mastodon");
    expect(files.get("lists.csv")).toBe("List name,Account address\n#uri,a@b.example\n");
  });

  it("writes filters as Mastodon 4.6 imports them", async () => {
    const filter = {
      context: ["home", "nowhere"],
      action: "hide",
      expiresAt: null,
      keywords: [{ keyword: "tides", wholeWord: true }],
      statuses: [],
    };
    const { files } = await kit({ filters: [{ id: "Sea", filter }] }, "mastodon");
    expect(JSON.parse(files.get("custom_filters.json") ?? "")).toEqual({
      custom_filters: [
        {
          title: "Sea",
          expires_at: null,
          context: ["home"],
          action: "hide",
          keywords_attributes: [{ keyword: "tides", whole_word: true }],
          statuses: [],
        },
      ],
    });
  });
});

describe("rows", () => {
  it("are divided at 20 000, each file with its header, and none is lost", async () => {
    const following = Array.from({ length: 2 * MOST_ROWS + 1 }, (_, n) => ({ id: `u${n}@many.example` }));
    const { files } = await kit({ following }, "mastodon");
    expect([...files.keys()]).toEqual([
      "following_accounts.csv",
      "following_accounts-2.csv",
      "following_accounts-3.csv",
    ]);
    const rows = [...files.values()].map((text) => parse(text, { columns: true }).length);
    expect(rows).toEqual([MOST_ROWS, MOST_ROWS, 1]);
  });

  it("are divided before a file gets larger than 20 MB", async () => {
    const bookmarks = Array.from({ length: MOST_ROWS }, (_, n) => ({
      id: `https://long.example/${n}/${"x".repeat(1100)}`,
    }));
    const { files } = await kit({ bookmarks }, "mastodon");
    expect([...files.keys()]).toEqual(["bookmarks.csv", "bookmarks-2.csv"]);
    for (const text of files.values()) expect(text.length).toBeLessThan(20_000_000);
    expect([...files.values()].join("").match(/\n/g)).toHaveLength(MOST_ROWS);
  });

  it("keep lists apart whose names are the same without commas", async () => {
    const member = "ada@social.example";
    const lists = ["a,b", "a b", "a,b", "a\nb"].map((list, n) => ({
      id: list,
      list,
      member: `u${n}@b.example`,
    }));
    const { files } = await kit({ lists: [...lists, { id: "a,b", list: "a,b", member }] }, "misskey");
    expect(files.get("user-lists.csv")).toBe(
      "a b,u0@b.example\na b (2),u1@b.example\na b,u2@b.example\na b (3),u3@b.example\na b,ada@social.example\n",
    );
  });

  it("are written once, and those that are nothing are told", async () => {
    const { files, found } = await kit(
      {
        blocks: [
          { id: "A@b.example" },
          { id: "a@B.example" },
          { id: "=HYPERLINK(1)@b.example" },
          { id: "nobody" },
          { id: "-x@b.example" },
        ],
        domainBlocks: [{ id: "ex*mple.org" }, { id: "fine.example" }],
        bookmarks: [{ id: "javascript:alert(1)" }],
      },
      "mastodon",
    );
    expect(Object.fromEntries(files)).toEqual({
      "blocked_accounts.csv": "A@b.example\n",
      "blocked_domains.csv": "fine.example\n",
    });
    expect(found.map(({ code, file }) => `${code} ${file}`)).toEqual([
      ...Array.from({ length: 3 }, () => "reference/invalid blocked_accounts.csv"),
      "reference/invalid blocked_domains.csv",
      "reference/invalid bookmarks.csv",
    ]);
  });

  it("hold no bookmark of a withheld post of one’s own", async () => {
    const uri = statusUri(TESS, "9");
    const post = create(note({ id: "9", visibility: "followers" }));
    const bookmarks = [{ id: uri }, { id: "https://other.example/1" }];
    const { files } = await kit({ bookmarks }, "mastodon", [JSON.parse(JSON.stringify(post))]);
    expect(files.get("bookmarks.csv")).toBe("https://other.example/1\n");
  });

  it("come back from the reader as they went in", async () => {
    const { files } = await kit(full, "mastodon");
    const zip = await packZip(
      new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])),
    );
    await using archive = await openArchive(zip);
    const back = async (name: SourceCollection): Promise<object[]> =>
      (await collect(archive.collection(name))).map(({ value }) => value);
    expect(archive.info.dialect).toBe("csv");
    expect(await back("following")).toMatchObject([
      { id: "ada@social.example", showBoosts: false, notify: true, languages: ["de", "pt-BR"] },
      { id: "bob@other.example" },
      { id: "cyd@third.example" },
    ]);
    expect(await back("mutes")).toMatchObject([{ hideNotifications: false }, { hideNotifications: true }]);
    expect(await back("lists")).toEqual([
      { id: 'Maps, "old"', list: 'Maps, "old"', member: "ada@social.example" },
    ]);
    expect(await back("domainBlocks")).toMatchObject([
      { id: "spam.example" },
      { id: "xn--bcher-kva.example" },
    ]);
    expect(await back("bookmarks")).toMatchObject([{ id: "https://other.example/@bob/1?a=1,2" }]);
  });
});

describe("handles, domains and addresses", () => {
  it.each([
    ["@ada@social.example", "ada@social.example"],
    ["Ada.L@Social.Example ", "Ada.L@social.example"],
    ["ada@bücher.example", "ada@xn--bcher-kva.example"],
    ["ada@dev.example:3000", "ada@dev.example:3000"],
    ["https://social.example/@ada", "ada@social.example"],
    ["https://social.example/users/ada/", "ada@social.example"],
  ])("reads %s", (text, handle) => expect(handleOf(text)).toBe(handle));

  it.each([
    "ada",
    "@ada",
    "a b@c.example",
    "a@b",
    "a@10.1.1.1",
    "a@b@c.example",
    "+1@c.example",
    "a@c.example/x",
    "https://social.example/actor",
    "https://social.example/@ada/1",
    "https://social.example/@ada@b.example",
    "",
    "a@.example",
  ])("refuses %s", (text) => expect(handleOf(text)).toBeNull());

  it("takes a name alone for a profile where the export is one of Pixelfed", async () => {
    expect(handleOf("https://lens.example/nils")).toBeNull();
    expect(handleOf("https://lens.example/nils", true)).toBe("nils@lens.example");
    const following = [{ id: "https://lens.example/nils" }];
    const source = memorySource({ collections: { following }, dialect: "pixelfed" });
    const { selection } = await select(source, {
      library: memoryLibrary(),
      collections: CSV_KIT_COLLECTIONS,
    });
    const texts: string[] = [];
    for await (const { content } of csvKitTarget.render(selection, { server: "misskey" })) {
      texts.push(await outputText(content));
    }
    expect(texts).toEqual(["nils@lens.example\n"]);
  });

  it("never gives what a spreadsheet runs, a comma, a quote or white space", () => {
    const odd = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.tuple(fc.string(), fc.domain()).map((parts) => parts.join("@")),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(odd, (text) => {
        for (const read of [handleOf, domainOf]) {
          const found = read(text);
          if (found === null) continue;
          expect(found).toMatch(/^[a-z0-9_][a-z0-9_.:@-]*$/i);
          expect(read(found)).toBe(found);
        }
        expect(addressOf(text) ?? "https://x").toMatch(/^https?:\/\/\S+$/i);
      }),
      { numRuns: 500 },
    );
  });
});
