import { _, type CodeKeywordDefinition, type KeywordCxt, Name, stringify } from "ajv";
import { Type } from "ajv/dist/compile/util.js";
import type { JsonSchema, SchemaObject } from "./json-schema.js";
import { withTypeTables } from "./refused-types.js";

/**
 * A keyword for building validators only; no published schema has it. Of a node's keys most are known to some
 * namespace, but a node has few of them: what ajv makes of `properties` asks for each of some 400 keys, and
 * the function is too long for engines to optimise. This asks for each key that is there.
 *
 * `propertyGroups` holds a schema by group, `propertyGroupKeys` the group of each key.
 */
export const PROPERTY_GROUPS: CodeKeywordDefinition = {
  keyword: "propertyGroups",
  type: "object",
  schemaType: "object",
  trackErrors: true,
  code: (context) => writeLoop(context),
};

/** The companion of {@link PROPERTY_GROUPS}: data, no check of its own. */
export const PROPERTY_GROUP_KEYS = "propertyGroupKeys";

/** The same schema with its long lists of `properties` that are only references turned into groups. */
export function withPropertyGroups(schema: SchemaObject): SchemaObject {
  const { $defs } = schema;
  if (!isSchemas($defs)) return schema;
  const absent = isSchema($defs.absent) ? $defs.absent : true;
  const grouped = Object.entries($defs).map(([name, definition]) => [
    name,
    groupsOf(withTypeTables(withAbsent(definition, absent))),
  ]);
  return { ...schema, $defs: Object.fromEntries(grouped) };
}

/** What is asked of nearly every item stands in place: a reference is a call, and makes errors that nobody reads. */
function withAbsent(schema: JsonSchema, absent: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema);
  return JSON.parse(text.replaceAll('{"$ref":"#/$defs/absent"}', JSON.stringify(absent)));
}

const FEW = 20;
/** The count of errors so far, by the name that ajv gives it in every validator. */
const ERRORS = new Name("errors");

function groupsOf(definition: JsonSchema): JsonSchema {
  if (typeof definition === "boolean") return definition;
  const { properties, ...rest } = definition;
  if (!isSchemas(properties) || Object.keys(properties).length < FEW) return definition;
  const groups: Record<string, SchemaObject> = {};
  const keys: Record<string, string> = {};
  const others: Record<string, JsonSchema> = {};
  for (const [key, schema] of Object.entries(properties)) {
    // The generated code writes a key into a pointer as it is.
    if (typeof schema === "object" && typeof schema.$ref === "string" && !/[~/]/.test(key)) {
      const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
      groups[name] = { $ref: schema.$ref };
      keys[key] = name;
    } else others[key] = schema;
  }
  return { ...rest, properties: others, propertyGroups: groups, propertyGroupKeys: keys };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "boolean" || isSchemas(value);
}

function isSchemas(value: unknown): value is Record<string, JsonSchema> {
  return typeof value === "object" && value !== null;
}

function writeLoop(context: KeywordCxt): void {
  const { gen, data, it } = context;
  const groups: readonly string[] = Object.keys(context.schema);
  const keys: Record<string, string> = it.schema[PROPERTY_GROUP_KEYS];
  const numbers = Object.entries(keys).map(([key, group]) => [key, groups.indexOf(group)] as const);
  const table = gen.scopeValue("obj", {
    ref: new Map(numbers),
    code: _`new Map(${stringify(numbers)})`,
  });
  const valid = gen.name("valid");
  gen.forIn("key", data, (key) => {
    const group = gen.const("group", _`${table}.get(${key})`);
    const check = (name: string): void => {
      context.subschema(
        // Not `Type.Str`: that escapes the key each time, which takes longer than the check itself.
        { keyword: "propertyGroups", schemaProp: name, dataProp: key, dataPropType: Type.Num },
        valid,
      );
      if (!it.allErrors) gen.if(_`!${valid}`, () => gen.break());
    };
    gen.if(_`${group} !== undefined`, () => chooseOf(context, group, groups, 0, check));
  });
  context.ok(_`${context.errsCount} === ${ERRORS}`);
}

/** Writes a decision between groups that halves them each time: one after the other there are too many. */
function chooseOf(
  context: KeywordCxt,
  group: Name,
  names: readonly string[],
  first: number,
  check: (name: string) => void,
): void {
  const [only] = names;
  if (only === undefined) return;
  if (names.length === 1) {
    check(only);
    return;
  }
  const half = names.length >> 1;
  context.gen.if(
    _`${group} < ${first + half}`,
    () => chooseOf(context, group, names.slice(0, half), first, check),
    () => chooseOf(context, group, names.slice(half), first + half, check),
  );
}
