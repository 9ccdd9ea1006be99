import { isJsonObject } from "../json.js";
import { type Node, pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

/** Control characters that no text has: neither tab nor line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
export const CONTROL: RegExp = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

const TEXTS: readonly string[] = ["content", "name", "summary"];
const NAMES: readonly string[] = ["atomUri", "conversation", "preferredUsername", "type"];
const ADDRESSES: readonly string[] = [
  ...["attachment", "first", "href", "icon", "image", "items", "last", "likes", "next", "orderedItems"],
  ...["partOf", "prev", "replies", "shares", "tag", "url"],
];

/** Strings that no text and no address is; where a schema says so already, it is not said again. */
export const controlCharacterRules: readonly PropertyRule[] = [
  {
    codes: ["text/control-character"],
    properties: [...TEXTS, ...NAMES, ...ADDRESSES],
    check(value, property, node): Iterable<RuleFinding> {
      if (typeof value === "string") return CONTROL.test(value) ? [at(node, property)] : NOTHING;
      return Array.isArray(value) ? within(value, node, property) : NOTHING;
    },
  },
  {
    codes: ["text/control-character"],
    properties: TEXTS.map((property) => `${property}Map`),
    check: (map, property, node) => (isJsonObject(map) ? within(map, node, property) : NOTHING),
  },
];

function within(values: object, node: Node, property: string): readonly RuleFinding[] {
  return Object.entries(values)
    .filter(([, text]) => typeof text === "string" && CONTROL.test(text))
    .map(([key]) => at(node, property, key));
}

function at(node: Node, ...path: readonly string[]): RuleFinding {
  return { code: "text/control-character", pointer: pointerTo(node, ...path) };
}
