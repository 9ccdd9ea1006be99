import { isJsonObject } from "../json.js";
import { valuesOf } from "../values/properties.js";
import { anchored, PATTERNS } from "../vocabulary/patterns.js";
import { pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

const LANGUAGE_TAG = new RegExp(anchored([PATTERNS.languageTag ?? ""]), "u");
const USUAL = /^[a-z]{2,3}$/;

// Tags of formatting with their end, or of what has none: "<3" and "a < b" are no HTML.
const HTML =
  /<\/(?:a|abbr|b|blockquote|code|del|div|em|h[1-6]|i|li|ol|p|pre|q|s|script|small|span|strong|style|sub|sup|u|ul)\s*>|<(?:br|hr|img)\b[^<>]*>/i;

/** Natural-language values (AS2 Core §4.7), and names without markup (AS2 Vocabulary, `name`). */
export const languageRules: readonly PropertyRule[] = [
  {
    codes: ["text/invalid-language", "text/map-differs"],
    properties: ["contentMap", "summaryMap", "nameMap"],
    *check(map, property, node): Iterable<RuleFinding> {
      if (!isJsonObject(map)) return;
      let same = false;
      const plain = valuesOf(node.value[property.slice(0, -"Map".length)]);
      for (const key in map) {
        if (!USUAL.test(key) && !LANGUAGE_TAG.test(key)) {
          yield {
            code: "text/invalid-language",
            pointer: pointerTo(node, property, key),
            expected: "a BCP 47 language tag",
            actual: key,
          };
        }
        same ||= plain.includes(map[key]);
      }
      // Where nothing stands beside the map, the map alone speaks.
      if (!same && plain.length > 0) yield { code: "text/map-differs", pointer: pointerTo(node, property) };
    },
  },
  {
    codes: ["text/invalid-language"],
    properties: ["hreflang"],
    check(value, property, node): Iterable<RuleFinding> {
      if (typeof value !== "string" || LANGUAGE_TAG.test(value)) return NOTHING;
      return [
        {
          code: "text/invalid-language",
          pointer: pointerTo(node, property),
          expected: "a BCP 47 language tag",
          actual: value,
        },
      ];
    },
  },
  {
    codes: ["text/html-in-name"],
    properties: ["name"],
    check(value, property, node): Iterable<RuleFinding> {
      return typeof value === "string" && value.includes("<") && HTML.test(value)
        ? [inName(pointerTo(node, property), value)]
        : NOTHING;
    },
  },
  {
    codes: ["text/html-in-name"],
    properties: ["nameMap"],
    check(map, property, node): Iterable<RuleFinding> {
      if (!isJsonObject(map)) return NOTHING;
      const found: RuleFinding[] = [];
      for (const [key, text] of Object.entries(map)) {
        if (typeof text === "string" && HTML.test(text))
          found.push(inName(pointerTo(node, property, key), text));
      }
      return found;
    },
  },
];

function inName(pointer: string, actual: string): RuleFinding {
  return { code: "text/html-in-name", pointer, expected: "plain text", actual };
}
