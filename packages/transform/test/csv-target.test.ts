import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { CSV_COLUMNS, csvTarget } from "@archive/transform/data";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { only, post, RICH, selecting, uri } from "./support/data-posts.js";

const PYTHON = "/usr/bin/python3";
const READ_CSV = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8-sig")
print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
`;

describe("csv", () => {
  it("two readers see the same rows", async () => {
    const text = await only(csvTarget.render(await selecting(RICH), {}));
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

  it.skipIf(!existsSync(PYTHON))("Python reads the same, whatever ends a line in a cell", async () => {
    const alt = (name: string): object => ({ type: "Document", url: "https://files.example/a.jpg", name });
    const ends = ["a\nb", "a\rb", "a\r\nb", "\n", 'a\n"b', "a\u2028b"];
    const posts = ends.map((name, at) => post(`${at + 10}`, { attachment: [alt("first"), alt(name)] }));
    const text = await only(csvTarget.render(await selecting([...RICH, ...posts]), {}));
    const expected: string[][] = parseCsv(text, { bom: true });
    expect(expected).toHaveLength(12);
    const { stdout, stderr } = spawnSync(PYTHON, ["-c", READ_CSV], { input: text, encoding: "utf8" });
    expect([JSON.parse(stdout), stderr]).toEqual([expected, ""]);
    expect(readPlainly(text.slice(1))).toEqual(expected);
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
    else if (quoted || (here !== "," && !text.startsWith("\r\n", at))) {
      if (!quoted && /[\r\n]/.test(here)) throw new Error(`a bare line end: …${text.slice(at - 30, at)}`);
      cell += here;
    } else {
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
