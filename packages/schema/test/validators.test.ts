import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { READINGS, type Reading, schemaId } from "../src/generate/json-schema.js";
import { schemaFiles } from "../src/generate/schemas.js";
import { AJV_OPTIONS, validatorFiles } from "../src/generate/validators.js";
import { loadValidator } from "../src/validators/load.js";
import type { SchemaValidator } from "../src/validators/schema-validator.js";
import { allPropertyNames } from "../src/vocabulary/index.js";
import { corpusDocuments } from "./corpus.js";

const PACKAGE = new URL("../", import.meta.url);

/** What the validators were compiled from, compiled here as any user of the schemas would. */
function published(reading: Reading): SchemaValidator {
  const ajv = new Ajv2020({ ...AJV_OPTIONS, unicodeRegExp: true });
  for (const { schema } of schemaFiles()) ajv.addSchema(schema);
  const validate = ajv.getSchema(schemaId(reading, "document"));
  if (validate === undefined) throw new Error("No document schema");
  return (data) => validate(data) === true;
}

const plain = { as2: published("as2"), wild: published("wild") };
const compiled = {
  as2: await loadValidator("as2/document"),
  wild: await loadValidator("wild/document"),
};

describe("what is committed", () => {
  it("is what the schemas compile to: else run `pnpm --filter @archive/schema generate`", async () => {
    for (const { path, text } of await validatorFiles(fileURLToPath(PACKAGE))) {
      expect(readFileSync(new URL(path, PACKAGE), "utf8") === text, `${path} is current`).toBe(true);
    }
  });

  it.each(["as2", "wild", "profile", "facts"])("%s needs nothing beside it and compiles nothing", (name) => {
    const text = readFileSync(new URL(`src/generated/validators/${name}.js`, PACKAGE), "utf8");
    expect(text).not.toMatch(/\brequire\s*\(|\bimport\b|\beval\s*\(|\bnew Function\b/);
  });
});

describe("verdicts of the compiled validators", () => {
  const key = fc.constantFrom(...allPropertyNames(), "@context", "contentMap", "nameMap", "__proto__", "x:y");
  const scalar = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "https://a.example/1",
      "2024-05-01T10:00:00Z",
      "en",
      "Public",
      "Note",
      "PT5S",
      "\u{1f600}",
      "a/b",
    ),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const { document } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      scalar,
      fc.array(tie("value"), { maxLength: 3 }),
      tie("document"),
    ),
    document: fc.dictionary(key, tie("value"), { maxKeys: 6 }),
  }));

  it("are those of the published schemas, for whatever a document holds", () => {
    fc.assert(
      fc.property(document, (value) => {
        for (const reading of READINGS) expect(compiled[reading](value)).toBe(plain[reading](value));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(corpusDocuments.length > 0 ? READINGS : [])(
    "are those of the published schemas on the corpora (%s)",
    (reading) => {
      for (const { file, value } of corpusDocuments) {
        expect(compiled[reading](value), file).toBe(plain[reading](value));
      }
    },
  );
});

const PYTHON = `
import json, sys, warnings
warnings.simplefilter("ignore")
from jsonschema import Draft202012Validator, RefResolver
task = json.load(sys.stdin)
store = {schema["$id"]: schema for schema in task["schemas"]}
for id in task["entries"]:
    schema = store[id]
    validator = Draft202012Validator(schema, resolver=RefResolver(id, schema, store=store))
    print(json.dumps([validator.is_valid(value) for value in task["documents"]]))
`;
const hasPython =
  spawnSync("python3", ["-c", "import jsonschema; jsonschema.Draft202012Validator"]).status === 0;

describe.skipIf(!hasPython || corpusDocuments.length === 0)(
  "a second implementation, python3-jsonschema",
  () => {
    it("gives the same verdicts on every document of the corpora", () => {
      const input = JSON.stringify({
        schemas: schemaFiles()
          .map((file) => file.schema)
          .filter((schema) => /\/(?:document|definitions)\.schema\.json$/.test(String(schema.$id))),
        entries: READINGS.map((reading) => schemaId(reading, "document")),
        documents: corpusDocuments.map((each) => each.value),
      });
      const run = spawnSync("python3", ["-c", PYTHON], { input, encoding: "utf8", maxBuffer: 1 << 26 });
      expect(run.stderr).toBe("");
      const verdicts = run.stdout.trim().split("\n");
      READINGS.forEach((reading, at) => {
        const theirs: readonly boolean[] = JSON.parse(verdicts[at] ?? "[]");
        expect(theirs).toHaveLength(corpusDocuments.length);
        const different = corpusDocuments.filter(
          ({ value }, index) => compiled[reading](value) !== theirs[index],
        );
        expect(different.map((each) => each.file)).toEqual([]);
      });
    });
  },
);

describe("a compiled validator", () => {
  it("keeps the errors of its last call only", () => {
    expect(compiled.as2({ content: 4, name: 5 })).toBe(false);
    expect(compiled.as2.errors?.map((error) => error.instancePath)).toEqual(["/content", "/name"]);
    expect(compiled.as2({ content: 4 })).toBe(false);
    expect(compiled.as2.errors).toHaveLength(1);
  });
});
