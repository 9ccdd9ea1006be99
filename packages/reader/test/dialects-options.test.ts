import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exportFixtures, packZip, writeFolder } from "@archive/fixtures";
import { audienceOf, classifyItem, type Diagnostic } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { bbcodeToHtml } from "../src/dialects/bbcode.js";
import { mfmReader } from "../src/dialects/mfm.js";
import { knownDialects, type OpenArchiveOptions, openArchive } from "../src/index.js";

const fixtures = exportFixtures();
const encoder = new TextEncoder();

function bareOf(name: string): Uint8Array {
  const { files, bare = "" } = fixtures[name] ?? { files: new Map() };
  return files.get(bare) ?? new Uint8Array();
}

async function seen(source: string | Uint8Array, options: OpenArchiveOptions = {}) {
  const codes: string[] = [];
  const run = { onDiagnostic: ({ code }: Diagnostic) => void codes.push(code) };
  await using archive = await openArchive(source, { ...options, ...run });
  const actor = await archive.actor(run);
  const posts: { id: unknown; visibility: string }[] = [];
  for await (const { value, hint } of archive.outbox(run)) {
    const made = classifyItem(value);
    const [activity, object] =
      made.kind === "post" || made.kind === "boost" ? [made.activity, made.object] : [null, null];
    const { visibility } = audienceOf({ activity, object, actor: actor?.value ?? null, hint });
    posts.push({ id: value.id, visibility });
  }
  const sizes: Record<string, number> = {};
  for (const name of archive.has) {
    sizes[name] = 0;
    for await (const _ of archive.collection(name, run)) sizes[name] += 1;
  }
  return { info: archive.info, actor: actor?.value ?? null, posts, codes, sizes };
}

describe("what an export does not tell", () => {
  it("can be told: whose notes of Misskey's they are", async () => {
    const notes = bareOf("misskey");
    const unknown = await seen(notes);
    expect(unknown).toMatchObject({ actor: null, codes: ["actor/missing"] });
    expect(unknown.posts[2]).toEqual({ id: "urn:misskey:note:9f1a2b3c43#create", visibility: "followers" });

    const told = await seen(notes, { account: "@ada@meadow.example" });
    expect(told.actor).toMatchObject({ id: "https://meadow.example/@ada", preferredUsername: "ada" });
    expect(told.posts[2]).toEqual({
      id: "https://meadow.example/notes/9f1a2b3c43#create",
      visibility: "followers",
    });
    for (const account of ["", "ada", "@ada@", "a@b/c", "@@x"]) {
      expect((await seen(notes, { account })).actor).toBe(null);
    }
  });

  it("can be trusted: the marks of an old Pixelfed export", async () => {
    const old = await packZip(fixtures["pixelfed-old"]?.files ?? new Map());
    expect((await seen(old)).posts.map(({ visibility }) => visibility)).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
    const trusted = await seen(old, { trustVisibility: true });
    expect(trusted.posts.map(({ visibility }) => visibility)).toEqual(["public", "public", "public"]);
  });

  it("is read in the wrapper some libraries put around it", async () => {
    const list: unknown = JSON.parse(new TextDecoder().decode(bareOf("pixelfed-old")));
    const wrapped = await seen(encoder.encode(JSON.stringify({ data: list })));
    expect(wrapped.info).toMatchObject({ dialect: "pixelfed", era: "<=0.12.0" });
    expect(wrapped.posts).toHaveLength(3);
  });

  it("of several exports of notes takes the newest, and says so", async () => {
    const files = new Map(fixtures.misskey?.files);
    files.set("notes-2023-01-01-00-00-00.json", encoder.encode("[]"));
    const read = await seen(await packZip(files));
    expect(read.posts).toHaveLength(9);
    expect(read.codes).toContain("archive/several-outboxes");
    expect(read.info.exportedAt).toBe("2024-05-01T10:00:00Z");
  });
});

