import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { announce, create, note, statusUri, TESS } from "@archive/fixtures";
import { memoryLibrary, type Selection, type SelectOptions, select } from "@archive/transform";
import {
  CSV_COLUMNS,
  csvTarget,
  ndjsonTarget,
  POST_RECORD_SCHEMA,
  textTarget,
} from "@archive/transform/data";
import { openDatabase, sqliteTarget, TABLES_VERSION } from "@archive/transform/sqlite";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";
import { outputText } from "./support/output-text.js";

const uri = (id: string): string => statusUri(TESS, id);
const post = (id: string, fields: object = {}): object => ({
  ...create(note({ id })),
  object: { ...note({ id }), ...fields },
});

async function selecting(activities: readonly object[], options: Omit<SelectOptions, "library"> = {}) {
  const source = memorySource({ activities: activities.map((each) => JSON.parse(JSON.stringify(each))) });
  const { selection } = await select(source, { ...options, library: memoryLibrary() });
  return selection;
}

async function only(files: AsyncIterable<{ content: Parameters<typeof outputText>[0] }>): Promise<string> {
  const texts: string[] = [];
  for await (const { content } of files) texts.push(await outputText(content));
  expect(texts).toHaveLength(1);
  return texts[0] ?? "";
}

const rich: readonly object[] = [
  post("1", {
    content: "<p>Ein Café in <b>Köln</b></p><p>zweite Zeile</p>",
    contentMap: { de: "x" },
    tag: [
      { type: "Hashtag", name: "#Köln" },
      { type: "Mention", name: "@bob@other.example", href: "https://other.example/u/bob" },
    ],
    attachment: [
      {
        type: "Document",
        mediaType: "image/jpeg",
        url: "https://files.example/a.jpg",
        name: "Alt\ttext",
        width: 4,
        height: 3,
      },
    ],
    likes: { type: "Collection", totalItems: 7 },
  }),
  post("2", { inReplyTo: uri("1"), content: "<p>Fortsetzung</p>", published: "2024-06-01T10:00:00Z" }),
  post("3", {
    type: "Question",
    oneOf: [
      { type: "Note", name: "Ja", replies: { type: "Collection", totalItems: 2 } },
      { type: "Note", name: "Nein", replies: { type: "Collection", totalItems: 1 } },
    ],
    votersCount: 3,
    published: "2024-07-01T10:00:00Z",
  }),
  announce("https://other.example/notes/9", { published: "2024-08-01T10:00:00Z", id: "4" }),
  create(
    note({
      id: "5",
      content: "<p>Geheimes WALNUSSEIS</p>",
      visibility: "followers",
      hashtags: ["Walnusstag"],
    }),
  ),
  post("6", { inReplyTo: uri("5"), content: "<p>Antwort</p>", published: "2024-09-01T10:00:00Z" }),
];

describe("ndjson", () => {
  it("has one post a line, as its schema says", async () => {
    const lines = (await only(ndjsonTarget.render(await selecting(rich), {}))).trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line));
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { "date-time": true } });
    const validate = ajv.compile(POST_RECORD_SCHEMA);
    for (const record of records) expect([validate(record), validate.errors]).toEqual([true, null]);
    expect(records.map(({ kind }) => kind)).toEqual(["post", "selfReply", "poll", "boost", "reply"]);
    expect(records[0]).toMatchObject({
      id: uri("1"),
      account: "@tess@social.example",
      text: "Ein Café in Köln\n\nzweite Zeile",
      hashtags: ["Köln"],
      mentions: [{ name: "@bob@other.example", url: "https://other.example/u/bob" }],
      likes: 7,
    });
    expect(records[1]).toMatchObject({ inReplyTo: uri("1"), thread: records[0].key });
    expect(records[4]).toMatchObject({ inReplyTo: null, inReplyToKey: null });
  });
});

