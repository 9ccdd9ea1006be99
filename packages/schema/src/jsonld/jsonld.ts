import type { JsonObject } from "../json.js";
import { createJsonLd, type JsonLd, type JsonLdOptions } from "./processor.js";

let shared: JsonLd | undefined;

function jsonLd(): JsonLd {
  shared ??= createJsonLd();
  return shared;
}

/**
 * Expands a document: every term becomes the IRI it stands for, every value an array. Needs no network:
 * contexts are bundled, and one that is not is read as empty (`jsonld/unknown-context`). A document that is no
 * JSON-LD gives `null` and a finding (`jsonld/invalid`); nothing is thrown but the reason of `signal`.
 *
 * @example
 * ```ts
 * import { expand } from "@archive/schema/jsonld";
 * await expand({ "@context": "https://www.w3.org/ns/activitystreams", type: "Note", content: "Hello" });
 * // [{ "@type": ["https://www.w3.org/ns/activitystreams#Note"],
 * //    "https://www.w3.org/ns/activitystreams#content": [{ "@value": "Hello" }] }]
 * ```
 */
export async function expand(
  document: unknown,
  options: JsonLdOptions = {},
): Promise<readonly JsonObject[] | null> {
  return await jsonLd().expand(document, options);
}

/**
 * Rewrites a document in the words of another context: expands it (see {@link expand}), then shortens what the
 * given context has terms for. That context becomes the result's `@context`.
 *
 * @example
 * ```ts
 * import { compact } from "@archive/schema/jsonld";
 * const AS2 = "https://www.w3.org/ns/activitystreams";
 * await compact({ "@context": { text: `${AS2}#content` }, text: "Hello" }, AS2);
 * // { "@context": "https://www.w3.org/ns/activitystreams", content: "Hello" }
 * ```
 */
export async function compact(
  document: unknown,
  context: unknown,
  options: JsonLdOptions = {},
): Promise<JsonObject | null> {
  return await jsonLd().compact(document, context, options);
}

/**
 * The canonical N-Quads of a document (RDFC-1.0, which is what used to be called URDNA2015): equal for any two
 * documents that say the same, whatever their key order, context or blank node names. Graphs made to take
 * exponential time are refused as `jsonld/invalid`.
 *
 * What no context defines vanishes, as JSON-LD has it; with `safe: true` it is an error instead, as signing needs.
 * Browsers have the hash function only on pages served by HTTPS or from localhost.
 *
 * @example
 * ```ts
 * import { normalize } from "@archive/schema/jsonld";
 * await normalize({ "@context": "https://www.w3.org/ns/activitystreams", id: "https://m.example/1", name: "Hello" });
 * // '<https://m.example/1> <https://www.w3.org/ns/activitystreams#name> "Hello" .\n'
 * ```
 */
export async function normalize(document: unknown, options: JsonLdOptions = {}): Promise<string | null> {
  return await jsonLd().normalize(document, options);
}

/**
 * The bundled context document for an address, by any of its aliases (`http:`, trailing `#`, `.jsonld`, any
 * host's litepub context …); `null` when there is none.
 *
 * @example
 * ```ts
 * import { loadContext } from "@archive/schema/jsonld";
 * Object.keys((await loadContext("http://www.w3.org/ns/activitystreams#")) ?? {}); // ["@context"]
 * ```
 */
export async function loadContext(address: string): Promise<JsonObject | null> {
  const { bundledContext } = await import("./contexts.js");
  const document = bundledContext(address);
  return document === null ? null : structuredClone(document);
}
