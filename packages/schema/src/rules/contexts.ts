import { contextFaults } from "./context-faults.js";
import { pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";

/** Contexts that stand in the document itself, held against JSON-LD 1.1 without loading any other. */
export const contextRules: readonly PropertyRule[] = [
  {
    codes: ["jsonld/invalid-context"],
    properties: ["@context"],
    check(value, property, node) {
      const faults = contextFaults(value);
      if (faults.length === 0) return NOTHING;
      return faults.map(({ path, error, expected }) => ({
        code: "jsonld/invalid-context",
        pointer: pointerTo(node, property, ...path),
        expected: `${expected} (${error})`,
      }));
    },
  },
];
