import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../src/json/json-lines.js";

const encoder = new TextEncoder();

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let n = 0; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe("the lines of a file", () => {
  it("are the same however it is cut, with their places", async () => {
    const line = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\n"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.boolean(),
        fc.array(fc.nat({ max: 7 }), { minLength: 1 }).filter((sizes) => sizes.some((size) => size > 0)),
        async (lines, ended, sizes) => {
          const text = lines.join("\n") + (ended && lines.length > 0 ? "\n" : "");
          const bytes = encoder.encode(text);
          const seen: string[] = [];
          for await (const { bytes: part, offset, number } of linesOf(chunksOf(bytes, sizes))) {
            expect(number).toBe(seen.length);
            expect(offset).toBe(
              encoder.encode(
                lines
                  .slice(0, number)
                  .map((each) => `${each}\n`)
                  .join(""),
              ).length,
            );
            const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
            let whole = "";
            for await (const chunk of part) whole += decoder.decode(chunk, { stream: true });
            seen.push(whole);
          }
          // A file that ends in a line break has no line behind it.
          const wanted = text === "" ? [] : ended || lines.at(-1) !== "" ? lines : lines.slice(0, -1);
          expect(seen).toEqual(wanted);
        },
      ),
    );
  });

  it("need not be read, and close their source when left", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield encoder.encode("a line\n");
      } finally {
        closed = true;
      }
    }
    for await (const { number, offset } of linesOf(source())) {
      expect(offset).toBe(number * 7);
      if (number === 3) break;
    }
    expect(closed).toBe(true);
  });
});
