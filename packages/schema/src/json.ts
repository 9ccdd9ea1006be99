/**
 * A JSON object as parsed: every key may be missing and every value of any type. The whole toolkit passes
 * activities around in this shape and reads them through the functions of `values/`, never by trust.
 */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * Whether a parsed JSON value is an object: not `null`, not an array, not a scalar.
 *
 * @example
 * ```ts
 * import { isJsonObject } from "@archive/schema";
 * const value: unknown = JSON.parse('{"type":"Note"}');
 * if (isJsonObject(value)) value.type; // "Note"
 * isJsonObject([]); // false
 * ```
 */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
