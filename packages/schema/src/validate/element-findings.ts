import { isJsonObject } from "../json.js";
import { valuesOf } from "../values/properties.js";
import { type Required, requiredFindings } from "./required-findings.js";
import type { Finding } from "./schema-findings.js";

/**
 * What is wrong with the elements of a collection that came as one document: each is held against what the
 * profile demands of items, which may be more than it demands of collections.
 */
export function elementFindings(
  collection: unknown,
  bySchema: (element: unknown) => readonly Finding[],
  required: Required,
): readonly Finding[] {
  if (!isJsonObject(collection)) return [];
  return ["orderedItems", "items"].flatMap((key) => {
    const list = collection[key];
    return valuesOf(list).flatMap((element, index) => {
      if (!isJsonObject(element)) return [];
      const before = Array.isArray(list) ? [key, String(index)] : [key];
      return [...bySchema(element), ...requiredFindings(element, required)].map((finding) => ({
        ...finding,
        path: [...before, ...finding.path],
      }));
    });
  });
}
