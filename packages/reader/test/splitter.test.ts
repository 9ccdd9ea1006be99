import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { announce, create as createActivity, sampleArchive } from "@archive/fixtures";
import type { Diagnostic, DiagnosticCode } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ByteTools, PORTABLE_TOOLS } from "../src/json/byte-tools.js";
import { mapItems, type ReadItemsOptions, readItems } from "../src/json/read-items.js";
import type { JsonElement } from "../src/json/splitter-options.js";
import { BUFFER_TOOLS } from "../src/node/buffer-tools.js";

const encoder = new TextEncoder();

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

interface Read {
  readonly elements: JsonElement[];
  readonly values: unknown[];
  readonly found: Diagnostic[];
  readonly codes: DiagnosticCode[];
  readonly members: [string, unknown][];
  readonly lists: string[];
}

async function read(
  source: string | Uint8Array,
  options: ReadItemsOptions & { chunk?: number } = {},
): Promise<Read> {
  const bytes = typeof source === "string" ? encoder.encode(source) : source;
  const elements: JsonElement[] = [];
  const found: Diagnostic[] = [];
  const members: [string, unknown][] = [];
  let lists: string[] = [];
  const all = readItems(chunksOf(bytes, options.chunk ?? 65_536), {
    ...options,
    onDiagnostic: (each) => found.push(each),
    onMember: (key, value) => members.push([key, value]),
    onEnd: (met) => {
      lists = [...met];
    },
  });
  for await (const element of all) elements.push(element);
  return {
    elements,
    values: elements.map((each) => each.value),
    found,
    codes: found.map((each) => each.code),
    members,
    lists,
  };
}

/** Every result must be the same however the bytes are cut. */
async function readEachWay(source: string | Uint8Array, options: ReadItemsOptions = {}): Promise<Read> {
  const whole = await read(source, options);
  for (const chunk of [1, 2, 3, 7, 64]) expect(await read(source, { ...options, chunk })).toEqual(whole);
  return whole;
}

const create = (n: number): string =>
  `{"id":"https://a.example/${n}/activity","type":"Create","actor":"https://a.example","object":{"id":"https://a.example/${n}","type":"Note","content":"<p>post ${n}, \\"quoted\\" },{ \\\\</p>","tag":[{"type":"Mention","name":"@b"},{"type":"Hashtag","name":"#c"}]}}`;
const outbox = (...items: string[]): string =>
  `{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":${items.length},"orderedItems":[${items.join(",")}]}`;
const idsOf = (found: Read): unknown[] =>
  found.values.map((value) => /\/(\d+)\/activity$/.exec(Reflect.get(Object(value), "id"))?.[1]);

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

