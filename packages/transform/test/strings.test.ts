import { describe, expect, it } from "vitest";
import { formats } from "../src/theme/formats.js";
import { SITE_LANGUAGES, stringsOf } from "../src/theme/strings/locales.js";
import type { Strings } from "../src/theme/strings/strings.js";
import { faultsOf, pagesOf } from "./html-pages.js";
import { post, selectionOf } from "./html-selection.js";

/** Every text of a language by its place; functions are called with numbers and names of all kinds. */
function textsOf(value: unknown, place = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value === "function") {
    const counts = [0, 1, 2, 3, 7, 11, 12, 13, 25, 100, 101, 1000];
    return counts.flatMap((count) => textsOf(call(value, count), `${place}(${count})`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsOf(inner, place === "" ? name : `${place}.${name}`),
  );
}

/** An argument that is a number, a text and an object with texts and numbers at once would please every function. */
// Reflection is the point: a language is called with all kinds of arguments.
// biome-ignore lint/complexity/noBannedTypes: any function at all.
function call(function_: Function, count: number): unknown {
  const text = String(count);
  const facts = {
    pictures: count,
    films: count,
    recordings: count,
    text: String,
    month: text,
    posts: text,
    weekday: text,
    from: text,
    to: text,
    handle: text,
    host: text,
  };
  const attempts: readonly (readonly unknown[])[] = [
    [count, text, count, text],
    [facts, text, text],
    ["image", count, text],
  ];
  const made = attempts.map((given) => {
    try {
      return Reflect.apply(function_, undefined, given);
    } catch {
      return undefined;
    }
  });
  // A function of a kind of file gives nothing for a number, one of facts nothing for a text.
  return made.find((each) => typeof each === "string" && !/undefined|\[object|NaN/.test(each)) ?? made[0];
}

function placesOf(strings: Strings): readonly string[] {
  return Object.keys(strings).sort();
}

describe.each(SITE_LANGUAGES)("the words in %s", (language) => {
  const strings = stringsOf(language);

  it("are all there, none empty, none with a hole", () => {
    expect(placesOf(strings)).toEqual(placesOf(stringsOf("en")));
    const texts = textsOf(strings);
    expect(texts.length).toBeGreaterThan(1000);
    const empty = texts.filter(([place, text]) => text.trim() === "" && !place.startsWith("span("));
    expect(empty).toEqual([]);
    expect(texts.filter(([, text]) => /undefined|\bnull\b|\[object|NaN/.test(text))).toEqual([]);
  });

  it("are its own", () => {
    if (language === "en") return;
    const english = new Map(textsOf(stringsOf("en")));
    const same = textsOf(strings).filter(
      ([place, text]) =>
        english.get(place) === text && /\p{L}{4}/u.test(text) && !place.startsWith("dialects"),
    );
    // Words that two languages share, and functions that only put given texts together.
    expect(new Set(same.map(([, text]) => text)).size).toBeLessThan(30);
  });

  it("have a plural form for each that the language has", () => {
    const rules = new Intl.PluralRules(language);
    for (const forms of [strings.search.client.found, strings.search.client.atMost]) {
      for (let count = 1; count <= 200; count += 1) {
        const category = rules.select(count);
        if (language !== "fr" && language !== "es") expect(forms[category], `${count}`).toBeDefined();
        expect(forms[category] ?? forms.other).not.toBe("");
      }
    }
  });

  it("are what a site says, in its direction, with every link alive", async () => {
    const posts = [post({ key: "aaaaaaaa" }), post({ published: "2023-01-05T10:00:00Z" })];
    const pages = await pagesOf(selectionOf({ posts }), { locale: language });
    expect(faultsOf(pages)).toEqual([]);
    const home = pages.get("index.html") ?? "";
    expect(home).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
    expect(pages.get("about/index.html")).toContain(strings.aboutCopy[0]);
    expect(pages.get("search/index.html")).toContain(strings.search.find);
  });
});

describe("plural forms", () => {
  it.each([
    ["en", ["1 vote", "2 votes", "5 votes"]],
    ["de", ["1 Stimme", "2 Stimmen", "5 Stimmen"]],
    ["fr", ["1 voix", "2 voix", "5 voix"]],
    ["es", ["1 voto", "2 votos", "5 votos"]],
    ["ja", ["1票", "2票", "5票"]],
    ["ar", ["صوت واحد", "صوتان", "5 أصوات"]],
  ] as const)("of %s", (language, expected) => {
    const { votesOf } = stringsOf(language);
    expect([1, 2, 5].map((count) => votesOf(count, String(count)))).toEqual(expected);
  });

  it("of Arabic change with the number", () => {
    const { yearLede } = stringsOf("ar");
    expect([1, 2, 3, 11, 100].map((count) => yearLede(count, String(count), 0, "0"))).toEqual([
      "منشور واحد.",
      "منشوران.",
      "3 منشورات.",
      "11 منشورًا.",
      "100 منشور.",
    ]);
  });
});

describe("Arabic", () => {
  it("has its own comma, and keeps the sign before a Latin name where it is read", () => {
    expect(formats("ar", "UTC").moment("2024-03-14T08:50:00Z")).toBe("14 مارس 2024، 08:50");
    expect(formats("de", "UTC").moment("2024-03-14T08:50:00Z")).toBe("14. März 2024, 08:50");
    const boosted = stringsOf("ar").boostedAuthor({ handle: "@ada@a.example", host: "a.example" });
    expect(boosted).toContain("\u2068@ada@a.example\u2069");
  });
});

describe("a locale", () => {
  it("may name a region: its dates, its language's words", () => {
    const strings = stringsOf("de-AT");
    expect(strings.posts).toBe("Beiträge");
    expect(formats(strings.locale, "UTC").month("2024-01")).toBe("Jänner 2024");
  });

  it("that there are no words for is refused", () => {
    expect(() => stringsOf("tlh")).toThrow(RangeError);
    expect(() => stringsOf("not a locale")).toThrow(RangeError);
  });
});
