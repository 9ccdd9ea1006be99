import { valuesOf } from "../values/properties.js";
import { timestampOf } from "../values/timestamp.js";
import { anchored, PATTERNS } from "../vocabulary/patterns.js";
import { type Node, pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

// A day that the month has; of a leap day the year is asked.
const DAY =
  "\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)" +
  "|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
const CLOCK = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)";

/** What servers write, decided without reading it: a day that is in the calendar, seconds, Z or an offset. */
export const USUAL_DATE: RegExp = new RegExp(`^(?:${DAY})T${CLOCK}$`);
const DATE_TIME = new RegExp(anchored([PATTERNS.dateTime ?? ""]), "u");

/** Dates are RFC 3339 with a zone (AS2 Core §2.3), and what follows comes later. */
export const dateRules: readonly PropertyRule[] = [
  {
    codes: ["date/unreadable", "date/not-rfc3339", "post/date-without-zone"],
    properties: ["published", "updated", "startTime", "endTime", "deleted", "closed", "created"],
    check(value, property, node): Iterable<RuleFinding> {
      // `closed` may be a boolean or an object, and one that is no text is for the schemas.
      if (typeof value !== "string" || USUAL_DATE.test(value)) return NOTHING;
      const date = timestampOf(value);
      if (date === null) {
        // An IRI names an object that closed the poll.
        if (property === "closed" && value.includes("://")) return NOTHING;
        return [finding("date/unreadable", value, property, node)];
      }
      if (!DATE_TIME.test(value)) return [finding("date/not-rfc3339", value, property, node)];
      return date.assumedUtc ? [finding("post/date-without-zone", value, property, node)] : NOTHING;
    },
  },
  later("updated", "published"),
  later("endTime", "startTime"),
];

function finding(
  code: "date/unreadable" | "date/not-rfc3339" | "post/date-without-zone",
  actual: string,
  property: string,
  node: Node,
): RuleFinding {
  return {
    code,
    pointer: pointerTo(node, property),
    expected: "an RFC 3339 date and time with a zone",
    actual,
  };
}

function later(end: string, begin: string): PropertyRule {
  return {
    codes: ["date/out-of-order"],
    properties: [end],
    check(value, property, node): Iterable<RuleFinding> {
      const [first] = valuesOf(node.value[begin]);
      if (value === first || inOrder(first, value)) return NOTHING;
      const [from, to] = [timestampOf(first), timestampOf(value)];
      if (from === null || to === null || to.epoch >= from.epoch) return NOTHING;
      return [
        {
          code: "date/out-of-order",
          pointer: pointerTo(node, property),
          expected: `not before ${from.iso}`,
          actual: to.iso,
        },
      ];
    },
  };
}

/** Whether two dates written alike, in UTC and to the second, follow each other: text tells it. */
function inOrder(from: unknown, to: unknown): boolean {
  if (typeof from !== "string" || typeof to !== "string") return false;
  return from.length === 20 && to.length === 20 && USUAL_DATE.test(from) && USUAL_DATE.test(to) && from <= to;
}
