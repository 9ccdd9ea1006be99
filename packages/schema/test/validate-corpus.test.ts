import { isJsonObject, type JsonObject } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { brief, checker } from "./checker.js";
import { bytesOf, objectFiles, specFiles } from "./corpus.js";

const as2 = await checker({ profile: "as2" });
const wild = await checker({ profile: "wild" });

/**
 * Why a document that its source accepts is refused all the same: a decision, for the source contradicts itself.
 * Its must-fail set has namemap-as-name.json, which differs by its type and its words only, so that whoever passes
 * these passes that. AS2 Core §4.7 gives maps a property of their own, and the must-fail set is the younger one.
 */
const REFUSED: Readonly<Record<string, string>> = {
  "simple0011.json": "a map in `name`, which the current specification's must-fail set refuses",
  "simple0012.json": "a map in `name`, which the current specification's must-fail set refuses",
};
const NO_AS2 = new Set(["other-json", "webfinger", "nodeinfo", "as1"]);

describe.skipIf(specFiles.length === 0)("on the corpora", () => {
  const name = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

  it("the specification's documents pass, but for two that a person decided against", () => {
    const refused = specFiles
      .filter(({ file, expect: source }) => source === "valid" && brief(as2(bytesOf(file))).length > 0)
      .map(({ file }) => name(file));
    expect([...new Set(refused)].sort()).toEqual(Object.keys(REFUSED).sort());
  });

  it("those two hold nothing that a document which must fail does not", () => {
    const parsed = ({ file }: { readonly file: string }): JsonObject => {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytesOf(file)));
      return isJsonObject(value) ? value : {};
    };
    const mustFail = specFiles.filter(({ file }) => name(file) === "namemap-as-name.json").map(parsed);
    expect(mustFail.length).toBeGreaterThan(0);
    const refused = specFiles.filter(({ file }) => Object.hasOwn(REFUSED, name(file)));
    expect(refused.length).toBeGreaterThan(0);
    for (const { id, type, name: words, ...rest } of refused.map(parsed)) {
      expect([typeof id, type]).toEqual(["string", "Note"]);
      for (const { type: _, name: map, "@context": context, ...other } of mustFail) {
        expect([rest, other]).toEqual([{ "@context": String(context).replace("https:", "http:") }, {}]);
        expect(Object.keys(Object(map))).toEqual(expect.arrayContaining(Object.keys(Object(words))));
      }
    }
  });

  it("what must fail does, each for one reason", () => {
    const reasons = specFiles
      .filter(({ expect: source }) => source === "invalid")
      .map(({ file }) => `${name(file)}: ${brief(as2(bytesOf(file))).join(", ")}`);
    expect(reasons.sort()).toMatchInlineSnapshot(`
      [
        "array-at-top.json: as2/not-an-object ",
        "bad-character-set.json: json/invalid-utf8 /contentMap",
        "collection-with-non-page-first.json: as2/wrong-type /first/type",
        "content-map-with-invalid-language-tag.json: as2/invalid-language /contentMap",
        "name-as-namemap.json: as2/required-type /nameMap",
        "namemap-as-name.json: as2/misplaced-map /name",
        "number-as-actor.json: as2/required-type /actor",
        "number-as-content.json: as2/required-type /content",
        "number-as-context.json: as2/required-type /@context",
        "number-as-id.json: as2/required-type /id",
        "number-as-name.json: as2/required-type /name",
        "number-as-object.json: as2/required-type /object",
        "number-as-type.json: as2/required-type /type",
        "number-at-top.json: as2/not-an-object ",
        "ordered-collection-with-items.json: as2/forbidden-property /items",
        "ordered-collection-with-non-page-first.json: as2/wrong-type /first/type",
        "other-context.json: as2/foreign-context /@context",
        "relative-uri-for-url.json: as2/relative-url /url",
        "string-at-top.json: as2/not-an-object ",
        "unordered-collection-with-ordered-items.json: as2/forbidden-property /orderedItems",
      ]
    `);
  });

  it("what servers send passes in the wild, but lists of documents", () => {
    let count = 0;
    for (const { file, expect: source, kind } of objectFiles) {
      const errors = brief(wild(bytesOf(file)));
      if (source === "not-json")
        expect(errors.join("\n"), file).toMatch(/^json\/(?:invalid|control-character) /);
      if (source !== "accepted-by-source" || NO_AS2.has(kind)) continue;
      count += 1;
      // Search results and feeds of several documents are no document.
      expect(errors, file).toEqual(kind === "array" ? ["as2/not-an-object "] : []);
    }
    expect(count).toBeGreaterThan(600);
  });

  it("what their sources call invalid is found by ActivityPub's letter", async () => {
    const activitypub = await checker({ profile: "activitypub" });
    const invalid = objectFiles.filter((each) => each.expect === "invalid");
    const found = invalid.map(({ file }) => brief(activitypub(bytesOf(file))).join());
    expect(found.sort()).toEqual([
      "as2/required-type /endpoints/sharedInbox",
      "as2/wrong-type /inbox/type",
      "as2/wrong-type /outbox/type",
      "profile/missing-property /inbox",
      "profile/missing-property /outbox",
    ]);
  });
});
