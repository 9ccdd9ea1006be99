import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digit, forEachRising, risingText } from "../src/search/digits.js";
import { fold } from "../src/search/fold.js";
import type { IndexedPost } from "../src/search/index.js";
import { Postings } from "../src/search/postings.js";
import { foundIn, parseQuery } from "../src/search/query.js";
import type { SearchRequest } from "../src/search/search-engine.js";
import { snippetOf } from "../src/search/snippet.js";
import { termsOf } from "../src/search/terms.js";
import { engineOf, indexed, indexOf } from "./search-files.js";

/** The numbers of the posts found, newest first, each looked through. */
async function found(
  posts: readonly IndexedPost[],
  request: string | Partial<SearchRequest>,
): Promise<readonly number[]> {
  const { engine } = await engineOf(indexOf(posts));
  const asked = typeof request === "string" ? { query: request } : { query: "", ...request };
  const result = await engine.search(asked);
  const { results } = await engine.results(result, 0, 1000);
  return results.map(({ number }) => number);
}

async function finds(text: string, query: string): Promise<boolean> {
  return (
    await found([indexed({ text: "Something else entirely 別の話 شيء آخر" }), indexed({ text })], query)
  ).includes(1);
}

describe("what a person expects to find", () => {
  it.each([
    ["Every tide table is wrong", "tide"],
    ["Every TIDE table is wrong", "Tide"],
    ["Fine tidal lines", "tid"],
    ["Das schöne Grün", "schon"],
    ["Das schone Grun", "schön"],
    ["Straßenbahn", "strassen"],
    ["Œuvre complète", "oeuvre complete"],
    ["Łódź, þorn, Ærø, İstanbul", "lodz thorn aero istanbul"],
    ["ﬁne ＡＢＣ", "fine abc"],
    ["ποιος είσαι", "ΕΊΣΑΙ"],
    ["don’t panic", "don't"],
    ["今日は東京都に行きました", "東京"],
    ["今日は東京都に行きました", "東京都"],
    ["今日は東京都に行きました", "都"],
    ["電車と猫", "猫"],
    ["ガラスのネコ", "ねこ"],
    ["ｶﾞﾗｽ", "ガラス"],
    ["AIの猫", "ai"],
    ["한국어를 배웁니다", "한국어"],
    ["สวัสดีครับ", "สวัสดี"],
    ["قرأت الكتاب أمس", "كتاب"],
    ["قرأت كتابا", "كتاب"],
    ["كِتَابٌ جَدِيد", "كتاب جديد"],
    ["إلى المدرسة", "الي المدرسه"],
    ["أحمد وآدم", "احمد"],
    ["سنة ٢٠٢٣", "2023"],
    ["یک کتاب", "كتاب"],
    ["שָׁלוֹם", "שלום"],
    ["हिन्दी में लिखना", "हिन्दी"],
    ["see https://github.com/ada/tides", "github"],
    ["Привет, Ёлка", "елка"],
  ])("%j by %j", async (text, query) => {
    expect(await finds(text, query)).toBe(true);
  });

  it.each([
    ["Every tide table", "ide"],
    ["a cat", "cats"],
    ["東の京", "東京"],
    ["大東京、都市の京都", "東京都"],
    ["one two three", '"two one"'],
    ["one two", "one three"],
    ["one two", "one -two"],
    ["theatre", "th"],
    ["a tag: tide", "#tide"],
  ])("and not %j by %j", async (text, query) => {
    expect(await finds(text, query)).toBe(false);
  });

  it("in texts, warnings, titles, alt texts, poll options, tags and hidden links", async () => {
    const posts = [
      indexed({ text: "needle" }),
      indexed({ contentWarning: "needle" }),
      indexed({ title: "needle" }),
      indexed({ altTexts: ["hay", "a needle"] }),
      indexed({ options: ["needle", "pin"] }),
      indexed({ hashtags: ["NeedleWork"] }),
      indexed({ hiddenLinks: ["https://needle.example/"], links: true }),
      indexed({ text: "hay" }),
    ];
    expect(await found(posts, "needle")).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect(await found(posts, "work")).toEqual([5]);
  });

  it("tags and people, in any case, by sign or by field", async () => {
    const posts = [
      indexed({ hashtags: ["Tide"], mentions: ["@ada@social.example"] }),
      indexed({ hashtags: ["tides"], mentions: ["@adam@social.example"] }),
      indexed({ text: "tide ada" }),
    ];
    expect(await found(posts, "#TIDE")).toEqual([0]);
    expect(await found(posts, { tag: "tide" })).toEqual([0]);
    expect(await found(posts, "@ada@social.example")).toEqual([0]);
    expect(await found(posts, "@ada")).toEqual([1, 0]);
    expect(await found(posts, { mention: "ada@social.example" })).toEqual([0]);
    expect(await found(posts, { mention: "@nobody" })).toEqual([]);
  });
});

