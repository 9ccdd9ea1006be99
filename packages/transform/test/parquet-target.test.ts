import type { Selection } from "@archive/transform";
import { PARQUET_COLUMNS, parquetTarget } from "@archive/transform/parquet";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cells, TextCells } from "../src/node/parquet-target/cells.js";
import { postRecord } from "../src/targets/data/post-record.js";
import { post, RICH, selecting, uri } from "./support/data-posts.js";
import { parquetRows } from "./support/parquet-rows.js";
import { filesWith } from "./support/round-trip.js";

async function tablesOf(selection: Selection): Promise<ReadonlyMap<string, Record<string, unknown>[]>> {
  const tables = new Map<string, Record<string, unknown>[]>();
  for (const [path, bytes] of await filesWith(parquetTarget, selection, {})) {
    tables.set(path, await parquetRows(bytes));
  }
  return tables;
}

describe("parquet", () => {
  it("has a file for each account and year that reads back as it was", async () => {
    const selection = await selecting([
      ...RICH,
      post("7", { content: "<p>Älter</p>", published: "2023-12-31T23:59:59Z" }),
      { ...post("8", { content: "<p>Ohne Datum</p>", published: "irgendwann" }), published: null },
    ]);
    const tables = await tablesOf(selection);
    const folder = "account=tess@social.example";
    expect([...tables].map(([path, rows]) => [path, rows.length])).toEqual([
      [`${folder}/year=2023/posts.parquet`, 1],
      [`${folder}/year=2024/posts.parquet`, 5],
      [`${folder}/year=__HIVE_DEFAULT_PARTITION__/posts.parquet`, 1],
    ]);
    const [first, , poll] = tables.get(`${folder}/year=2024/posts.parquet`) ?? [];
    expect(Object.keys(first ?? {})).toEqual(PARQUET_COLUMNS);
    expect(first).toMatchObject({
      id: uri("1"),
      published: new Date("2024-05-01T10:00:00Z"),
      hashtags: ["Köln"],
      alt_texts: ["Alt\ttext"],
      mentions: ["@bob@other.example"],
      sensitive: false,
      likes: 7,
      content_warning: null,
      media_count: 1,
    });
    expect(JSON.parse(String(poll?.poll)).options).toEqual([
      { name: "Ja", votes: 2 },
      { name: "Nein", votes: 1 },
    ]);
    expect(JSON.stringify([...tables])).not.toMatch(/walnuss/i);
  });

  it("has every post once and in order where a file has several row groups", async () => {
    const posts = Array.from({ length: 4100 }, (_, at) =>
      post(String(at + 1), {
        content: `<p>Number ${at + 1}: ${"wörter ".repeat(at % 7)}</p>`,
        summary: at % 3 === 0 ? `warning ${at}` : null,
        published: new Date(Date.UTC(2024, 0, 1, 0, at)).toISOString(),
      }),
    );
    const selection = await selecting(posts);
    const [rows = []] = (await tablesOf(selection)).values();
    const expected: unknown[] = [];
    for await (const each of selection.posts("oldest")) {
      const { key, id, text, html, contentWarning, published } = postRecord(each, selection);
      expected.push({ key, id, text, html, content_warning: contentWarning, published });
    }
    expect(
      rows.map(({ key, id, text, html, content_warning, published }) => ({
        key,
        id,
        text,
        html,
        content_warning,
        published: published instanceof Date ? published.toISOString().replace(".000Z", "Z") : null,
      })),
    ).toEqual(expected.map((row) => JSON.parse(JSON.stringify(row).replaceAll(".000Z", "Z"))));
  });
});

describe("a column of texts", () => {
  it("gives back what was put in, group after group", async () => {
    const selection = await selecting([post("1")]);
    for await (const each of selection.posts("oldest")) {
      const record = postRecord(each, selection);
      const texts = fc.array(fc.option(fc.string({ unit: "binary" })), { maxLength: 20 });
      fc.assert(
        fc.property(fc.array(texts, { maxLength: 3 }), (groups) => {
          const cells: Cells = new TextCells("title", ({ title }) => title);
          for (const group of groups) {
            for (const title of group) cells.add({ ...record, title });
            expect([...cells.data].map((bytes) => bytes && new TextDecoder().decode(bytes))).toEqual(
              group.map((text) => text?.toWellFormed() ?? null),
            );
            cells.clear();
          }
        }),
      );
    }
  });
});
