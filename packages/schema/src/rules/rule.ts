import type { DiagnosticCode } from "../diagnostic/registry.js";
import type { JsonObject } from "../json.js";

/** What a rule found in an item. Severity, wording and hint come from the registry. */
export interface RuleFinding {
  readonly code: DiagnosticCode;
  /** RFC 6901, relative to the item. */
  readonly pointer: string;
  readonly expected?: string;
  /** What stood there instead. May quote the document: whoever shows it redacts what is not public. */
  readonly actual?: string;
  /** Id of the innermost object with one around the finding, where it is not the item's own. */
  readonly id?: string | null;
}

/** What a rule may know besides the item. */
export interface ItemContext {
  /** The archive's actor; `null` for a document that stands alone. */
  readonly actor: JsonObject | null;
  /** Name of the profile that the item is held against. */
  readonly profile: string;
}

/** One check of what a JSON Schema can't say. It never throws, whatever the item holds. */
export interface ItemRule {
  /** Every code it can find. */
  readonly codes: readonly DiagnosticCode[];
  check(item: JsonObject, context: ItemContext): Iterable<RuleFinding>;
}
