import { valuesOf } from "../values/properties.js";
import { absolute, recipient } from "./addresses.js";
import { type Node, pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

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
];

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
