import type { RuleFinding } from "../rules/rule.js";
import { pathOf } from "./path.js";
import type { Finding } from "./schema-findings.js";

/** The findings of a rule in the form that those of the schemas have. */
export function ruleFindings(found: Iterable<RuleFinding>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { code, pointer, expected, actual, id } of found) {
    findings.push({ code, path: pathOf(pointer), expected, actual, id });
  }
  return findings;
}
