import { isJsonObject } from "../json.js";
import { valuesOf } from "../values/properties.js";
import { absolute, recipient } from "./addresses.js";
import { type Node, pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

/** What holds objects or their addresses; `source`, policies and the like are objects by themselves. */
const HOLDING_OBJECTS: readonly string[] = [
  ...[
    "actor",
    "attributedTo",
    "audience",
    "bcc",
    "bto",
    "cc",
    "generator",
    "inReplyTo",
    "location",
    "object",
  ],
  ...["attachment", "icon", "image", "oneOf", "anyOf", "preview", "quote", "tag", "target", "to", "url"],
  ...[
    "current",
    "first",
    "items",
    "last",
    "likes",
    "next",
    "orderedItems",
    "partOf",
    "prev",
    "replies",
    "shares",
  ],
];

/** What refers to another object does so by an absolute IRI (AS2 Core §2.2). Media of an archive are not asked here. */
export const referenceRules: readonly PropertyRule[] = [
  {
    codes: ["reference/invalid"],
    properties: [
      "actor",
      "attributedTo",
      "object",
      "inReplyTo",
      "quote",
      "quoteUri",
      "quoteUrl",
      "_misskey_quote",
      "to",
      "cc",
      "href",
    ],
    check(value, property, node): Iterable<RuleFinding> {
      if (!Array.isArray(value)) return isBad(value) ? [invalid(value, node, property)] : NOTHING;
      if (!value.some(isBad)) return NOTHING;
      return value.flatMap((each: unknown, index) =>
        isBad(each) ? [invalid(each, node, property, index)] : [],
      );
    },
  },
  {
    codes: ["reference/invalid"],
    properties: ["url"],
    check(value, property, node): Iterable<RuleFinding> {
      if (!isPage(node)) return NOTHING;
      const pages = valuesOf(value);
      const at = pages.findIndex(isBad);
      if (at < 0) return NOTHING;
      return [invalid(pages[at], node, property, ...(Array.isArray(value) ? [at] : []))];
    },
  },
  {
    codes: ["reference/empty"],
    properties: HOLDING_OBJECTS,
    check(value, property, node): Iterable<RuleFinding> {
      if (!Array.isArray(value)) {
        return isEmpty(value) ? [{ code: "reference/empty", pointer: pointerTo(node, property) }] : NOTHING;
      }
      if (!value.some(isEmpty)) return NOTHING;
      return value.flatMap((each: unknown, index) =>
        isEmpty(each)
          ? [{ code: "reference/empty" as const, pointer: pointerTo(node, property, index) }]
          : [],
      );
    },
  },
];

function isEmpty(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** Addresses of files and pictures are relative in archives, on purpose; those of posts and people are not. */
function isPage(node: Node): boolean {
  return node.value.attributedTo !== undefined || node.value.inbox !== undefined;
}

function isBad(value: unknown): value is string {
  return typeof value === "string" && !absolute(value) && recipient(value) !== "Public";
}

function invalid(actual: unknown, node: Node, ...below: readonly (string | number)[]): RuleFinding {
  return {
    code: "reference/invalid",
    pointer: pointerTo(node, ...below),
    expected: "an absolute IRI",
    actual: String(actual),
  };
}
