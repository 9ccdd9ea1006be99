import { CODE, CODE_REPORT, COUNT, counts, list, object, oneOf, type SchemaPart, TEXT } from "./parts.js";

const BY_CODE: SchemaPart = { type: "object", propertyNames: CODE, additionalProperties: COUNT };

/** What `repair --json` prints. */
export const repairSchema: SchemaPart = object({
  input: object({ path: TEXT, container: TEXT }),
  out: { anyOf: [object({ path: TEXT, container: oneOf(["folder", "zip"]) }), { type: "null" }] },
  changed: BY_CODE,
  changes: list(object({ code: CODE, file: TEXT, pointer: TEXT })),
  unrepaired: BY_CODE,
  files: counts(["written", "bytes"]),
  leftOut: counts(["notSelected", "secrets", "failed"]),
  diagnostics: list(CODE_REPORT),
});
