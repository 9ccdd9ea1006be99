import { firstIdOf, typesOf } from "../values/properties.js";
import { ACTIVITY_TYPES } from "../vocabulary/types.js";
import { absolute, originOf, sameStart } from "./addresses.js";
import { type Node, pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

/** Ids are absolute (AS2 Core §2.2), and of the server that vouches for them (ActivityPub §3.1). */
export const idRules: readonly PropertyRule[] = [
  {
    codes: ["id/not-absolute", "id/other-origin"],
    properties: ["id"],
    check(value, _property, node): Iterable<RuleFinding> {
      if (typeof value !== "string") return NOTHING;
      if (!absolute(value)) {
        return [
          {
            code: "id/not-absolute",
            pointer: pointerTo(node, "id"),
            expected: "an absolute IRI",
            actual: value,
          },
        ];
      }
      return otherOrigin(value, node);
    },
  },
];

/** Only what says whose it is, is compared: an activity by its `actor`, a post by its `attributedTo`. */
function otherOrigin(id: string, node: Node): Iterable<RuleFinding> {
  const { actor, attributedTo } = node.value;
  const owner = firstIdOf(isActivity(node) ? actor : attributedTo);
  if (owner === null || sameStart(owner, id)) return NOTHING;
  const [own, origin] = [originOf(owner), originOf(id)];
  // `tag:` URIs of OStatus times and DIDs have no origin that could differ.
  if (own === null || origin === null || own === origin) return NOTHING;
  return [{ code: "id/other-origin", pointer: pointerTo(node, "id"), expected: own, actual: origin }];
}

function isActivity(node: Node): boolean {
  return node.value.actor !== undefined && typesOf(node.value).some((type) => ACTIVITY_TYPES.has(type));
}
