import { expect, it } from "vitest";
import * as reader from "../src/index.js";

it("exports this and nothing else", () => {
  expect(Object.keys(reader).toSorted()).toEqual(["JSON_LIMITS", "openArchive", "readItems"]);
});
