import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanJson } from "../src/validate/json-scan.js";
import { bytes } from "./checker.js";
import { CORPORA } from "./corpus.js";

describe("the scan of a JSON text", () => {
  const isFaulty = (text: Uint8Array): boolean =>
    scanJson(text).some((note) => note.kind === "syntax" || note.kind === "control-character");
  const isRefused = (text: Uint8Array): boolean => {
    try {
      JSON.parse(new TextDecoder().decode(text));
      return false;
    } catch {
      return true;
    }
  };

  it("takes for JSON what a parser does", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "u00e9",
      "1",
      "-0",
      ".5",
      "e+1",
      "true",
      "null",
      " ",
      "\n",
      "é",
      '"a"',
      '{"a":1}',
      "[1]",
    );
    const broken = fc.array(piece, { maxLength: 12 }).map((pieces) => bytes(pieces.join("")));
    fc.assert(
      fc.property(fc.oneof(broken, fc.json().map(bytes)), (text) => {
        expect(isFaulty(text)).toBe(isRefused(text));
      }),
      { numRuns: 5000 },
    );
  });

  const SUITE = new URL("06-json/JSONTestSuite/", CORPORA);
  it.skipIf(!existsSync(SUITE))("agrees with the JSON test suite", () => {
    const files = readdirSync(SUITE, { recursive: true, encoding: "utf8" }).filter((path) =>
      /(^|\/)[yn]_[^/]*\.json$/.test(path),
    );
    expect(files.length).toBeGreaterThan(250);
    for (const path of files) {
      const text = readFileSync(new URL(path.replaceAll("#", "%23"), SUITE));
      const found = scanJson(text).filter((note) => note.kind !== "duplicate-key");
      if (/(^|\/)y_/.test(path)) expect(found, path).toEqual([]);
      else expect(found, path).not.toEqual([]);
    }
  });
});