describe("csv", () => {
  it("two readers see the same rows", async () => {
    const text = await only(csvTarget.render(await selecting(rich), {}));
    expect(text.startsWith("\ufeff")).toBe(true);
    const rows: Record<string, string>[] = parseCsv(text, { bom: true, columns: true });
    expect(rows).toHaveLength(5);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(CSV_COLUMNS));
    expect(rows[0]).toMatchObject({
      text: "Ein Café in Köln\n\nzweite Zeile",
      hashtags: "Köln",
      media_count: "1",
    });
    expect(rows[2]).toMatchObject({ poll: "Ja: 2\nNein: 1" });
    expect(readPlainly(text.slice(1))).toEqual([
      Object.keys(CSV_COLUMNS),
      ...rows.map((row) => Object.values(row)),
    ]);
  });

  it("has every row, however many are written at once", async () => {
    for (const count of [0, 63, 64, 65, 130]) {
      const posts = Array.from({ length: count }, (_, at) =>
        post(String(at + 1), { published: new Date(Date.UTC(2024, 0, 1, 0, at)).toISOString() }),
      );
      const text = await only(csvTarget.render(await selecting(posts), {}));
      const rows: Record<string, string>[] = parseCsv(text, { bom: true, columns: true });
      expect(rows.map(({ id }) => id)).toEqual(posts.map((_, at) => uri(String(at + 1))));
    }
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil.example","x")'])(
    "%j is no formula in a spreadsheet",
    async (words) => {
      const selection = await selecting([post("1", { content: words, summary: words })]);
      const [row = {}]: Record<string, string>[] = parseCsv(await only(csvTarget.render(selection, {})), {
        bom: true,
        columns: true,
      });
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      const [raw = {}]: Record<string, string>[] = parseCsv(
        await only(csvTarget.render(selection, { rawCells: true })),
        { bom: true, columns: true },
      );
      expect(raw.text).toBe(words.trim());
    },
  );

  it("any text comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), async (alt) => {
        const selection = await selecting([
          post("1", {
            attachment: [{ type: "Document", url: "https://files.example/a.jpg", name: `a ${alt} z` }],
          }),
        ]);
        const [row = {}]: Record<string, string>[] = parseCsv(await only(csvTarget.render(selection, {})), {
          bom: true,
          columns: true,
        });
        for await (const { attachments } of selection.posts("oldest"))
          expect(row.alt_texts).toBe(attachments[0]?.alt);
      }),
      { numRuns: 50 },
    );
  });
});

describe("text", () => {
  it("has one line a post with all its words", async () => {
    const lines = (await only(textTarget.render(await selecting(rich), {}))).split("\n");
    expect(lines).toEqual([
      expect.stringMatching(
        /^2024-05-01T10:00:00(\.000)?Z\thttps:\S+\tEin Café in Köln ⏎ zweite Zeile ⏎ \[Alt text\]$/,
      ),
      expect.stringMatching(/Fortsetzung$/),
      expect.stringMatching(/\( \) Ja ⏎ \( \) Nein$/),
      expect.stringMatching(/♺ https:\/\/other\.example\/notes\/9$/),
      expect.stringMatching(/Antwort$/),
      "",
    ]);
  });

  it("no text makes a line of its own, or moves a terminal", async () => {
    const hostile = "a\u001b[2Jb\u0007c\nd\re\u2028f\u0085g\th";
    const selection = await selecting([
      post("1", {
        content: hostile,
        attachment: [{ type: "Document", url: "https://files.example/x", name: hostile }],
      }),
    ]);
    const text = await only(textTarget.render(selection, {}));
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text.split("\t")).toHaveLength(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
    expect(text.trimEnd()).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/);
  });
});

