import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readItems } from "../src/json/read-items.js";
import { create, encoder, idsOf, read, readEachWay } from "./splitter-helpers.js";

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
