import { isJsonObject, type JsonObject } from "../json.js";

/**
 * The values of a property that AS2 lets be absent, one or many (§4.1): `undefined` and `null` become an
 * empty array, an array is returned as it is, anything else becomes an array of one.
 *
 * @example
 * ```ts
 * import { valuesOf } from "@archive/schema";
 * valuesOf(null); // []
 * valuesOf("a"); // ["a"]
 * ```
 */
export function valuesOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * The type names of an object or link; `type` may be one string, several, or absent.
 *
 * @example
 * ```ts
 * import { typesOf } from "@archive/schema";
 * typesOf({ type: ["Note", "Article"] }); // ["Note", "Article"]
 * typesOf({}); // []
 * ```
 */
export function typesOf(object: JsonObject): readonly string[] {
  return valuesOf(object.type).filter((type) => typeof type === "string");
}

/**
 * Whether one of an object's types is `name`.
 *
 * @example
 * ```ts
 * import { hasType } from "@archive/schema";
 * hasType({ type: ["Note", "Article"] }, "Note"); // true
 * ```
 */
export function hasType(object: JsonObject, name: string): boolean {
  return object.type === name || (Array.isArray(object.type) && object.type.includes(name));
}

/**
 * The id of a value that stands for an object: the string itself, or the `id` of an embedded object.
 * An empty string is no id.
 *
 * @example
 * ```ts
 * import { idOf } from "@archive/schema";
 * idOf("https://a.example/1"); // "https://a.example/1"
 * idOf({ type: "Note", id: "https://a.example/1" }); // "https://a.example/1"
 * idOf({ type: "Note" }); // null
 * ```
 */
export function idOf(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (isJsonObject(value) && typeof value.id === "string" && value.id !== "") return value.id;
  return null;
}

/**
 * The first id among a property's values, for properties that are functional in practice (`actor`, `inReplyTo`).
 *
 * @example
 * ```ts
 * import { firstIdOf } from "@archive/schema";
 * firstIdOf([null, { id: "https://a.example/1" }, "https://a.example/2"]); // "https://a.example/1"
 * ```
 */
export function firstIdOf(value: unknown): string | null {
  if (!Array.isArray(value)) return idOf(value);
  for (const each of value) {
    const id = idOf(each);
    if (id !== null) return id;
  }
  return null;
}

/**
 * The addresses in a `url` property: strings, and the `href` of `Link` objects, in order.
 * Source: AS2 Vocabulary, `url`; PeerTube and Funkwhale write arrays of `Link`.
 *
 * @example
 * ```ts
 * import { urlsOf } from "@archive/schema";
 * urlsOf([{ type: "Link", href: "https://a.example/1" }, "https://a.example/2"]);
 * // ["https://a.example/1", "https://a.example/2"]
 * ```
 */
export function urlsOf(value: unknown): readonly string[] {
  const urls: string[] = [];
  for (const each of valuesOf(value)) {
    if (typeof each === "string" && each !== "") urls.push(each);
    else if (isJsonObject(each) && typeof each.href === "string" && each.href !== "") urls.push(each.href);
  }
  return urls;
}

/**
 * A string with something to read in it, or `null`.
 *
 * @example
 * ```ts
 * import { textOf } from "@archive/schema";
 * textOf("Moin"); // "Moin"
 * textOf("  "); // null
 * textOf(42); // null
 * ```
 */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/**
 * A finite number, also when written as a string (`"12"`, as some servers do), or `null`.
 *
 * @example
 * ```ts
 * import { numberOf } from "@archive/schema";
 * numberOf("12"); // 12
 * numberOf("a dozen"); // null
 * ```
 */
export function numberOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return null;
}