describe("large exports", () => {
  it("are read as they are pulled: the first note of many needs only the beginning", async () => {
    const note = { ...JSON.parse(new TextDecoder().decode(bareOf("misskey")))[0], text: "x".repeat(20_000) };
    const text = `[${Array.from({ length: 1500 }, (_, n) => JSON.stringify({ ...note, id: String(n) })).join(",\n")}]`;
    const bytes = encoder.encode(text);
    let read = 0;
    const source = {
      size: bytes.length,
      read: async (offset: number, length: number) => {
        read += Math.min(length, bytes.length - offset);
        return bytes.subarray(offset, offset + length);
      },
    };
    await using archive = await openArchive(source);
    expect(archive.info.dialect).toBe("misskey");
    for await (const { index } of archive.outbox()) {
      expect(index).toBe(0);
      break;
    }
    expect(read).toBeLessThan(bytes.length / 2);
  });
});

describe("exports that are files of their own", () => {
  it("of Friendica are JSON Lines, or one document", async () => {
    const lines = await seen(bareOf("friendica"));
    expect(lines.info).toMatchObject({ container: "jsonl", dialect: "friendica" });
    const account = fixtures.friendica?.files.get("pia.account") ?? new Uint8Array();
    const alone = await seen(account);
    expect(alone).toMatchObject({ info: { container: "json", dialect: "friendica" }, posts: [] });
    expect(alone.actor).toMatchObject({ preferredUsername: "pia" });
  });

  it("are read with the CSV files beside them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "beside-"));
    try {
      await writeFolder(fixtures.misskey?.files ?? new Map(), folder);
      const read = await seen(join(folder, "notes-2024-05-01-10-00-00.json"));
      expect(read.info).toMatchObject({
        container: "json",
        dialect: "misskey",
        exportedAt: "2024-05-01T10:00:00Z",
      });
      expect(read.sizes).toEqual({ bookmarks: 2, following: 2, blocks: 1, mutes: 1, lists: 2 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("with nothing in them are known by their name", async () => {
    const folder = await mkdtemp(join(tmpdir(), "empty-"));
    try {
      for (const [name, dialect] of [
        ["notes-2024-05-01-10-00-00.json", "misskey"],
        ["pixelfed-statuses.json", "pixelfed"],
      ] as const) {
        await writeFile(join(folder, name), "[\n\n]");
        expect(await seen(join(folder, name))).toMatchObject({ info: { dialect }, posts: [] });
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ["a list of numbers", "[1,2,3]"],
    ["settings of something else", '{"settings":{},"bio":"x"}'],
    ["a single note", '{"id":"1","text":"x","createdAt":"2024-01-01T00:00:00Z","visibility":"public"}'],
    ["a package", '{"name":"x","version":"1.0.0"}'],
  ])("%s is none", async (_what, text) => {
    await expect(openArchive(encoder.encode(text))).rejects.toMatchObject({ code: "archive/not-an-archive" });
  });
});

describe("Misskey's markup", () => {
  it("becomes HTML in which nothing runs", async () => {
    const read = await mfmReader();
    const html = (text: string): string => read(text, "meadow.example").html;
    expect(html("<script>alert(1)</script>")).not.toContain("<script");
    expect(html('?[x](javascript:alert(1)) [y](https://a.example/"onclick="x)')).not.toMatch(
      /href="(?!https:)|" ?onclick/,
    );
    expect(html("> quoted\n\n```js\na < b\n```")).toBe(
      "<p><blockquote>quoted</blockquote><pre><code>a &lt; b</code></pre></p>",
    );
    expect(html("$[x2 $[ruby 漢字 kanji]] ~~no~~ <small>s</small> \\(x^2\\)")).toBe(
      "<p><ruby>漢字<rp>(</rp><rt>kanji</rt><rp>)</rp></ruby> <del>no</del> <small>s</small> <code>x^2</code></p>",
    );
    expect(read("@ada #hay @nils@lock.example", "meadow.example")).toMatchObject({
      mentions: [
        { name: "@ada", href: "https://meadow.example/@ada" },
        { name: "@nils@lock.example", href: "https://lock.example/@nils" },
      ],
      hashtags: ["hay"],
    });
  });

  it("is kept as written where it is too much for the parser", async () => {
    const read = await mfmReader();
    const long = `${"$[x ".repeat(40_000)}<b>`;
    expect(read(long, null).html).toBe(`<p>${"$[x ".repeat(40_000)}&lt;b&gt;</p>`);
    for (const opener of ["[", "?[", "\\(", "\\[", "<center>\n", "<plain>", "> [", "a [Search", "**"]) {
      expect(read(opener.repeat(3000), null).html.length).toBeGreaterThan(3000);
    }
  });
});

describe("Friendica's BBCode", () => {
  it.each([
    ["[b]x[/b] [i]y[/i]", "<p><strong>x</strong> <em>y</em></p>"],
    ["[b]open", "<p>[b]open</p>"],
    ["[b][i]x[/b][/i]", "<p><strong>[i]x</strong>[/i]</p>"],
    ["closed[/b]", "<p>closed[/b]</p>"],
    ["[unknown]x[/unknown]", "<p>[unknown]x[/unknown]</p>"],
    ["[url]https://a.example/[/url]", '<p><a href="https://a.example/">https://a.example/</a></p>'],
    ["[url=javascript:alert(1)]x[/url]", "<p>x</p>"],
    ['[url="https://a.example/?a=1&b=2"]x[/url]', '<p><a href="https://a.example/?a=1&amp;b=2">x</a></p>'],
    ["[code][b]x[/b]<[/code]", "<p><pre><code>[b]x[/b]&lt;</code></pre></p>"],
    ["[quote]a\nb[/quote]", "<p><blockquote>a<br>b</blockquote></p>"],
    ["<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"],
    ["[list][*]one[*]two[/list]", "<p><ul><br>• one<br>• two</ul></p>"],
  ])("%s", (text, html) => {
    expect(bbcodeToHtml(text)).toBe(html);
  });

  it("of any depth and length ends", () => {
    expect(bbcodeToHtml("[b]".repeat(50_000)).length).toBeGreaterThan(0);
    expect(bbcodeToHtml("[url=".repeat(20_000)).length).toBeGreaterThan(0);
  });
});

const corpus = fileURLToPath(new URL("../../../../shared/corpora/04-exports/", import.meta.url));

describe.skipIf(!existsSync(corpus))("real exports (corpora/04-exports)", () => {
  const samples = `${corpus}fep6fcd-wallet-export-ts/test/fixtures/tarball-samples/`;

  it("of Hollo are read with the right counts, also the zips that are named .tar", async () => {
    const valid = await seen(`${samples}valid-export.tar`);
    expect(valid.info).toMatchObject({ container: "tar", dialect: "fep-6fcd", era: "0.1" });
    expect(valid.actor).toMatchObject({ preferredUsername: "TEST", type: "Person" });
    expect(valid.posts.map(({ visibility }) => visibility)).toEqual(["public", "public", "public"]);
    expect(valid.sizes).toEqual({ bookmarks: 0, following: 0, followers: 0, lists: 0 });

    const missing = await seen(`${samples}missing-actor.tar`);
    expect(missing.info).toMatchObject({ container: "zip", dialect: "fep-6fcd", era: "0.1" });
    expect(missing).toMatchObject({
      actor: null,
      sizes: { bookmarks: 0, following: 0, followers: 0, lists: 0 },
    });
    expect(missing.posts).toHaveLength(3);
    expect(missing.codes).toContain("actor/missing");

    const invalid = await seen(`${samples}invalid-manifest.tar`);
    expect(invalid.info).toMatchObject({ container: "zip", dialect: "fep-6fcd", era: null });
    expect(invalid.posts).toEqual([{ id: "https://neighboring-behest.name#create", visibility: "direct" }]);
    expect(invalid.sizes).toMatchObject({ followers: 2, following: 2 });
    expect(invalid.codes).toContain("collection/same-as-another");
  });

  it("of Mastodon's CSV files are read as such", async () => {
    const files = `${corpus}mastodon-spec-fixtures/files/`;
    expect((await seen(`${files}following_accounts.csv`)).info).toMatchObject({ dialect: "csv" });
    expect((await seen(`${files}muted_accounts.csv`)).sizes).toHaveProperty("mutes");
  });
});

it("lists every dialect with its eras", () => {
  const names = knownDialects().map(({ dialect }) => dialect);
  expect(names.toSorted()).toEqual(
    [
      ...[
        "activitystreams",
        "akkoma",
        "bookwyrm",
        "csv",
        "fep-6fcd",
        "friendica",
        "gotosocial",
        "lemmy",
        "mastodon",
      ],
      ...["misskey", "peertube", "pixelfed", "pleroma", "sharkey", "writefreely"],
    ].toSorted(),
  );
  expect(knownDialects().find(({ dialect }) => dialect === "pleroma")?.eras).toEqual(["<2.7", "2.7+"]);
});
