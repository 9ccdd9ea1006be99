import type { Diagnostic } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readItems } from "../src/index.js";
import { balancedEnd } from "../src/json/balanced-object.js";
import { bytesOf } from "./container-helpers.js";

const tricky = fc.array(fc.constantFrom("\\", '"', "{", "}", "[", "]", ",", ":", "ü", "a"), {
  maxLength: 12,
});
const text = fc.oneof(
  fc.string(),
  tricky.map((parts) => parts.join("")),
);
const object = fc.dictionary(text, fc.oneof(text, fc.jsonValue({ maxDepth: 4 })), { maxKeys: 6 });

describe("balancedEnd", () => {
  it("is the end of any object, whatever follows, and none of one that is cut", () => {
    fc.assert(
      fc.property(object, text, fc.nat(), (value, after, cut) => {
        const whole = bytesOf(JSON.stringify(value));
        const bytes = bytesOf(JSON.stringify(value) + after);
        expect(balancedEnd(bytes, 0, bytes.length)).toBe(whole.length);
        expect(balancedEnd(bytes, 0, cut % whole.length)).toBe(-1);
      }),
    );
  });
});

describe("items that are joined in ever other ways", () => {
  it("are those of JSON.parse, in chunks of any size", async () => {
    const keys = fc.shuffledSubarray(["id", "type", "object", "actor", "to", "cc"], { minLength: 3 });
    const item = fc
      .tuple(keys, object, text)
      .map(([names, inner, words]) =>
        Object.fromEntries(names.map((name) => [name, name === "object" ? inner : words])),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 60, maxLength: 90 }),
        fc.constantFrom(undefined, 1),
        fc.integer({ min: 1, max: 20_000 }),
        async (items, indent, size) => {
          const bytes = bytesOf(JSON.stringify({ orderedItems: items }, null, indent));
          async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
          }
          const found: Diagnostic[] = [];
          const read: unknown[] = [];
          const options = { onDiagnostic: (each: Diagnostic) => found.push(each), protoKeys: false };
          for await (const { value, offset, length } of readItems(chunks(), options)) {
            read.push(value);
            const own = new TextDecoder().decode(bytes.subarray(offset, offset + length));
            expect(JSON.parse(own)).toEqual(value);
          }
          expect(read).toEqual(JSON.parse(JSON.stringify(items)));
          expect(found).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
