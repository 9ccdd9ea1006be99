import { _, type CodeKeywordDefinition, type KeywordCxt, stringify } from "ajv";
import { allClasses } from "../vocabulary/lookup.js";
import type { JsonSchema, SchemaObject } from "./json-schema.js";

/**
 * A keyword for building validators only; no published schema has it. It stands for the `not` with which a schema
 * refuses a `type` of classes that are known and have no place there: ajv would compare with one name after the
 * other, and write all of them wherever a class is asked for. This looks the name up.
 *
 * Its value: the classes that are allowed.
 */
export const REFUSED_TYPES: CodeKeywordDefinition = {
  keyword: "refusedTypes",
  schemaType: "array",
  code: (context) => writeLookUp(context),
};

/** The same schema with its refusals of classes as that keyword. */
export function withTypeTables(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      const refused = keyword === "not" ? refusedBy(value) : null;
      if (refused !== null) return [["refusedTypes", allowedBut(refused)]];
      if (BY_KEY.has(keyword)) {
        const below = Object.entries(isSchema(value) ? value : {});
        return [
          [keyword, Object.fromEntries(below.map(([key, each]) => [key, withTypeTables(asSchema(each))]))],
        ];
      }
      return [[keyword, WITHIN.has(keyword) ? withTypeTables(asSchema(value)) : value]];
    }),
  );
}

const BY_KEY: ReadonlySet<string> = new Set(["properties", "dependentSchemas"]);
const WITHIN: ReadonlySet<string> = new Set(["if", "items", "then"]);

/** The names of the form that `refusedTypes` of value-schema.ts writes; `null` for another `not`. */
function refusedBy(refusal: unknown): ReadonlySet<unknown> | null {
  if (!isSchema(refusal) || !Array.isArray(refusal.anyOf) || refusal.anyOf.length !== 2) return null;
  const [one]: readonly unknown[] = refusal.anyOf;
  return isSchema(one) && Array.isArray(one.enum) ? new Set(one.enum) : null;
}

function allowedBut(refused: ReadonlySet<unknown>): readonly string[] {
  return NAMES.filter((name) => !refused.has(name));
}

const NAMES: readonly string[] = allClasses().map((term) => term.name);
const KNOWN = new Set(NAMES);
/** One set for all places that allow the same. */
const ALLOWED = new Map<string, ReadonlySet<string>>();

function writeLookUp(context: KeywordCxt): void {
  const { gen, data } = context;
  const names: readonly string[] = context.schema;
  const key = names.join();
  const allowed = ALLOWED.get(key) ?? new Set(names);
  ALLOWED.set(key, allowed);
  const known = gen.scopeValue("obj", { ref: KNOWN, code: _`new Set(${stringify(NAMES)})` });
  const free = gen.scopeValue("obj", { ref: allowed, code: _`new Set(${stringify(names)})` });
  const each = gen.name("each");
  const isRefused = _`${each} => ${known}.has(${each}) && !${free}.has(${each})`;
  // Of several types an unknown one may be a class below an allowed one.
  context.fail(
    _`(Array.isArray(${data}) ? ${data}.length > 0 && ${data}.every(${isRefused}) : [${data}].every(${isRefused}))`,
  );
}

function asSchema(value: unknown): JsonSchema {
  return isSchema(value) ? value : true;
}

function isSchema(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