describe("narrowing", () => {
  const posts = [
    indexed({
      text: "tide",
      year: "2022",
      language: "de",
      media: { image: true, video: false, audio: false },
    }),
    indexed({ text: "tide", year: "2023", kind: "reply", links: true }),
    indexed({ text: "tide", year: "2023", contentWarning: "water", altMissing: true }),
    indexed({ text: "ebb", year: "2023", kind: "poll", unlisted: true }),
    indexed({ text: "tide", year: "", seconds: null, language: null }),
  ];

  it("goes by kind, year, language, media and marks", async () => {
    expect(await found(posts, "tide")).toEqual([2, 1, 0, 4]);
    expect(await found(posts, { query: "tide", order: "oldest" })).toEqual([0, 1, 2, 4]);
    expect(await found(posts, { query: "tide", year: "2023" })).toEqual([2, 1]);
    expect(await found(posts, { kind: "poll" })).toEqual([3]);
    expect(await found(posts, { language: "de" })).toEqual([0]);
    expect(await found(posts, { media: "image" })).toEqual([0]);
    expect(await found(posts, { marks: ["contentWarning", "altMissing"] })).toEqual([2]);
    expect(await found(posts, { marks: ["links"] })).toEqual([1]);
    expect(await found(posts, { marks: ["unlisted"] })).toEqual([3]);
    expect(await found(posts, { query: "tide", language: "xx" })).toEqual([]);
  });

  it("counts what each further choice would leave", async () => {
    const { engine } = await engineOf(indexOf(posts));
    const { counts } = await engine.search({ query: "tide", year: "2023" });
    expect(Object.fromEntries(counts.years)).toEqual({ 2022: 1, 2023: 2, "": 1 });
    expect(Object.fromEntries(counts.kinds)).toEqual({ post: 1, reply: 1, selfReply: 0, poll: 0 });
    expect(Object.fromEntries(counts.languages)).toEqual({ de: 0, en: 2, "": 0 });
    expect(counts.marks.get("contentWarning")).toBe(1);
    expect(counts.marks.get("image")).toBe(0);
  });
});

describe("the files", () => {
  it("are loaded as they are needed", async () => {
    const posts = Array.from({ length: 3000 }, (_, index) =>
      indexed({
        text: `word${index} and ${"some more words of a post that is longer ".repeat(6)}`,
        page: `p${index}`,
      }),
    );
    const files = indexOf(posts);
    const { engine, loaded } = await engineOf(files);
    const result = await engine.search({ query: "word1234" });
    const { results } = await engine.results(result, 0, 10);
    expect(results.map(({ post }) => post[0])).toEqual(["p1234"]);
    expect(files.size).toBeGreaterThan(40);
    expect(loaded.length).toBeLessThanOrEqual(5);
  });

  it("are the same bytes each time, and hold no character that ends a script or a line", () => {
    const hostile = "</script><script>alert(1)</script><!-- \u2028\u2029 \\ \" ' \u0000 \ud800";
    const posts = [
      indexed({
        text: hostile,
        contentWarning: hostile,
        title: hostile,
        altTexts: [hostile],
        options: [hostile],
        hashtags: [hostile, "a</script>"],
        mentions: [hostile, "@a</script>@b"],
        language: hostile,
        to: hostile,
        picture: hostile,
        page: hostile,
      }),
    ];
    const files = indexOf(posts);
    expect(indexOf(posts)).toEqual(files);
    for (const text of files.values()) expect(text).not.toMatch(/[<\u2028\u2029]|[\ud800-\udfff]/);
  });

  it("of no posts answer as well", async () => {
    expect(await found([], "anything")).toEqual([]);
    expect(await found([], { kind: "post" })).toEqual([]);
  });

  it("of another format are refused", async () => {
    const { SearchEngine } = await import("../src/search/search-engine.js");
    await expect(SearchEngine.open(async () => ({ format: 99 }))).rejects.toThrow(RangeError);
  });

  it("hold more languages than there are numbers for", async () => {
    const posts = Array.from({ length: 200 }, (_, index) => indexed({ language: `x${index}`, text: "word" }));
    expect((await found(posts, "word")).length).toBe(200);
    expect(await found(posts, { language: "x3" })).toEqual([3]);
  });
});

describe("laws", () => {
  it("numbers come back as they were written", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(3_000_000)), (numbers) => {
        const sorted = numbers.sort((a, b) => a - b);
        const read: number[] = [];
        forEachRising(risingText(sorted), (value) => void read.push(value));
        expect(read).toEqual(sorted);
      }),
    );
    expect(digit(0)).toBe("!");
  });

  it("postings come back as they were told", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(5000)), { maxLength: 3000 }), (told) => {
        const postings = new Postings();
        for (let term = 0; term <= 20; term += 1) postings.newTerm();
        const expected = new Map<number, Set<number>>();
        for (const [term, post] of told.sort((a, b) => a[1] - b[1])) {
          postings.add(term, post);
          expected.set(term, (expected.get(term) ?? new Set()).add(post));
        }
        for (const [term, posts] of expected) {
          let text = "";
          for (const bytes of postings.bytes(term)) text += String.fromCharCode(...bytes);
          const read: number[] = [];
          forEachRising(text, (post) => void read.push(post));
          expect(read).toEqual([...posts]);
        }
      }),
    );
  });

  it("folding a folded word changes nothing, and terms hold no space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { term } of termsOf(text)) {
          expect(term).not.toMatch(/[\s]/);
          expect(termsOf(term).length).toBeGreaterThan(0);
        }
        expect(fold(text.toLowerCase()).length).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("every word of a post finds it, and marks it where it stands", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const { engine } = await engineOf(indexOf(texts.map((text) => indexed({ text }))));
          for (const [number, text] of texts.entries()) {
            for (const { start, end } of termsOf(text).slice(0, 3)) {
              const query = `"${text.slice(start, end)}"`;
              const wanted = parseQuery(query);
              if (wanted.length === 0) continue;
              const result = await engine.search({ query });
              expect(result.posts).toContain(number);
              expect(foundIn(text, wanted).length).toBeGreaterThan(0);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("a snippet is a part of the text, with marks where something was found", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 120 }), fc.nat(60), (text, at) => {
        const word = text.split(" ")[at] ?? "lorem";
        const pieces = snippetOf(text, foundIn(text, parseQuery(word)));
        const shown = pieces
          .map((piece) => piece.text)
          .join("")
          .replace(/^… | …$/g, "");
        expect(text).toContain(shown);
        if (text.split(" ").length > at) expect(pieces.some((piece) => piece.found)).toBe(true);
      }),
    );
  });
});
