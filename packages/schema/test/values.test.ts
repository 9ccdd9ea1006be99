import {
  firstIdOf,
  languageTag,
  naturalText,
  numberOf,
  timestampOf,
  urlsOf,
  valuesOf,
} from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("timestampOf", () => {
  it.each([
    ["2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z"],
    ["2024-05-01T10:00:00.123456Z", "2024-05-01T10:00:00.123Z"],
    ["2024-05-01T10:00:00+02:00", "2024-05-01T08:00:00Z"],
    ["2024-05-01T10:00:00-0730", "2024-05-01T17:30:00Z"],
    ["2017-07-12 19:30", "2017-07-12T19:30:00Z"],
    ["2019-09-19T00:32:36.785333", "2019-09-19T00:32:36.785Z"],
    ["2017-04-04", "2017-04-04T00:00:00Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"],
  ])("reads %s", (written, iso) => {
    expect(timestampOf(written)?.iso).toBe(iso);
  });

  it("counts from 1970 as Date does, through all the years of four digits", () => {
    const [min, max] = [new Date("1000-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59Z")];
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const written = date.toISOString().replace(/\.\d+Z$/, "Z");
        expect(timestampOf(written)?.epoch).toBe(Date.parse(written));
      }),
    );
    for (let year = 1000; year <= 9999; year += 1) {
      for (const day of ["01-01", "02-28", "03-01", "12-31"]) {
        const written = `${year}-${day}T12:34:56Z`;
        expect(timestampOf(written)?.epoch).toBe(Date.parse(written));
      }
    }
  });

  it("says when it had to assume UTC", () => {
    expect(timestampOf("2019-09-19T00:32:36")?.assumedUtc).toBe(true);
    expect(timestampOf("2019-09-19T00:32:36Z")?.assumedUtc).toBe(false);
    expect(timestampOf("2019-09-19")?.assumedUtc).toBe(false);
  });

  it.each([
    "",
    "yesterday",
    "2024-13-01",
    "2024-02-31T00:00:00Z",
    "2024-05-01T25:00:00Z",
    "9999-12-31T23:30:00-01:00",
    "0000-01-01T00:30:00+01:00",
    "SCRUBBED_DATE",
    7,
    null,
    {},
  ])("refuses %j", (written) => expect(timestampOf(written)).toBeNull());
});

describe("languages", () => {
  it("are canonical BCP-47 or nothing", () => {
    expect(languageTag("pt_br")).toBe("pt-BR");
    expect(languageTag("zh-hant-tw")).toBe("zh-Hant-TW");
    for (const tag of ["", "und", "not a tag", 7, null]) expect(languageTag(tag)).toBeNull();
  });

  it("belong to the entry that equals the text", () => {
    const object = { content: "b", contentMap: { en: "a", de: "b" } };
    expect(naturalText(object, "content")).toEqual({ text: "b", language: "de" });
    expect(naturalText({ contentMap: { ja: "c" } }, "content")).toEqual({ text: "c", language: "ja" });
    expect(naturalText({ content: "a" }, "content")).toEqual({ text: "a", language: null });
    expect(naturalText({ content: "", contentMap: null }, "content")).toBeNull();
  });
});

describe("property values", () => {
  it("are one, many or none", () => {
    expect(valuesOf(undefined)).toEqual([]);
    expect(valuesOf(["a", null])).toEqual(["a", null]);
    expect(firstIdOf([{ id: "" }, { id: "x" }, "y"])).toBe("x");
    expect(urlsOf([{ type: "Link", href: "https://a.example" }, "https://b.example", 7])).toEqual([
      "https://a.example",
      "https://b.example",
    ]);
    expect([numberOf("12"), numberOf("1e9"), numberOf(Number.NaN), numberOf(-1.5)]).toEqual([
      12,
      null,
      null,
      -1.5,
    ]);
  });
});