describe("sqlite", () => {
  let selection: Selection;
  let folder = "";
  beforeAll(async () => {
    selection = await selecting(rich);
    folder = mkdtempSync(join(tmpdir(), "sqlite-target-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function bytesOf(): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const { content } of sqliteTarget.render(selection, {})) {
      if (typeof content === "string" || content instanceof Uint8Array) throw new Error("not in pieces");
      for await (const chunk of content) chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  it("is whole, has every post, finds words without accents, and is the same each time", async () => {
    const bytes = await bytesOf();
    expect(bytes.equals(await bytesOf())).toBe(true);
    const path = join(folder, "posts.sqlite");
    writeFileSync(path, bytes);
    const database = new DatabaseSync(path, { readOnly: true });
    const all = (sql: string) => database.prepare(sql).all();
    expect(all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(all("PRAGMA foreign_key_check")).toEqual([]);
    expect(all("PRAGMA user_version")).toEqual([{ user_version: TABLES_VERSION }]);
    expect(all("SELECT count(*) AS posts FROM post")).toEqual([{ posts: 5 }]);
    const found = (words: string) =>
      all(`SELECT p.id FROM post_fts f JOIN post p ON p.number = f.rowid WHERE post_fts MATCH '${words}'`);
    expect(found("cafe koln")).toEqual([{ id: uri("1") }]);
    expect(found("nein")).toEqual([{ id: uri("3") }]);
    expect(found("alt_texts:text")).toEqual([{ id: uri("1") }]);
    expect(all("SELECT month, posts, boosts FROM month")).toEqual([
      { month: "2024-05", posts: 1, boosts: 0 },
      { month: "2024-06", posts: 1, boosts: 0 },
      { month: "2024-07", posts: 1, boosts: 0 },
      { month: "2024-08", posts: 0, boosts: 1 },
      { month: "2024-09", posts: 1, boosts: 0 },
    ]);
    expect(all("SELECT posts FROM self_thread")).toEqual([{ posts: 2 }]);
    expect(all("SELECT name, votes FROM poll_option")).toEqual([
      { name: "Ja", votes: 2 },
      { name: "Nein", votes: 1 },
    ]);
    database.close();
    expect(bytes.includes("WALNUSS")).toBe(false);
    expect(bytes.toString("latin1").toLowerCase()).not.toMatch(/walnuss|statuses\/5\b/);
  });

  it("can be asked and not changed, and leaves nothing behind", async () => {
    // Of this process: other tests run at the same time.
    const temporary = () =>
      readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}-`));
    const before = temporary();
    {
      using database = await openDatabase(selection);
      expect(
        database.query("SELECT kind, count(*) AS n, 1 AS n FROM post GROUP BY kind ORDER BY kind"),
      ).toEqual({
        columns: ["kind", "n", "n"],
        rows: [
          ["boost", 1, 1],
          ["poll", 1, 1],
          ["post", 1, 1],
          ["reply", 1, 1],
          ["selfReply", 1, 1],
        ],
      });
      expect(database.query("SELECT key FROM post WHERE 0")).toEqual({ columns: ["key"], rows: [] });
      expect(database.query("SELECT 9007199254740993 AS big, x'00ff' AS bytes, NULL AS empty").rows).toEqual([
        ["9007199254740993", "00ff", null],
      ]);
      expect(() => database.query("DELETE FROM post")).toThrow(/no rows/);
      expect(() => database.query("DELETE FROM post RETURNING key")).toThrow(/readonly/);
      expect(() => database.query("SELEKT 1")).toThrow(/syntax error/);
      const outside = join(folder, "outside.sqlite");
      expect(() => database.query(`ATTACH '${outside}' AS o`)).toThrow();
      expect(readdirSync(folder)).not.toContain("outside.sqlite");
    }
    expect(temporary()).toEqual(before);
  });
});

/** A second reader, character by character, by the letter of RFC 4180. */
function readPlainly(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at] ?? "";
    if (quoted && here === '"' && text[at + 1] === '"') {
      cell += here;
      at += 1;
    } else if (here === '"') quoted = !quoted;
    else if (quoted || (here !== "," && !text.startsWith("\r\n", at))) cell += here;
    else {
      row.push(cell);
      cell = "";
      if (here === ",") continue;
      rows.push(row);
      row = [];
      at += 1;
    }
  }
  return rows;
}
