import { valuesOf } from "../values/properties.js";
import { pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

/** What a document should not carry out of the house. Findings never quote it. */
export const secretRules: readonly PropertyRule[] = [
  {
    codes: ["secret/private-key"],
    properties: ["privateKeyPem", "privateKey", "secretKeyMultibase", "privateKeyMultibase"],
    check(value, property, node): Iterable<RuleFinding> {
      return valuesOf(value).some((each) => each !== "")
        ? [{ code: "secret/private-key", pointer: pointerTo(node, property) }]
        : NOTHING;
    },
  },
  {
    codes: ["secret/private-key"],
    properties: ["publicKeyPem", "publicKeyMultibase"],
    check(value, property, node): Iterable<RuleFinding> {
      return typeof value === "string" && value.includes("PRIVATE KEY")
        ? [{ code: "secret/private-key", pointer: pointerTo(node, property) }]
        : NOTHING;
    },
  },
  {
    codes: ["secret/blind-recipients"],
    properties: ["bto", "bcc"],
    check(value, property, node): Iterable<RuleFinding> {
      return valuesOf(value).length > 0
        ? [{ code: "secret/blind-recipients", pointer: pointerTo(node, property) }]
        : NOTHING;
    },
  },
];
