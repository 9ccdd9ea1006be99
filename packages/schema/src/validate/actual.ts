import { FACTS } from "../generated/validators/facts.js";
import { isJsonObject } from "../json.js";
import { isKeyword } from "../rules/context-faults.js";
import type { Path } from "./path.js";
import { propertyAt } from "./property.js";

/** Ranges of which a value is text that somebody wrote. */
const WRITTEN = new Set(["langString", "string", "languageMap", "json", "Source"]);

/**
 * What stands at a place, in a few words: quoted where that is allowed and it is a plain value, else only its
 * JSON type. Text that somebody wrote is not quoted, unless all content is shown.
 */
export function actualAt(
  path: Path,
  values: readonly unknown[],
  show: { readonly exposed: boolean; readonly content: boolean },
): string {
  const value = values.at(-1);
  const written = propertyAt(path, values).ranges.some((range) => WRITTEN.has(range));
  const quoted = show.content || (show.exposed && !written);
  if (quoted && (value === null || ["string", "number", "boolean"].includes(typeof value))) {
    return JSON.stringify(value);
  }
  return jsonTypeOf(value);
}

/** A value's JSON type in words; of an array also how long it is. */
function jsonTypeOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 1 ? "an array of 1" : `an array of ${value.length}`;
  if (isJsonObject(value)) return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}

/**
 * The path as far as it may be shown of what is not public: keys that no vocabulary has, such as those of a
 * language map, are whatever the author wrote.
 */
export function shownPath(path: Path, values: readonly unknown[]): Path {
  const hidden = path.findIndex((segment, index) => !isIndex(segment, values[index]) && !isKnown(segment));
  return hidden < 0 ? path : path.slice(0, hidden);
}

function isKnown(key: string): boolean {
  return FACTS.has(key) || isKeyword(key);
}

/** Of a text that could not be parsed there are no values; then digits are taken for a place in a list. */
function isIndex(segment: string, parent: unknown): boolean {
  return Array.isArray(parent) || (parent === undefined && /^[0-9]+$/.test(segment));
}
