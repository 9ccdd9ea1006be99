import { FACTS, FORMS } from "../generated/validators/facts.js";
import type { Path } from "./path.js";

/** What the vocabulary says of the property that a place in a document belongs to. */
export interface PropertyAt {
  readonly key: string;
  /** Datatypes, classes and shapes; `languageMap` alone for the map of a text. */
  readonly ranges: readonly string[];
  /** Where it is specified. */
  readonly docs: string | undefined;
}

const UNKNOWN: PropertyAt = { key: "", ranges: [], docs: undefined };

/**
 * The nearest known property at or above a place. The keys of a language map are no properties, though some
 * (`id`, `to`) are spelled like one.
 */
export function propertyAt(path: Path, values: readonly unknown[]): PropertyAt {
  for (let at = path.length - 1; at >= 0; at -= 1) {
    if (Array.isArray(values[at])) continue;
    const above = at > 0 && !Array.isArray(values[at - 1]) ? factsOf(path[at - 1]) : null;
    if (above?.ranges[0] === "languageMap") return above;
    const found = factsOf(path[at]);
    if (found !== null) return found;
  }
  return UNKNOWN;
}

const KNOWN = new Map<string, PropertyAt>();

function factsOf(key: string | undefined): PropertyAt | null {
  const facts = key === undefined ? undefined : FACTS.get(key);
  if (key === undefined || facts === undefined) return null;
  const known = KNOWN.get(key) ?? { key, ranges: facts[0].split("|"), docs: facts[1] };
  KNOWN.set(key, known);
  return known;
}

/** What a property's values may be, in words. */
export function expectedOf(property: PropertyAt): string {
  const { ranges } = property;
  if (ranges[0] === "languageMap") return "text by language tag";
  const words = ranges.map((range) => (isForm(range) ? FORMS[range] : (WORDS[range] ?? `a nested ${range}`)));
  const named = ranges.some((range) => !isForm(range)) && !ranges.includes("anyURI");
  return [...new Set([...words, ...(named ? ["an absolute IRI"] : [])])].join(", or ");
}

const WORDS: Readonly<Record<string, string>> = { Object: "an object", Link: "a Link" };

/** Whether a range is a datatype. */
export function isForm(range: string): range is keyof typeof FORMS {
  return Object.hasOwn(FORMS, range);
}
