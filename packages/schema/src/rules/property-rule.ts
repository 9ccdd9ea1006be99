import type { DiagnosticCode } from "../diagnostic/registry.js";
import type { Node } from "./node.js";
import type { ItemContext, RuleFinding } from "./rule.js";

/**
 * A check that looks at one property wherever it stands in an item, and at what stands beside it. All of them
 * share a single walk: an item is looked at once, however many rules there are.
 */
export interface PropertyRule {
  readonly codes: readonly DiagnosticCode[];
  /** The properties whose presence makes it look. */
  readonly properties: readonly string[];
  /** `property` is the one met, `value` what it holds, which is not `null`. */
  check(value: unknown, property: string, node: Node, context: ItemContext): Iterable<RuleFinding>;
}

/** What a rule gives where there is nothing to find: no iterator has to be made for it. */
export const NOTHING: readonly RuleFinding[] = [];
