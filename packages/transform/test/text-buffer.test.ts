import fc from "fast-check";
import { expect, it } from "vitest";
import { joinBytes } from "../src/sinks/content.js";
import { TextBuffer } from "../src/targets/data/text-buffer.js";

it("gives the bytes of all texts, in pieces that stay as they are", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "ä".repeat(70_000), "x".repeat(140_000), "👍".repeat(30_000)),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const buffer = new TextBuffer();
      const pieces: Uint8Array[] = [];
      for (const each of texts) {
        const full = buffer.add(each);
        if (full !== null) pieces.push(full);
      }
      pieces.push(buffer.take());
      // Each text is encoded by itself, so a half of a pair never meets its other half.
      expect(
        Buffer.from(joinBytes(pieces)).equals(Buffer.concat(texts.map((each) => Buffer.from(each)))),
      ).toBe(true);
    }),
  );
});
