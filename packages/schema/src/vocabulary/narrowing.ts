import type { ByType } from "../generated/types.js";
import { isJsonObject } from "../json.js";
import { hasType } from "../values/properties.js";

/**
 * Whether a value is an object that has one of the names among its types. Only `type` is looked at: that the
 * rest is as the type says is for a validator to tell.
 *
 * @example
 * ```ts
 * import { isOfType } from "@archive/schema/vocabulary";
 * const value: unknown = { type: ["Note", "schema:Comment"], content: "<p>hello</p>" };
 * if (isOfType(value, "Note", "Article")) value.content; // string | readonly string[] | null | undefined
 * ```
 */
export function isOfType<Name extends keyof ByType>(
  value: unknown,
  ...names: readonly Name[]
): value is ByType[Name] {
  return isJsonObject(value) && names.some((name) => hasType(value, name));
}

/**
 * The values of a property that may have one, several or none, as an array. Keeps their type, unlike `valuesOf`.
 *
 * @example
 * ```ts
 * import { manyOf } from "@archive/schema/vocabulary";
 * manyOf("a"); // ["a"]
 * manyOf(null); // []
 * ```
 */
export function manyOf<T>(value: T | readonly T[] | null | undefined): readonly T[] {
  if (value === undefined || value === null) return [];
  return isArray(value) ? value : [value];
}

function isArray<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
