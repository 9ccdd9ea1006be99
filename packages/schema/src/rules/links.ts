import { hasType, textOf, valuesOf } from "../values/properties.js";
import { pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

/** Links, mentions and tags that can be followed or drawn (AS2 Core §4.2; Mastodon's Emoji and Hashtag). */
export const linkRules: readonly PropertyRule[] = [
  {
    codes: ["link/without-href", "tag/incomplete"],
    properties: ["type"],
    check(_type, _property, node): Iterable<RuleFinding> {
      const { value } = node;
      if (hasType(value, "Link") || hasType(value, "Mention")) {
        return textOf(value.href) === null
          ? [{ code: "link/without-href", pointer: pointerTo(node) }]
          : NOTHING;
      }
      const emoji = hasType(value, "Emoji");
      if (!emoji && !hasType(value, "Hashtag")) return NOTHING;
      const complete =
        (textOf(value.name) !== null || value.nameMap !== undefined) &&
        (!emoji || valuesOf(value.icon).length > 0);
      return complete ? NOTHING : [{ code: "tag/incomplete", pointer: pointerTo(node) }];
    },
  },
  {
    codes: ["collection/total-differs"],
    properties: ["items", "orderedItems"],
    check(value, _property, node): Iterable<RuleFinding> {
      const { totalItems, first, partOf } = node.value;
      // A page holds a part, and what has pages may show some of it.
      if (typeof totalItems !== "number" || first !== undefined || partOf !== undefined) return NOTHING;
      const held = valuesOf(value).length;
      if (held <= totalItems) return NOTHING;
      return [
        {
          code: "collection/total-differs",
          pointer: pointerTo(node, "totalItems"),
          expected: String(held),
          actual: String(totalItems),
        },
      ];
    },
  },
];
