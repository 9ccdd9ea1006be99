import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { DiagnosticCode } from "../diagnostic/registry.js";
import { itemStarts } from "./item-starts.js";
import { pathOf } from "./path.js";
import type { Place } from "./place.js";

/** Findings of one code that are looked for in their item's bytes, unless told otherwise. */
const MOST_EXACT = 100;

/**
 * Gives findings inside a list of a document the byte at which the innermost item around them begins.
 *
 * That costs a search through the document's bytes, so only the first findings of each code get it: of further ones,
 * which are counted rather than read, `offset` stays where the document begins.
 *
 * @example
 * ```ts
 * import { diagnostic } from "@archive/schema";
 * import { ItemOffsets } from "@archive/schema/validate";
 * const bytes = new TextEncoder().encode('{"orderedItems":[{"type":"Note"},{"type":"Nota"}]}');
 * const found = [diagnostic("as2/required-type", { pointer: "/orderedItems/1/type" })];
 * new ItemOffsets().place(found, () => bytes, { pointer: "" })[0]?.offset; // 33
 * ```
 */
export class ItemOffsets {
  readonly #most: number;
  readonly #given = new Map<DiagnosticCode, number>();

  /** @param most How many of each code get it; 100 unless told. */
  constructor(most: number = MOST_EXACT) {
    this.#most = most;
  }

  /**
   * The same findings, with their offsets.
   *
   * @param bytes The document as it was written; asked for only when a finding is to be looked for.
   */
  place(found: readonly Diagnostic[], bytes: () => Uint8Array | null, place: Place): readonly Diagnostic[] {
    let isWanted = false;
    for (const each of found) if (this.#isWanted(each)) isWanted = true;
    const text = isWanted ? bytes() : null;
    return text === null ? found : withOffsets(found, text, place);
  }

  #isWanted({ code, pointer = "" }: Diagnostic): boolean {
    const given = this.#given.get(code) ?? 0;
    // That the list may be the one around the document costs a search.
    if (given >= this.#most || !/\/[0-9]/.test(pointer)) return false;
    this.#given.set(code, given + 1);
    return true;
  }
}

/** The same findings, each with the byte at which the innermost array item around it begins. */
export function withOffsets(
  found: readonly Diagnostic[],
  bytes: Uint8Array,
  place: Place,
): readonly Diagnostic[] {
  const before = place.pointer?.length ?? 0;
  const starts = itemStarts(
    bytes,
    found.map(({ pointer = "" }) => pathOf(pointer.slice(before))),
  );
  return found.map((each, index) => {
    const start = starts[index] ?? -1;
    return start < 0 ? each : { ...each, offset: start + (place.offset ?? 0) };
  });
}
