import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";

/**
 * What SARIF 2.1.0 (OASIS, errata 01) demands of the objects that are written here, in JSON Schema: required
 * properties, value ranges and names. Properties of the standard that are never written are left out, so that an
 * unexpected one is found too.
 */
const object = (required: readonly string[], properties: Readonly<Record<string, unknown>>) => ({
  type: "object",
  required,
  properties,
  additionalProperties: false,
});
const list = (items: unknown) => ({ type: "array", items });
const uri = { type: "string", pattern: "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" };
const level = { enum: ["none", "note", "warning", "error"] };
const message = object(["text"], { text: { type: "string" } });
const bag = { type: "object" };
const index = { type: "integer", minimum: 0 };
const location = object([], {
  physicalLocation: object(["artifactLocation"], {
    artifactLocation: object(["uri"], { uri, index }),
    region: object([], {
      startLine: { type: "integer", minimum: 1 },
      startColumn: { type: "integer", minimum: 1 },
      byteOffset: index,
    }),
  }),
  logicalLocations: list(object(["fullyQualifiedName"], { fullyQualifiedName: { type: "string" } })),
});
const rule = object(["id"], {
  id: { type: "string" },
  shortDescription: message,
  fullDescription: message,
  help: message,
  helpUri: uri,
  defaultConfiguration: object([], { level }),
  properties: bag,
});
const result = object(["message"], {
  ruleId: { type: "string" },
  ruleIndex: index,
  level,
  message,
  locations: list(location),
  properties: bag,
});
const run = object(["tool"], {
  tool: object(["driver"], {
    driver: object(["name"], {
      name: { type: "string" },
      version: { type: "string" },
      rules: { ...list(rule), uniqueItems: true },
    }),
  }),
  invocations: list(
    object(["executionSuccessful"], {
      executionSuccessful: { type: "boolean" },
      exitCode: { type: "integer" },
    }),
  ),
  columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
  artifacts: {
    ...list(object([], { location: object([], { uri }), parentIndex: index })),
    uniqueItems: true,
  },
  results: list(result),
  properties: bag,
});
const validate = new Ajv2020({ strict: false }).compile(
  object(["version", "runs"], { $schema: uri, version: { const: "2.1.0" }, runs: list(run) }),
);

/** Checks a log: by the schema, and that its indices lead to what they name. */
export function expectSarif(log: unknown): void {
  const valid = validate(log);
  expect([validate.errors ?? [], valid]).toEqual([[], true]);
}
