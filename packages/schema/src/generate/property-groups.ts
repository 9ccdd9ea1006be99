import { _, type CodeKeywordDefinition, type KeywordCxt, Name, stringify } from "ajv";
import { Type } from "ajv/dist/compile/util.js";
import type { JsonSchema, SchemaObject } from "./json-schema.js";

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
  const grouped = Object.entries($defs).map(([name, definition]) => [name, groupsOf(definition)]);
  return { ...schema, $defs: Object.fromEntries(grouped) };
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
    if (typeof schema === "object" && typeof schema.$ref === "string") {
      const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
      groups[name] = { $ref: schema.$ref };
      keys[key] = name;
    } else others[key] = schema;
  }
  return { ...rest, properties: others, propertyGroups: groups, propertyGroupKeys: keys };
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
    groups.forEach((name, number) => {
      const condition = _`${group} === ${number}`;
      if (number === 0) gen.if(condition);
      else gen.elseIf(condition);
      context.subschema(
        { keyword: "propertyGroups", schemaProp: name, dataProp: key, dataPropType: Type.Str },
        valid,
      );
      if (!it.allErrors) gen.if(_`!${valid}`, () => gen.break());
    });
    gen.endIf();
  });
  context.ok(_`${context.errsCount} === ${ERRORS}`);
}
