import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../src/generate/files.js";
import { schemaFiles } from "../src/generate/schemas.js";

const PACKAGE = new URL("../", import.meta.url);

describe("what is committed", () => {
  it("is what the vocabulary generates: else run `pnpm --filter @archive/schema generate`", () => {
    for (const { path, text } of generatedFiles()) {
      expect(readFileSync(new URL(path, PACKAGE), "utf8") === text, `${path} is current`).toBe(true);
    }
  });

  it("has no schema that is no longer generated", () => {
    const wanted = schemaFiles().map((file) => file.path);
    for (const reading of ["as2", "wild"]) {
      const found = readdirSync(new URL(`schemas/${reading}/`, PACKAGE)).map((name) => `${reading}/${name}`);
      expect(found.sort()).toEqual(wanted.filter((path) => path.startsWith(reading)).sort());
    }
  });

  it("is the same on every run", () => {
    expect(generatedFiles()).toEqual(generatedFiles());
  });
});

describe("a class's schema", () => {
  it("reads well", () => {
    const schema = schemaFiles().find((file) => file.path === "as2/Tombstone.schema.json")?.schema;
    const { properties, ...rest } = schema ?? {};
    expect(rest).toMatchInlineSnapshot(`
      {
        "$comment": "https://www.w3.org/ns/activitystreams#Tombstone – https://www.w3.org/TR/activitystreams-vocabulary/#dfn-tombstone",
        "$id": "https://schemas.ap-archive.example/v1/as2/Tombstone.schema.json",
        "$ref": "definitions.schema.json#/$defs/document",
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "description": "What is left where an object was deleted.",
        "examples": [
          {
            "@context": "https://www.w3.org/ns/activitystreams",
            "deleted": "2024-06-01T00:00:00Z",
            "formerType": "Note",
            "id": "https://social.example/users/ada/posts/1",
            "type": "Tombstone",
          },
        ],
        "required": [
          "type",
        ],
        "title": "Tombstone",
        "type": "object",
      }
    `);
    expect(properties).toMatchObject({ formerType: true, deleted: true, name: true, nameMap: true });
    expect(properties).not.toHaveProperty("actor");
  });
});
