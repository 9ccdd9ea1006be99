import type { JsonObject } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnsound } from "../src/json/soundness.js";

/** Levels of a value: 0 for what is no object and no list. */
function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

const values = fc.oneof(
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 6 })),
  fc.array(fc.jsonValue({ maxDepth: 6 })),
);

describe("isUnsound", () => {
  it("is true of what is nested deeper than allowed, and of nothing else", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 8 }), (value, levels) => {
        const parsed: JsonObject | readonly unknown[] = JSON.parse(JSON.stringify(value));
        expect(isUnsound(parsed, levels, false)).toBe(depthOf(parsed) > levels);
      }),
    );
  });

  it("is true of a key called `__proto__` at any depth, where that is not wanted", () => {
    const inner = JSON.parse('{"a":[1,{"b":{"__proto__":{}}}]}');
    expect([isUnsound(inner, 10, true), isUnsound(inner, 10, false)]).toEqual([true, false]);
    expect(isUnsound(JSON.parse('{"a":"__proto__","proto":1}'), 10, true)).toBe(false);
  });
});