describe("limits", () => {
  it("leaves out an item that is too large, and reads the rest", async () => {
    const large = `{"type":"Note","content":"${"x".repeat(2000)}"}`;
    const result = await readEachWay(`{"items":[${create(1)},${large},${create(3)}]}`, {
      maxItemBytes: 1000,
    });
    expect(idsOf(result)).toEqual(["1", "3"]);
    expect(result.codes).toEqual(["json/item-too-large"]);
  });

  it("finds the items that an unclosed one has swallowed beyond the limit", async () => {
    const open = `{"type":"Note","content":"x","tag":[{"type":"Mention"}`;
    const rest = Array.from({ length: 20 }, (_, n) => create(n));
    const result = await readEachWay(`{"items":[${create(99)},${open},${rest.join(",")}]}`, {
      maxItemBytes: 1000,
    });
    expect(idsOf(result)).toEqual(["99", ...rest.map((_, n) => `${n}`)]);
    expect(result.codes).toEqual(["json/invalid-item"]);
  });

  it("finds swallowed items in a file larger than any window, many times over", async () => {
    const open = `{"type":"Note","content":"x","tag":[{"type":"Mention"}`;
    const rest = Array.from({ length: 8000 }, (_, n) => (n % 2000 === 7 ? open : create(n)));
    const result = await read(`{"items":[${rest.join(",")}]}`);
    expect(result.values).toHaveLength(7996);
    expect(new Set(result.codes)).toEqual(new Set(["json/invalid-item"]));
  });

  it("leaves out an item that is nested too deep, and reads the rest", async () => {
    const deep = `{"type":"Note","content":${"[".repeat(3000)}1${"]".repeat(3000)}}`;
    const result = await readEachWay(`{"items":[${create(1)},${deep},${create(3)}]}`);
    expect(idsOf(result)).toEqual(["1", "3"]);
    expect(result.found).toMatchObject([{ code: "json/too-deep", pointer: "/items/1" }]);
    const open = await read(`{"items":[${"[".repeat(100_000)}`);
    expect(open.codes).toEqual(["json/truncated"]);
  });

  it("holds on to no more than the largest item needs", async () => {
    let largest = 0;
    async function* many(): AsyncGenerator<Uint8Array> {
      yield encoder.encode('{"items":[');
      const item = encoder.encode(`${create(1)},`);
      for (let n = 0; n < 20_000; n += 1) {
        yield item;
        if (n % 5000 === 0) largest = Math.max(largest, process.memoryUsage().arrayBuffers);
      }
      yield encoder.encode("null]}");
    }
    let count = 0;
    for await (const _ of readItems(many())) count += 1;
    expect(count).toBe(20_001);
    expect(largest).toBeLessThan(64 * 1024 * 1024);
  });

  it("ends in time on a file in which each item swallows the next", async () => {
    const open = '{"type":"Note","tag":[{"type":"Mention"}';
    const pieces = Array.from({ length: 3000 }, (_, n) => `${open},${create(n)}`);
    const result = await read(`{"items":[${pieces.join(",")}]}`);
    expect(idsOf(result)).toEqual(pieces.map((_, n) => `${n}`));
  });

  it("does not keep an item for the white space behind it", async () => {
    let largest = 0;
    async function* wide(): AsyncGenerator<Uint8Array> {
      yield encoder.encode('{"items":[{"type":"Note"}');
      const space = new Uint8Array(1024 * 1024).fill(0x20);
      for (let n = 0; n < 100; n += 1) {
        yield space;
        largest = Math.max(largest, process.memoryUsage().arrayBuffers);
      }
      yield encoder.encode(',{"type":"Note"}]}');
    }
    const values: unknown[] = [];
    for await (const { value } of readItems(wide())) values.push(value);
    expect(values).toEqual([{ type: "Note" }, { type: "Note" }]);
    expect(largest).toBeLessThan(64 * 1024 * 1024);
  });

  it("stops when the signal says so, and closes the source when the reader leaves", async () => {
    let closed = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield encoder.encode("[");
        for (;;) yield encoder.encode("1,");
      } finally {
        closed += 1;
      }
    }
    for await (const { index } of readItems(endless())) if (index === 3) break;
    expect(closed).toBe(1);
    const abort = new AbortController();
    const reading = (async () => {
      for await (const { index } of readItems(endless(), { signal: abort.signal }))
        if (index === 3) abort.abort();
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    expect(closed).toBe(2);
  });
});

const suite = fileURLToPath(
  new URL("../../../../shared/corpora/06-json/JSONTestSuite/test_parsing", import.meta.url),
);

describe.skipIf(!existsSync(suite))("JSONTestSuite, each file as an item between two others", () => {
  const encode = (file: string): Uint8Array => {
    const body = readFileSync(`${suite}/${file}`);
    return Buffer.concat([
      Buffer.from(`{"orderedItems":[${create(1)},`),
      body,
      Buffer.from(`,${create(3)}]}`),
    ]);
  };
  const files = existsSync(suite) ? readdirSync(suite) : [];
  it("accepts what must be accepted", async () => {
    for (const file of files.filter((name) => name.startsWith("y_"))) {
      const { values, found } = await read(encode(file));
      expect(values, file).toHaveLength(3);
      expect(values[1], file).toEqual(JSON.parse(readFileSync(`${suite}/${file}`, "utf8")));
      expect(found, file).toEqual([]);
    }
  });
  it("reports what must be rejected, and throws at nothing", async () => {
    // As items of a list these are valid JSON.
    const fine = new Set(["n_array_just_comma.json"]);
    for (const file of files.filter((name) => name.startsWith("n_"))) {
      const bytes = encode(file);
      const { codes, values } = await read(bytes);
      expect(values.length, file).toBeGreaterThan(0);
      let valid = true;
      try {
        JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      } catch {
        valid = false;
      }
      if (!valid) expect(codes.length, file).toBeGreaterThan(0);
      else expect([...fine], file).toContain(file);
    }
    for (const file of files)
      expect(await read(encode(file), { chunk: 1 }), file).toEqual(await read(encode(file)));
  });
});
