import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemStarts } from "../src/validate/item-starts.js";
import { bytes } from "./checker.js";

type Path = readonly string[];

/** Every place in a value, and the innermost item around it. */
function placesIn(
  value: unknown,
  path: Path = [],
  item: unknown = undefined,
): readonly (readonly [Path, unknown])[] {
  if (typeof value !== "object" || value === null) return [[path, item]];
  const isList = Array.isArray(value);
  const below = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each, [...path, key], isList ? each : item),
  );
  return [[path, item], ...below];
}

/** The JSON value that begins at a byte: the shortest text from there on that parses. */
function isAt(text: Uint8Array, start: number, value: unknown, spaces: number): boolean {
  const written = bytes(JSON.stringify(value, null, spaces).trim());
  // What is nested deeper is indented further; without white space the two are the same.
  const plain = (each: Uint8Array): string => new TextDecoder().decode(each).replaceAll(/\s/g, "");
  return plain(text.subarray(start)).startsWith(plain(written));
}

const KEY = fc.oneof(
  fc.string(),
  fc.constantFrom("", "0", "1", "a/b", "~", '"', "\\", "é", "\u{1f980}", "a b"),
);

describe("where items begin", () => {
  it("is found for every place of any document", () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(0, -1.5e3, true, null, "", "a", '"[{', "}]", "\\", "\n", "é"),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(KEY, tie("value"), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(json, fc.constantFrom(0, 1, 2), fc.boolean(), (value, spaces, mark) => {
        const text = bytes(`${mark ? "\u{feff}" : ""}${JSON.stringify(value, null, spaces)}`);
        const places = placesIn(value);
        const starts = itemStarts(
          text,
          places.map(([path]) => path),
        );
        places.forEach(([path, item], at) => {
          const start = starts[at] ?? Number.NaN;
          if (item === undefined) expect(start, path.join("/")).toBe(-1);
          else expect(isAt(text, start, item, spaces), path.join("/")).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });

  const starts = (text: string, ...path: string[]): number | undefined => itemStarts(bytes(text), [path])[0];

  it("is that of the item around what is missing", () => {
    expect(starts('{"a":[{"b":1},{"c":2}]}', "a", "1", "url")).toBe(14);
    expect(starts('{"a":[[1],{"c":2}]}', "a", "7")).toBe(-1);
    expect(starts('{"a":{"0":{}}}', "a", "0")).toBe(-1);
  });

  it("is the last of a key that stands twice, as a parser has it", () => {
    const text = '{"a":[1,{"x":1}],"b":[2],"a":[3,{"y":2}]}';
    expect(starts(text, "a", "1", "y")).toBe(text.indexOf('{"y"'));
  });

  it("knows keys that are written with escapes", () => {
    expect(starts('{"\\u0061\\u002fb":[true]}', "a/b", "0")).toBe(18);
  });

  it("comes to an end in what is no JSON, and past its end", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ unit: "binary" }), (text, cut, noise) => {
        const broken = text.slice(0, cut % (text.length + 1)) + noise;
        for (const start of itemStarts(bytes(broken), [
          ["a", "0"],
          ["0", "0", ""],
        ])) {
          expect(start).toBeLessThan(bytes(broken).length + 1);
        }
      }),
    );
  });
});
