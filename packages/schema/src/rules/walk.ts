import { isJsonObject } from "../json.js";
import { type Node, nearestId } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { ItemContext, ItemRule, RuleFinding } from "./rule.js";

/** Objects looked at below one another: more than any server nests, far less than a call stack holds. */
const DEEPEST = 64;

/** Not data of the item, or texts by language: no objects to look into. */
const PASSED_BY: ReadonlySet<string> = new Set(["@context", "contentMap", "nameMap", "summaryMap"]);

/**
 * Makes one rule of many: the item is walked once, and each property met is given to the rules that asked for
 * it.
 */
export function walkingRule(rules: readonly PropertyRule[]): ItemRule {
  const byProperty = new Map<string, PropertyRule[]>();
  for (const rule of rules) {
    for (const property of rule.properties) {
      byProperty.set(property, [...(byProperty.get(property) ?? []), rule]);
    }
  }
  return {
    codes: [...new Set(rules.flatMap((rule) => rule.codes))],
    check(item, context) {
      const found: RuleFinding[] = [];
      visit({ value: item, parent: null, property: "", index: -1 }, 0, { byProperty, context, found });
      return found;
    },
  };
}

interface Walk {
  readonly byProperty: ReadonlyMap<string, readonly PropertyRule[]>;
  readonly context: ItemContext;
  readonly found: RuleFinding[];
}

function visit(node: Node, depth: number, walk: Walk): void {
  const { value } = node;
  for (const property in value) {
    const held = value[property];
    if (held === null || held === undefined) continue;
    const rules = walk.byProperty.get(property);
    if (rules !== undefined) {
      for (const rule of rules) {
        const findings = rule.check(held, property, node, walk.context);
        if (findings === NOTHING) continue;
        for (const finding of findings) {
          walk.found.push(node.parent === null ? finding : { id: nearestId(node), ...finding });
        }
      }
    }
    if (typeof held === "object" && !PASSED_BY.has(property) && depth < DEEPEST) {
      descend(held, property, node, depth, walk);
    }
  }
}

function descend(held: object, property: string, node: Node, depth: number, walk: Walk): void {
  if (isJsonObject(held)) {
    visit({ value: held, parent: node, property, index: -1 }, depth + 1, walk);
  } else if (Array.isArray(held)) {
    let index = 0;
    for (const each of held) {
      if (isJsonObject(each)) visit({ value: each, parent: node, property, index }, depth + 1, walk);
      index += 1;
    }
  }
}
