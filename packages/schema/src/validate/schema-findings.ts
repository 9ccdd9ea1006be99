import type { DiagnosticCode } from "../diagnostic/registry.js";
import { isJsonObject } from "../json.js";
import type { SchemaError } from "../validators/schema-validator.js";
import { type Path, pathOf, valuesAlong } from "./path.js";
import { type PropertyAt, propertyAt } from "./property.js";
import { codeOfText } from "./text-forms.js";

/** What is wrong with a value, before it is known how severe that is and what may be shown of it. */
export interface Finding {
  readonly code: DiagnosticCode;
  /** From the root of the document that was checked. */
  readonly path: Path;
  readonly expected?: string | undefined;
  /** The property it is about: tells what was expected, where that is not said. */
  readonly property?: PropertyAt;
  /** What stood there, where that is more than the value at the path. */
  readonly actual?: string | undefined;
  /** The id of the object it concerns, where it is known already. */
  readonly id?: string | null | undefined;
  readonly docs?: string | undefined;
}

/** Tells what a validator's errors mean: one finding for each thing that is wrong. */
export function schemaFindings(root: unknown, errors: readonly SchemaError[]): readonly Finding[] {
  return errors.map((error) => findingOf(root, error)).filter((finding) => finding !== null);
}

/** Keywords whose errors only sum up others, which say more. */
const SUMMARIES = new Set(["if", "anyOf"]);
const CONTEXT = "https://www.w3.org/ns/activitystreams";

function findingOf(root: unknown, error: SchemaError): Finding | null {
  if (SUMMARIES.has(error.keyword) || error.propertyName !== undefined) return null;
  const path = pathOf(error.instancePath);
  if (path[0] === "@context") return contextFinding(path, error);
  const values = valuesAlong(root, path);
  const property = propertyAt(path, values);
  const { params } = error;
  switch (error.keyword) {
    case "type":
      return typeFinding(path, values, property, params.type);
    case "pattern":
      return { code: codeOfText(property, values.at(-1)), path, property };
    case "maxItems":
      if (params.limit === 0) return forbidden(path, property.key);
      return { code: "as2/functional-several", path, expected: "one value", docs: property.docs };
    case "minimum":
    case "maximum": {
      const bound = error.keyword === "minimum" ? "at least" : "at most";
      return {
        code: "as2/out-of-range",
        path,
        expected: `${bound} ${String(params.limit)}`,
        docs: property.docs,
      };
    }
    case "refusedTypes":
      return classFinding(path, values, error);
    case "propertyNames":
      return {
        code: "as2/invalid-language",
        path: [...path, String(params.propertyName)],
        expected: "a well-formed BCP 47 language tag",
      };
    case "required":
      // Only value objects require a key.
      return { code: mapCode(property), path, ...about(property) };
    default:
      return { code: "as2/required-type", path, ...about(property) };
  }
}

function contextFinding(path: Path, error: SchemaError): Finding | null {
  if (error.schemaPath.includes("/contains/")) return null;
  const code = error.keyword === "type" ? "as2/required-type" : "as2/foreign-context";
  return { code, path, expected: CONTEXT };
}

function typeFinding(path: Path, values: readonly unknown[], property: PropertyAt, wanted: unknown): Finding {
  if (path.length === 0) return { code: "as2/not-an-object", path, expected: "a JSON object" };
  // The schema of what has to be absent: null, or an array, which then has to be empty.
  if (Array.isArray(wanted) && wanted.join() === "array,null") return forbidden(path, property.key);
  const [list, value] = values.slice(-2);
  if (value === null && Array.isArray(list)) return { code: "as2/null-in-list", path, ...about(property) };
  return { code: isJsonObject(value) ? mapCode(property) : "as2/required-type", path, ...about(property) };
}

/** An object in place of a text that has a map. */
function mapCode(property: PropertyAt): DiagnosticCode {
  return property.ranges.includes("langString") ? "as2/misplaced-map" : "as2/required-type";
}

function classFinding(path: Path, values: readonly unknown[], error: SchemaError): Finding {
  const outer = path.slice(0, -1);
  const rule = /\/dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1];
  if (rule !== undefined) return forbidden([...outer, rule], rule);
  return { code: "as2/wrong-type", path, ...about(propertyAt(outer, values)) };
}

function forbidden(path: Path, key: string): Finding {
  return { code: "as2/forbidden-property", path, expected: `no ${key}` };
}

/** In words only when it is reported: many a finding is one that the profile lets pass. */
function about(property: PropertyAt): Pick<Finding, "property" | "docs"> {
  return { property, docs: property.docs };
}
