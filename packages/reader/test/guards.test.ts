import type { Diagnostic } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Findings } from "../src/guards/findings.js";
import { guardedLimits } from "../src/guards/guards.js";
import { DEFAULT_LIMITS, mostBytes } from "../src/guards/limits.js";
import { Listing } from "../src/guards/listing.js";
import { isJunk, isPlain, isPlainAscii, normalisePath, shownName } from "../src/guards/path.js";

describe("normalisePath", () => {
  it("takes names as servers write them", () => {
    expect(normalisePath("outbox.json")).toEqual({
      path: "outbox.json",
      absolute: false,
      backslashes: false,
    });
    expect(normalisePath("./a//b/./c.png")).toEqual({
      path: "a/b/c.png",
      absolute: false,
      backslashes: false,
    });
    expect(normalisePath("/srv/x.png")).toEqual({ path: "srv/x.png", absolute: true, backslashes: false });
    expect(normalisePath("a\\b.png")).toEqual({ path: "a/b.png", absolute: false, backslashes: true });
    expect(normalisePath("a..b/...")).toEqual({ path: "a..b/...", absolute: false, backslashes: false });
  });

  it("refuses names that lead out or mislead", () => {
    for (const name of ["..", "a/../b", "..\\a", "/../etc", "a/.."]) {
      expect(normalisePath(name)).toEqual({ refused: "parent" });
    }
    expect(normalisePath("C:\\a")).toEqual({ refused: "drive" });
    for (const name of ["c:/a", "/c:/a", "//?/C:\\a", "a/c:b"]) {
      expect(normalisePath(name)).toEqual({ refused: "drive" });
    }
    for (const name of ["nul", "a/CON.txt", "Com1", "x\\lpt9.tar.gz", "aux .png", "/prn/a"]) {
      expect(normalisePath(name)).toEqual({ refused: "device" });
    }
    for (const name of ["console.json", "nula", "com", "com10", "a.nul"]) {
      expect(normalisePath(name)).toEqual({ path: name, absolute: false, backslashes: false });
    }
    expect(normalisePath("a\0b")).toEqual({ refused: "control" });
    expect(normalisePath("a\nb")).toEqual({ refused: "control" });
    expect(normalisePath("")).toEqual({ refused: "empty" });
    expect(normalisePath("///")).toEqual({ refused: "empty" });
    expect(normalisePath("a".repeat(2000))).toEqual({ refused: "too-long" });
  });

  it("gives only paths that stay inside, and that it takes again unchanged", () => {
    const part = fc.constantFrom("..", ".", "a", "b.png", "/", "\\", "C:", "\0", "é", " ");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
        ),
        (name) => {
          const result = normalisePath(name);
          if ("refused" in result) return;
          expect(result.path.split("/").some((one) => one === "" || one === "." || one === "..")).toBe(false);
          expect(result.path).not.toMatch(/[\\\0]/);
          const again = normalisePath(result.path);
          expect(again).toMatchObject({ path: result.path, absolute: false });
        },
      ),
    );
  });
});

describe("isPlainAscii", () => {
  it("says of ASCII bytes what isPlain says of the text, and no of all others", () => {
    const part = fc.constantFrom(
      "a",
      "Z",
      "/",
      ".",
      "..",
      "con",
      "\\",
      ":",
      "\0",
      "\u007f",
      "\u00fc",
      "__MACOSX",
      " ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 6 }), (parts) => {
        const name = parts.join("");
        const bytes = new TextEncoder().encode(`x${name}/x`);
        const isAscii = bytes.length === name.length + 3;
        expect(isPlainAscii(bytes, 1, bytes.length - 2)).toBe(isAscii && isPlain(name));
      }),
    );
  });
});

describe("isJunk", () => {
  it("knows what Finder and Explorer leave behind, and nothing else", () => {
    for (const path of [
      "__MACOSX/a",
      "a/__MACOSX/b",
      "a/._b.png",
      ".DS_Store",
      "x/Thumbs.db",
      "Desktop.ini",
    ]) {
      expect(isJunk(path)).toBe(true);
    }
    for (const path of ["outbox.json", "a/.hidden", "_.png", "thumbs.db/a.png"])
      expect(isJunk(path)).toBe(false);
  });
});

describe("shownName", () => {
  it("makes control characters visible and clips", () => {
    expect(shownName("a\u001b[31mb\n")).toBe("a\\x1b[31mb\\x0a");
    expect(shownName("x".repeat(500)).length).toBeLessThan(130);
  });
});

describe("limits", () => {
  it("let small files be as repetitive as they like, and large ones not", () => {
    expect(mostBytes(DEFAULT_LIMITS, 1000)).toBe(DEFAULT_LIMITS.ratioFreeBytes);
    expect(mostBytes(DEFAULT_LIMITS, 10 ** 8)).toBe(10 ** 8 * DEFAULT_LIMITS.maxRatio);
    expect(mostBytes({ ...guardedLimits(), maxEntryBytes: 10 }, 11)).toBe(10);
  });
});

describe("Listing", () => {
  it("keeps the last of two entries, in its place", () => {
    const found: Diagnostic[] = [];
    const listing = new Listing<number>(guardedLimits(), (one) => found.push(one));
    for (const [place, path] of ["a", "b", "a"].entries())
      listing.add({ path, rawPath: new Uint8Array() }, place);
    expect([...listing.finish().values()].map(({ entry, place }) => [entry.path, place])).toEqual([
      ["b", 1],
      ["a", 2],
    ]);
    expect(found.map(({ code, file }) => [code, file])).toEqual([["entry/duplicate", "a"]]);
  });
});

describe("names that a file system may take for one", () => {
  it("are both kept, and told once", () => {
    const found: Diagnostic[] = [];
    const listing = new Listing<number>(guardedLimits(), (one) => found.push(one));
    for (const path of ["a/B.png", "A/b.png", "\u00e9", "e\u0301", "c"]) {
      listing.add({ path, rawPath: new Uint8Array() }, 0);
    }
    expect(listing.finish().size).toBe(5);
    expect(found.map(({ code, file, message }) => [code, file, message.slice(0, 9)])).toEqual([
      ["entry/case-collision", "A/b.png", "2 entries"],
    ]);
  });
});

describe("Findings", () => {
  it("hold back what nobody heard for the first who listens", () => {
    const findings = new Findings();
    const early: Diagnostic = { code: "entry/link", severity: "warning", message: "A link." };
    for (let count = 0; count < 5000; count += 1) findings.of()(early);
    const heard: Diagnostic[] = [];
    findings.of({ onDiagnostic: (one) => heard.push(one) });
    expect(heard.length).toBe(1000);
    findings.of({ onDiagnostic: (one) => heard.push(one) });
    expect(heard.length).toBe(1000);
  });
});
