import { FACTS } from "../generated/validators/facts.js";
import type { JsonObject } from "../json.js";
import type { ResolvedProfile } from "../profiles/resolve.js";
import { ownAddresses } from "./usual-addresses.js";
import { demandedKeys } from "./usual-demands.js";
import { ADDRESS_OR_FILE, KEYS, ROOT } from "./usual-forms.js";
import { isUnusual, type KeyFacts, UsualNode } from "./usual-node.js";

/** Says of an item that nothing can be found in it; `false` says only "look closer". */
export type UsualItem = (item: JsonObject) => boolean;

/**
 * Makes the quick look that nearly every item passes: one walk that asks of each key whether it has the form
 * that servers usually write and that no schema and no rule objects to. It decides nothing about what is
 * unusual: schemas and rules stay the only ones that find, and what is missing here costs time only.
 *
 * @param watched The properties that rules look at.
 */
export function usualItem(
  profile: ResolvedProfile,
  watched: Iterable<string>,
  actor: JsonObject | null,
): UsualItem {
  const demanded = demandedKeys(profile);
  if (demanded === null) return () => false;
  const mayBeFile =
    profile.rules["as2/relative-url"] === "off" || !Object.values(profile.schemas).includes("as2/document");
  const keys = new Map<string, KeyFacts>();
  for (const key of [...FACTS.keys(), ...watched]) keys.set(key, { form: isUnusual });
  for (const [key, facts] of KEYS) keys.set(key, facts);
  if (mayBeFile) keys.set("url", ADDRESS_OR_FILE);
  const root = new UsualNode(ROOT, { keys, demanded, own: ownAddresses(actor) });
  return (item) => root.isUsual(item, item);
}
