import { announce, create as createActivity, sampleArchive } from "@archive/fixtures";
import type { Diagnostic } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ByteTools, PORTABLE_TOOLS } from "../src/json/byte-tools.js";
import { mapItems } from "../src/json/read-items.js";
import type { JsonElement } from "../src/json/splitter-options.js";
import { BUFFER_TOOLS } from "../src/node/buffer-tools.js";
import { chunksOf, create, encoder, outbox, read, readEachWay } from "./splitter-helpers.js";

describe("whole documents", () => {
  it("gives the items of an outbox with their places, and what stands around them", async () => {
    const text = outbox(create(1), create(2));
    const { elements, members, found } = await readEachWay(text);
    expect(elements.map((each) => each.value)).toEqual(JSON.parse(text).orderedItems);
    expect(elements.map((each) => each.pointer)).toEqual(["/orderedItems/0", "/orderedItems/1"]);
    for (const { offset, length, value } of elements) {
      expect(JSON.parse(text.slice(offset, offset + length))).toEqual(value);
    }
    expect(members).toContainEqual(["totalItems", 2]);
    expect(found).toEqual([]);
  });

  it("gives what JSON.parse gives, for any values, white space and chunks", async () => {
    const gap = fc.constantFrom("", " ", "\n", "\t\r\n  ");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 6 }),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
        fc.constantFrom("orderedItems", "items", ""),
        gap,
        fc.constantFrom(undefined, 1, "\t"),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (items, rest, key, space, indent, mark, chunk) => {
          const members = Object.entries(rest).filter(([name]) => !["orderedItems", "items"].includes(name));
          const list = JSON.stringify(items, null, indent);
          const parts = members.map(
            ([name, value]) => `${JSON.stringify(name)}${space}:${JSON.stringify(value)}`,
          );
          parts.splice(parts.length >> 1, 0, `"${key}"${space}:${space}${list}`);
          const text =
            key === "" ? `${space}${list}${space}` : `{${space}${parts.join(`${space},${space}`)}${space}}`;
          const result = await read(`${mark ? "\u{feff}" : ""}${text}`, { chunk, protoKeys: false });
          expect(result.found).toEqual([]);
          expect(result.values).toEqual(JSON.parse(list));
          expect(result.lists).toEqual([key === "" ? "" : `/${key}`]);
          if (key !== "")
            expect(result.members).toEqual(members.map(([k, v]) => [k, JSON.parse(JSON.stringify(v))]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("reads a top-level array, and an item that stands alone", async () => {
    expect((await readEachWay('[1,{"a":[]},"x"]')).elements.map((each) => each.pointer)).toEqual([
      "/0",
      "/1",
      "/2",
    ]);
    const lone = await readEachWay('{"items":{"type":"Note"},"x":1}');
    expect(lone.elements).toMatchObject([{ value: { type: "Note" }, pointer: "/items" }]);
    expect((await readEachWay('{"orderedItems":null}')).values).toEqual([]);
  });

  it("reads the real list when an empty one precedes it, as in Mastodon 4.2.10", async () => {
    const { values, found } = await readEachWay('{"orderedItems":[],"x":1,"orderedItems":[{"type":"Note"}]}');
    expect(values).toEqual([{ type: "Note" }]);
    expect(found).toEqual([]);
  });

  it("reads both of two lists that hold something, and says so once", async () => {
    const { elements, codes } = await readEachWay('{"orderedItems":[1,2],"orderedItems":[3,4]}');
    expect(elements.map(({ value, pointer, index }) => [value, pointer, index])).toEqual([
      [1, "/orderedItems/0", 0],
      [2, "/orderedItems/1", 1],
      [3, "/orderedItems/0", 2],
      [4, "/orderedItems/1", 3],
    ]);
    expect(codes).toEqual(["outbox/doubled-items"]);
  });

  it("passes over large values of the envelope without keeping them", async () => {
    const { values, members, found } = await readEachWay(`{"big":"${"x".repeat(500)}","items":[1],"n":2}`, {
      maxMemberBytes: 100,
    });
    expect({ values, members, found }).toEqual({ values: [1], members: [["n", 2]], found: [] });
  });

  it("says when there is no list", async () => {
    expect((await readEachWay('{"type":"Note"}')).lists).toEqual([]);
    expect((await readEachWay("")).codes).toEqual(["json/invalid"]);
    expect((await readEachWay("hello")).codes).toEqual(["json/invalid"]);
  });
});

/** The three ways to an item's end: guessed with what Node has, guessed with what browsers have, scanned. */
const TOOLS: ReadonlyMap<string, ByteTools> = new Map([
  ["Node", BUFFER_TOOLS],
  ["browsers", PORTABLE_TOOLS],
  ["the scanner alone", { ...PORTABLE_TOOLS, find: () => -1 }],
]);

/** Each object's keys in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, reordered(each)]);
  return Object.fromEntries(entries.toReversed());
}

/** The ways in which programs write one document. */
const WRITTEN: Readonly<Record<string, (document: object) => string>> = {
  "as servers do": (document) => JSON.stringify(document),
  indented: (document) => JSON.stringify(document, null, 2),
  "with tabs": (document) => JSON.stringify(document, null, "\t"),
  "with other line ends": (document) => JSON.stringify(document, null, 1).replaceAll("\n", "\r\n"),
  "with keys in another order": (document) => JSON.stringify(reordered(document)),
  "in another order, indented": (document) => JSON.stringify(reordered(document), null, 4),
  "as Python and Ruby do": (document) => JSON.stringify(document, null, 0).replaceAll('":', '": '),
  "with escaped letters": (document) =>
    JSON.stringify(document).replaceAll(
      /[\u0080-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
};

describe.each([...TOOLS])("the way of %s", (_, tools) => {
  const elementsOf = async (bytes: Uint8Array, chunk: number) => {
    const found: Diagnostic[] = [];
    // Values hold keys called `__proto__` now and then: that guard has a test of its own.
    const options = { tools, protoKeys: false, onDiagnostic: (each: Diagnostic) => found.push(each) };
    const elements: JsonElement[] = [];
    for await (const element of mapItems(chunksOf(bytes, chunk), options, (each) => each))
      elements.push(element);
    return { elements, found };
  };
  const check = async (text: string, chunk: number): Promise<void> => {
    const bytes = encoder.encode(text);
    const { elements, found } = await elementsOf(bytes, chunk);
    expect(found).toEqual([]);
    expect(elements.map(({ value }) => value)).toEqual(JSON.parse(text).orderedItems);
    const decoder = new TextDecoder();
    for (const [n, { value, offset, length, pointer, index }] of elements.entries()) {
      expect([pointer, index]).toEqual([`/orderedItems/${n}`, n]);
      expect(JSON.parse(decoder.decode(bytes.subarray(offset, offset + length)))).toEqual(value);
    }
  };
  const sample: object = JSON.parse(new TextDecoder().decode(sampleArchive().get("outbox.json")));
  const small = {
    type: "OrderedCollection",
    orderedItems: [
      createActivity(),
      announce("https://b.example/1"),
      null,
      createActivity(),
      "x",
      [{ id: "y" }, { id: "z" }],
    ],
    totalItems: 6,
  };

  it.each(Object.entries(WRITTEN))(
    "gives what JSON.parse gives of a document written %s",
    async (_, write) => {
      for (const chunk of [100, 4096, 65_536, 2 ** 24]) await check(write(sample), chunk);
      const text = write(small);
      for (let chunk = 1; chunk < 40; chunk += 1) await check(text, chunk);
      for (let chunk = 40; chunk < text.length; chunk += 97) await check(text, chunk);
    },
  );

  it("is the same for any items", async () => {
    const item = fc.dictionary(fc.constantFrom("id", "type", "object", "a"), fc.jsonValue({ maxDepth: 3 }), {
      maxKeys: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(item, fc.constant(createActivity())), { maxLength: 12 }),
        fc.constantFrom(...Object.values(WRITTEN)),
        fc.integer({ min: 1, max: 3000 }),
        (orderedItems, write, chunk) => check(write({ type: "OrderedCollection", orderedItems }), chunk),
      ),
      { numRuns: 150 },
    );
  });
});
