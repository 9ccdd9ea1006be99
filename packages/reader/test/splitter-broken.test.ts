import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { create, encoder, idsOf, outbox, read, readEachWay } from "./splitter-helpers.js";

describe("broken documents", () => {
  const around = (broken: string): string => outbox(create(1), broken, create(3), create(4));
  const faults: readonly [string, string][] = [
    ["a missing quote at the end of a string", create(2).replace('<\\/p>"', "").replace('</p>"', "</p>")],
    ["a missing quote at the beginning of a string", create(2).replace('"<p>', "<p>")],
    ["a missing closing brace", create(2).slice(0, -1)],
    ["two missing closing braces", create(2).slice(0, -2)],
    ["a missing closing bracket", create(2).replace("]}", "}")],
    ["all its end missing", create(2).slice(0, -4)],
    ["a missing opening bracket", create(2).replace('"tag":[', '"tag":')],
    ["a closing bracket too many", create(2).replace("]}", "]]}")],
    ["NaN", create(2).replace('"object"', '"x":NaN,"object"')],
    ["a trailing comma", create(2).replace("]}", ",]}")],
    ["a bad escape", create(2).replace("post", "\\x")],
    ["a raw line break in a string", create(2).replace("post", "\n")],
    ["a comment", create(2).replace('"object"', '/* "x" */"object"')],
    ["single quotes", create(2).replaceAll('"', "'")],
    ["binary rubbish", "{\u0000\u0001\u0002}"],
    ["a cut", create(2).slice(0, 100)],
  ];
  for (const [name, broken] of faults) {
    it(`leaves out an item with ${name}, and reads the rest`, async () => {
      expect(() => JSON.parse(broken)).toThrow();
      const text = around(broken);
      const result = await readEachWay(text);
      expect(idsOf(result)).toEqual(["1", "3", "4"]);
      expect(result.codes).toContain("json/invalid-item");
      const place = result.found.find((each) => each.code === "json/invalid-item");
      expect(place).toMatchObject({ offset: text.indexOf(broken), pointer: "/orderedItems/1" });
    });
    it(`reads what precedes a last item with ${name}`, async () => {
      const result = await readEachWay(outbox(create(1), create(2), broken));
      expect(idsOf(result)).toEqual(["1", "2"]);
      expect(result.codes.length).toBeGreaterThan(0);
    });
    it(`reads what follows a first item with ${name}`, async () => {
      expect(idsOf(await readEachWay(outbox(broken, create(2), create(3))))).toEqual(["2", "3"]);
    });
  }

  it("goes on behind a closing brace too many", async () => {
    const result = await readEachWay(around(`${create(2)}}`));
    expect(idsOf(result)).toEqual(["1", "2", "3", "4"]);
    expect(result.codes).toContain("json/invalid");
  });

  it("goes on where the list is closed too early", async () => {
    const result = await readEachWay(around(`${create(2)}]`));
    expect(idsOf(result)).toEqual(["1", "2", "3", "4"]);
    expect(result.codes).toContain("json/invalid");
  });

  it("goes on without commas, with too many, and between comments", async () => {
    const result = await readEachWay(
      `{"items":[${create(1)} ${create(2)},,${create(3)}/* , */,// x\n${create(4)},]}`,
    );
    expect(idsOf(result)).toEqual(["1", "2", "3", "4"]);
    expect(new Set(result.codes)).toEqual(new Set(["json/invalid"]));
  });

  it("finds the keys behind a list that is not closed", async () => {
    const result = await readEachWay(`{"items":[${create(1)},"totalItems":1}`);
    expect(idsOf(result)).toEqual(["1"]);
    expect(result.members).toEqual([["totalItems", 1]]);
    expect(result.codes).toEqual(["json/invalid"]);
  });

  it("finds the list behind a broken envelope", async () => {
    for (const head of [
      '"@context":["a",{"b":"c"]',
      '"@context":',
      '"x":NaN',
      "oops",
      '"a" "b"',
      '"type":"Order,',
    ]) {
      const result = await readEachWay(`{${head},"orderedItems":[${create(1)}]}`);
      expect(idsOf(result), head).toEqual(["1"]);
      expect(result.codes, head).toContain("json/invalid");
    }
  });

  it("reports what follows the document", async () => {
    for (const tail of ["x", "{}", "\0\0\0", "]"]) {
      const result = await readEachWay(`{"items":[1]}${tail}`);
      expect(result.values).toEqual([1]);
      expect(result.codes).toEqual(["json/invalid"]);
    }
  });

  it("gives every whole item before a cut, wherever it is", async () => {
    const items = [create(1), create(2), create(3)];
    const text = outbox(...items);
    for (let end = 1; end < text.length; end += 1) {
      const result = await read(text.slice(0, end), { chunk: 50 });
      const whole = items.filter((item) => text.indexOf(item) + item.length <= end);
      expect(result.values, `cut at ${end}`).toEqual(whole.map((item) => JSON.parse(item)));
      expect(result.codes, `cut at ${end}`).toEqual(["json/truncated"]);
    }
  });

  it("never throws, and gives the same however a damaged document is cut into chunks", async () => {
    const text = outbox(create(1), create(2), "null", '"x"', "[]", create(3));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(12),
        fc.string({ maxLength: 5 }),
        fc.integer({ min: 1, max: 30 }),
        async (at, removed, added, chunk) => {
          const damaged = text.slice(0, at) + added + text.slice(at + removed);
          const result = await read(damaged, { chunk });
          expect(result).toEqual(await read(damaged));
          let valid = true;
          try {
            JSON.parse(damaged);
          } catch {
            valid = false;
          }
          if (!valid) expect(result.found.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("reads bytes that are not UTF-8 as U+FFFD, and says where", async () => {
    const bytes = encoder.encode('{"items":[{"a":"x"},{"a":"?"}]}');
    bytes[bytes.indexOf(0x3f)] = 0xff;
    const { values, found } = await readEachWay(bytes);
    expect(values).toEqual([{ a: "x" }, { a: "\u{fffd}" }]);
    expect(found).toMatchObject([{ code: "json/invalid-utf8", offset: 20 }]);
  });
});
