import { isJsonObject, type JsonObject } from "../json.js";
import { contextKey } from "./context-address.js";
import { type Inspection, inspectContext } from "./inspection.js";
import type { JsonLdLimits } from "./limits.js";

const EMPTY: JsonObject = { "@context": {} };

/** Finds contexts by address, without a network, and knows what they draw in. */
export class ContextStore {
  readonly #bundled: (address: string) => JsonObject | null;
  readonly #added: ReadonlyMap<string, JsonObject>;
  readonly #limits: JsonLdLimits;
  readonly #inspections = new WeakMap<JsonObject, Inspection>();

  constructor(
    bundled: (address: string) => JsonObject | null,
    added: Readonly<Record<string, JsonObject>>,
    limits: JsonLdLimits,
  ) {
    this.#bundled = bundled;
    this.#limits = limits;
    this.#added = new Map(
      Object.entries(added).map(([address, context]) => [contextKey(address), contextDocument(context)]),
    );
  }

  /** The context document at an address, `null` when it is unknown. Those that were added come first. */
  find(address: string): JsonObject | null {
    return this.#added.get(contextKey(address)) ?? this.#bundled(address);
  }

  /** The same, but an unknown context is an empty one. */
  document(address: string): JsonObject {
    return this.find(address) ?? EMPTY;
  }

  /** Which addresses are unknown, and whether any of the contexts gives words a vocabulary. */
  survey(
    inspection: Inspection,
    base: string,
  ): { readonly unknown: readonly string[]; readonly setsVocab: boolean } {
    const unknown: string[] = [];
    const seen = new Set<string>();
    let setsVocab = inspection.setsVocab;
    const visit = (addresses: Iterable<string>, from: string): void => {
      for (const written of addresses) {
        const address = absolute(written, from);
        if (seen.has(address)) continue;
        seen.add(address);
        const document = this.find(address);
        if (document === null) {
          unknown.push(written);
          continue;
        }
        const within = this.#inspectionOf(document);
        setsVocab ||= within.setsVocab;
        visit(within.addresses.keys(), address);
      }
    };
    visit(inspection.addresses.keys(), base);
    return { unknown, setsVocab };
  }

  #inspectionOf(document: JsonObject): Inspection {
    const known = this.#inspections.get(document);
    if (known !== undefined) return known;
    const found = inspectContext(document, this.#limits);
    // A context someone added on purpose is theirs to make as large as they like.
    const inspection = "reason" in found ? { addresses: new Map<string, string>(), setsVocab: false } : found;
    this.#inspections.set(document, inspection);
    return inspection;
  }
}

function absolute(address: string, base: string): string {
  return base !== "" && URL.canParse(address, base) ? new URL(address, base).href : address;
}

/**
 * The document of a context, which may be given as a document or as the context alone. A copy: the library
 * resolves relative addresses in place.
 */
export function contextDocument(context: unknown): JsonObject {
  return structuredClone(isJsonObject(context) && "@context" in context ? context : { "@context": context });
}

/** Whether a document, or one of several, says which context it is in. */
export function namesContext(document: unknown): boolean {
  return Array.isArray(document)
    ? document.some(namesContext)
    : isJsonObject(document) && Object.hasOwn(document, "@context");
}
