import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdIndex } from "../src/ids/id-index.js";
import { IdList } from "../src/ids/id-list.js";
import { base32, mediaKey, postKey, shortHash } from "../src/ids/keys.js";
import { portableSha256, sha256Hex } from "../src/ids/sha256.js";

describe("IdIndex", () => {
  it("answers as a Map does, also after growing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.integer({ min: 1, max: 255 })), { maxLength: 5000 }),
        (entries) => {
          const index = new IdIndex();
          const map = new Map<string, number>();
          for (const [id, value] of entries) {
            index.set(id, value);
            map.set(id, value);
          }
          expect(index.size).toBe(map.size);
          for (const [id, value] of map) expect(index.get(id)).toBe(value);
          expect(index.get("https://nobody.example/never-added")).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("keeps a hundred thousand ids of one server apart", () => {
    const index = new IdIndex();
    const id = (at: number) =>
      `https://social.example/users/tess/statuses/${109_000_000_000_000_000n + BigInt(at)}`;
    for (let at = 0; at < 100_000; at += 1) index.set(id(at), 1 + (at % 255));
    expect(index.size).toBe(100_000);
    for (let at = 0; at < 100_000; at += 97) expect(index.get(id(at))).toBe(1 + (at % 255));
    expect(index.has(id(100_000))).toBe(false);
  });

  it("refuses values that it can't hold", () => {
    expect(() => new IdIndex().set("a", 0)).toThrow(RangeError);
    expect(() => new IdIndex().set("a", 256)).toThrow(RangeError);
  });
});

describe("IdList", () => {
  it("counts those of its ids that an index holds", () => {
    const [list, index] = [new IdList(), new IdIndex()];
    for (let at = 0; at < 3000; at += 1) list.add(`id ${at}`);
    for (let at = 0; at < 3000; at += 3) index.set(`id ${at}`, 1);
    expect([list.size, list.countIn(index)]).toEqual([3000, 1000]);
  });
});

describe("keys", () => {
  it("are forever: addresses of sites are made of them", () => {
    expect(postKey("https://social.example/users/tess/statuses/1")).toBe("t359b97xz6e4z0a5");
    expect(mediaKey("media_attachments/files/1/original/a.png")).toBe("y6767tg800qxwkgy");
  });

  it("are the first bits of SHA-256, the same in every runtime", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("", "\ud800", "\udfff"), (text, half) => {
        const whole = text + half;
        expect(sha256Hex(whole)).toBe(portableSha256(whole));
        expect(shortHash(whole)).toBe(base32(Buffer.from(portableSha256(whole), "hex"), 16));
      }),
    );
    expect(sha256Hex).not.toBe(portableSha256);
  });

  it("are safe as file names and hold nothing of the id", () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(postKey(id)).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
      }),
    );
  });
});
