import { isJsonObject, type JsonObject } from "../json.js";
import { naturalText } from "../values/language.js";
import { hasType, numberOf, valuesOf } from "../values/properties.js";
import { type Node, pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

/** A Question's options and their arithmetic (AS2 Vocabulary, Question; FEP-9967). */
export const pollRules: readonly PropertyRule[] = [
  {
    codes: ["poll/both-choices", "poll/without-options"],
    properties: ["type"],
    check(_type, _property, node): Iterable<RuleFinding> {
      const poll = node.value;
      if (!hasType(poll, "Question")) return NOTHING;
      const [one, any] = [valuesOf(poll.oneOf), valuesOf(poll.anyOf)];
      // An empty list beside the other says nothing; Pleroma writes it.
      if (one.length > 0 && any.length > 0) {
        return [{ code: "poll/both-choices", pointer: pointerTo(node, "anyOf"), expected: "oneOf or anyOf" }];
      }
      return one.length + any.length === 0
        ? [{ code: "poll/without-options", pointer: pointerTo(node) }]
        : NOTHING;
    },
  },
  {
    codes: [
      "poll/option-malformed",
      "poll/option-repeated",
      "poll/tally-invalid",
      "poll/tally-exceeds-voters",
    ],
    properties: ["oneOf", "anyOf"],
    *check(value, property, node): Iterable<RuleFinding> {
      const names = new Set<string>();
      const tallies: number[] = [];
      const many = Array.isArray(value);
      for (const [index, option] of valuesOf(value).entries()) {
        const place = many ? [property, index] : [property];
        const name = isJsonObject(option) ? (naturalText(option, "name")?.text ?? null) : null;
        // An address stands for an object that is elsewhere: AS2 allows it.
        if (name === null && !(typeof option === "string" && option.includes("://"))) {
          yield { code: "poll/option-malformed", pointer: pointerTo(node, ...place) };
        }
        if (name !== null && names.has(name)) {
          yield { code: "poll/option-repeated", pointer: pointerTo(node, ...place, "name") };
        }
        if (name !== null) names.add(name);
        if (!isJsonObject(option)) continue;
        const tally = tallyOf(option);
        if (tally === "invalid") {
          yield {
            code: "poll/tally-invalid",
            pointer: pointerTo(node, ...place, "replies", "totalItems"),
            expected: "a whole number, zero or more",
          };
        } else if (tally !== null) tallies.push(tally);
      }
      yield* exceeding(tallies, property === "anyOf", node);
    },
  },
  {
    codes: ["poll/tally-invalid"],
    properties: ["votersCount"],
    check(value, _property, node): Iterable<RuleFinding> {
      return isCount(value)
        ? NOTHING
        : [
            {
              code: "poll/tally-invalid",
              pointer: pointerTo(node, "votersCount"),
              expected: "a whole number, zero or more",
            },
          ];
    },
  },
];

function tallyOf(option: JsonObject): number | "invalid" | null {
  if (!isJsonObject(option.replies)) return null;
  const { totalItems } = option.replies;
  // Mastodon writes null while the counts are hidden.
  if (totalItems === undefined || totalItems === null) return null;
  return isCount(totalItems) ? numberOf(totalItems) : "invalid";
}

/** A count may stand in a string: live servers of several kinds write it so. */
function isCount(value: unknown): boolean {
  const count = numberOf(value);
  return count !== null && Number.isInteger(count) && count >= 0;
}

function exceeding(tallies: readonly number[], multiple: boolean, node: Node): Iterable<RuleFinding> {
  const { votersCount } = node.value;
  const voters = isCount(votersCount) ? numberOf(votersCount) : null;
  if (voters === null || tallies.length === 0) return NOTHING;
  const votes = multiple ? Math.max(...tallies) : tallies.reduce((sum, tally) => sum + tally, 0);
  if (votes <= voters) return NOTHING;
  return [
    {
      code: "poll/tally-exceeds-voters",
      pointer: pointerTo(node, "votersCount"),
      expected: `at least ${votes}`,
      actual: String(voters),
    },
  ];
}
