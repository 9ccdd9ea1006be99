import { anchored, PATTERNS } from "../vocabulary/patterns.js";
import { pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

const COUNT: Bounds = { from: 0, to: Number.MAX_SAFE_INTEGER, whole: true };
const FOCUS: Bounds = { from: -1, to: 1, whole: false };

const BOUNDS: ReadonlyMap<string, Bounds> = new Map([
  ["width", COUNT],
  ["height", COUNT],
  ["totalItems", COUNT],
  ["startIndex", COUNT],
  ["accuracy", { from: 0, to: 100, whole: false }],
  ["radius", { from: 0, to: Number.MAX_VALUE, whole: false }],
  ["latitude", { from: -90, to: 90, whole: false }],
  ["longitude", { from: -180, to: 180, whole: false }],
]);

const UNIT = new RegExp(anchored([PATTERNS.unit ?? ""]), "u");

/** Bounds of numbers (AS2 Vocabulary, Place and Link; Mastodon's `focalPoint`). A wrong JSON type is for the schemas. */
export const numberRules: readonly PropertyRule[] = [
  {
    codes: ["number/out-of-range"],
    properties: [...BOUNDS.keys()],
    check(value, property, node): Iterable<RuleFinding> {
      const bounds = BOUNDS.get(property);
      if (typeof value !== "number" || bounds === undefined || within(value, bounds)) return NOTHING;
      // The tallies of a poll's options have a rule of their own.
      const option = node.parent?.property;
      if (property === "totalItems" && (option === "oneOf" || option === "anyOf")) return NOTHING;
      return [outOfRange(pointerTo(node, property), value, bounds)];
    },
  },
  {
    codes: ["number/out-of-range"],
    properties: ["focalPoint"],
    *check(value, property, node): Iterable<RuleFinding> {
      if (typeof value === "number" && !within(value, FOCUS)) {
        yield outOfRange(pointerTo(node, property), value, FOCUS);
      }
      if (!Array.isArray(value)) return;
      for (const [index, each] of value.entries()) {
        if (typeof each === "number" && !within(each, FOCUS)) {
          yield outOfRange(pointerTo(node, property, index), each, FOCUS);
        }
      }
    },
  },
  {
    codes: ["place/unknown-unit"],
    properties: ["units"],
    check(value, property, node): Iterable<RuleFinding> {
      if (typeof value !== "string" || UNIT.test(value)) return NOTHING;
      return [
        {
          code: "place/unknown-unit",
          pointer: pointerTo(node, property),
          expected: "cm, feet, inches, km, m, miles or an IRI",
          actual: value,
        },
      ];
    },
  },
];

function within(value: number, { from, to, whole }: Bounds): boolean {
  return value >= from && value <= to && (!whole || Number.isInteger(value));
}

function outOfRange(pointer: string, actual: number, { from, to, whole }: Bounds): RuleFinding {
  const number = whole ? "a whole number" : "a number";
  const expected =
    to >= Number.MAX_SAFE_INTEGER ? `${number}, ${from} or more` : `${number} from ${from} to ${to}`;
  return { code: "number/out-of-range", pointer, expected, actual: String(actual) };
}
