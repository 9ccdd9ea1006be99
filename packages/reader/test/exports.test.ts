import { expect, it } from "vitest";
import * as inBrowsers from "../src/index.browser.js";
import * as reader from "../src/index.js";

it("exports this and nothing else, in Node and in browsers", () => {
  const names = [
    "DEFAULT_GUARDS",
    "DEFAULT_LIMITS",
    "JSON_LIMITS",
    "knownDialects",
    "openArchive",
    "openContainer",
    "readItems",
    "verifyEntries",
  ];
  expect(Object.keys(reader).toSorted()).toEqual(names);
  expect(Object.keys(inBrowsers).toSorted()).toEqual(names);
});
