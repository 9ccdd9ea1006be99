/**
 * What a JSON Schema can't say about one item: whether what it says in several places agrees. Each finding has
 * a code of the registry and a pointer; how severe it is, a profile decides.
 */
import type { DiagnosticCode } from "../diagnostic/registry.js";
import { authorshipRules } from "./authorship.js";
import { contextRules } from "./contexts.js";
import { controlCharacterRules } from "./control-characters.js";
import { dateRules } from "./dates.js";
import { idRules } from "./ids.js";
import { languageRules } from "./languages.js";
import { legacyRules } from "./legacy-terms.js";
import { linkRules } from "./links.js";
import { mediaRules } from "./media.js";
import { numberRules } from "./numbers.js";
import { pollRules } from "./polls.js";
import type { PropertyRule } from "./property-rule.js";
import { referenceRules } from "./references.js";
import type { ItemRule } from "./rule.js";
import { secretRules } from "./secrets.js";
import { walkingRule } from "./walk.js";

export type { ItemRule } from "./rule.js";

const RULES: readonly PropertyRule[] = [
  ...contextRules,
  ...idRules,
  ...authorshipRules,
  ...dateRules,
  ...pollRules,
  ...languageRules,
  ...controlCharacterRules,
  ...mediaRules,
  ...numberRules,
  ...linkRules,
  ...referenceRules,
  ...legacyRules,
  ...secretRules,
];

/** The properties whose presence makes a rule look. */
export const watchedProperties: readonly string[] = [...new Set(RULES.flatMap((rule) => rule.properties))];

/**
 * Every rule for one item: an activity, a post, an actor, or any document of them. They look inside embedded
 * objects too, so a whole collection may be one item.
 *
 * @example
 * ```ts
 * import { itemRules } from "./index.js";
 * const context = { actor: null, profile: "wild" } as const;
 * const poll = { type: "Question", oneOf: [{ name: "yes" }], anyOf: [{ name: "no" }] };
 * for (const rule of itemRules) for (const { code } of rule.check(poll, context)) code; // "poll/both-choices"
 * ```
 */
export const itemRules: readonly ItemRule[] = [walkingRule(RULES)];

/** The rules without those that could only find what nobody wants to know of. */
export function rulesBut(isOff: (code: DiagnosticCode) => boolean): ItemRule {
  return walkingRule(RULES.filter((rule) => !rule.codes.every(isOff)));
}
