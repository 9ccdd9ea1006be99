import { pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

const REPLACED: ReadonlyMap<string, string> = new Map([
  ["attachments", "attachment"],
  ["displayName", "name"],
  ["downstreamDuplicates", "no such property"],
  ["objectType", "type"],
  ["tags", "tag"],
  ["title", "name"],
  ["upstreamDuplicates", "no such property"],
  ["verb", "type"],
]);

/**
 * Names of ActivityStreams 1.0 (AS2 Core, "Deprecated Activity Streams 1.0 Syntax"). `author`, `provider` and
 * `rating` are of 1.0 too, but mean something in other vocabularies that are alive.
 */
export const legacyRules: readonly PropertyRule[] = [
  {
    codes: ["as2/deprecated-term"],
    properties: [...REPLACED.keys()],
    check(_value, property, node): Iterable<RuleFinding> {
      const expected = REPLACED.get(property);
      // BookWyrm's editions have a title.
      if (expected === undefined || node.value.isbn13 !== undefined) return NOTHING;
      return [
        { code: "as2/deprecated-term", pointer: pointerTo(node, property), expected, actual: property },
      ];
    },
  },
];
