import { allClasses, isSubclassOf } from "../vocabulary/lookup.js";
import { anchored, FLOAT_TEXT, NUMBER_TEXT, PATTERNS } from "../vocabulary/patterns.js";
import { type Datatype, isDatatype, type PropertyTerm, type Range } from "../vocabulary/term.js";
import type { JsonSchema, Reading, SchemaObject } from "./json-schema.js";

/** The schema of one property's values, and a name under which equal ones are shared. */
export interface ValueSchema {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** What a single value may be, by JSON type. A schema with all of them needs no `anyOf`, so its errors are exact. */
interface Facets {
  readonly types: Set<string>;
  /** Bodies of patterns, or `null` when any string will do. */
  patterns: string[] | null;
  keywords: Record<string, unknown>;
}

const NODE = "#/$defs/node";
const VALUE_OBJECT = "#/$defs/value-object";

/**
 * The schema of the values of one JSON key. Several namespaces may use a key: then whatever one of them allows.
 *
 * @param terms The properties written with the key, at least one.
 * @param isCore Whether the key is of AS2 or ActivityPub itself: extensions are read more leniently in `wild`.
 */
export function valueSchema(terms: readonly PropertyTerm[], reading: Reading, isCore: boolean): ValueSchema {
  const ranges = [...new Set(terms.flatMap((term) => term.range))];
  const functional = terms.every((term) => term.functional);
  const isList = terms.some((term) => term.list === true);
  if (ranges.includes("json")) return { name: "anything", schema: true };
  if (terms.some((term) => term.iri === "@id")) return idSchema(reading);

  const facets: Facets = { types: new Set(), patterns: [], keywords: {} };
  if (reading === "as2") strictFacets(facets, ranges, isCore);
  else tolerantFacets(facets, ranges, isCore);
  const [first] = terms;
  if (reading === "as2" && first?.minimum !== undefined) facets.keywords.minimum = first.minimum;
  if (reading === "as2" && first?.maximum !== undefined) facets.keywords.maximum = first.maximum;

  const atMostOne = reading === "as2" && functional && !isList;
  const single = schemaOf(facets, []);
  const item = reading === "as2" ? single : schemaOf(facets, ["null"]);
  return {
    name: nameOf(facets, ranges, isCore, atMostOne ? "one" : "any", reading, first),
    schema: {
      ...schemaOf(facets, ["array", "null"]),
      ...(atMostOne ? { maxItems: 1 } : {}),
      items: item,
    },
  };
}

/** The schema of a natural-language map: strings by BCP 47 tag. */
export function languageMapSchema(reading: Reading): ValueSchema {
  if (reading === "wild") {
    return {
      name: "language-map",
      schema: {
        type: ["object", "null"],
        additionalProperties: { type: ["string", "array", "null"], items: { type: ["string", "null"] } },
      },
    };
  }
  return {
    name: "language-map",
    schema: {
      type: ["object", "null"],
      propertyNames: { pattern: anchored([PATTERNS.languageTag ?? ""]) },
      additionalProperties: { type: "string" },
    },
  };
}

function idSchema(reading: Reading): ValueSchema {
  const type = ["string", "null"];
  return reading === "wild"
    ? { name: "id", schema: { type } }
    : { name: "id", schema: { type, pattern: anchored([PATTERNS.anyURI ?? ""]) } };
}

function strictFacets(facets: Facets, ranges: readonly Range[], isCore: boolean): void {
  const classes = ranges.filter((range) => !isDatatype(range));
  if (classes.length > 0) {
    facets.types.add("object");
    facets.keywords.$ref = NODE;
    if (namesIri(classes)) allowStrings(facets, PATTERNS.anyURI);
    const restriction = isCore ? typeRestriction(classes) : null;
    if (restriction !== null) facets.keywords.properties = { type: restriction };
  }
  for (const range of ranges) if (isDatatype(range)) strictDatatype(facets, range, isCore);
}

function strictDatatype(facets: Facets, datatype: Datatype, isCore: boolean): void {
  if (datatype === "boolean") facets.types.add("boolean");
  else if (datatype === "float") {
    facets.types.add("number");
    // The term is coerced to xsd:float, so its literal in a string means the same; AS2's own example writes it.
    if (isCore) allowStrings(facets, FLOAT_TEXT);
  } else if (datatype === "integer" || datatype === "nonNegativeInteger") {
    facets.types.add("integer");
    if (datatype === "nonNegativeInteger") facets.keywords.minimum = 0;
  } else allowStrings(facets, PATTERNS[datatype]);
}

function tolerantFacets(facets: Facets, ranges: readonly Range[], isCore: boolean): void {
  let scalar = false;
  for (const range of ranges) {
    if (!isDatatype(range)) {
      facets.types.add("object");
      facets.keywords.$ref = NODE;
      allowStrings(facets, undefined);
      continue;
    }
    scalar ||= range !== "anyURI" && range !== "publicAlias" && range !== "termName";
    tolerantDatatype(facets, range, isCore);
  }
  // A value object of JSON-LD (`{"@value": …}`) is a reading of any literal; a bare object is not.
  if (!scalar || facets.types.has("object")) return;
  facets.types.add("object");
  if (isCore) facets.keywords.$ref = VALUE_OBJECT;
}

function tolerantDatatype(facets: Facets, datatype: Datatype, isCore: boolean): void {
  if (datatype === "boolean") {
    facets.types.add("boolean");
    if (!isCore) for (const type of ["number", "string"]) facets.types.add(type);
    allowStrings(facets, isCore ? "true|false" : undefined);
  } else if (datatype === "float" || datatype === "integer" || datatype === "nonNegativeInteger") {
    facets.types.add("number");
    allowStrings(facets, isCore ? NUMBER_TEXT : undefined);
  } else {
    allowStrings(facets, undefined);
    if (!isCore || datatype === "duration") facets.types.add("number");
  }
}

function allowStrings(facets: Facets, pattern: string | undefined): void {
  facets.types.add("string");
  if (pattern === undefined) facets.patterns = null;
  else if (facets.patterns !== null && !facets.patterns.includes(pattern)) facets.patterns.push(pattern);
}

function schemaOf(facets: Facets, more: readonly string[]): SchemaObject {
  const types = [...facets.types, ...more];
  return {
    type: types.length === 1 ? types[0] : types,
    ...(facets.patterns !== null && facets.patterns.length > 0 ? { pattern: anchored(facets.patterns) } : {}),
    ...facets.keywords,
  };
}

/** A nested shape stands for itself, unless its range says `anyURI` too; a class can be named by its IRI. */
function namesIri(ranges: readonly Range[]): boolean {
  return ranges.some((range) => isSubclassOf(range, "Object") || isSubclassOf(range, "Link"));
}

/** Refuses types that are known and outside the classes; `null` when the classes are everything. */
function typeRestriction(classes: readonly Range[]): SchemaObject | null {
  const named = classes.filter((name) => namesIri([name]));
  if (named.length === 0 || (named.includes("Object") && named.includes("Link"))) return null;
  return refusedTypes((name) => !named.some((above) => isSubclassOf(name, above)));
}

/** Refuses a `type` of which every name is a known, refused class: an unknown one beside them may be a subclass. */
export function refusedTypes(isRefused: (name: string) => boolean): SchemaObject {
  const refused = allClasses()
    .map((term) => term.name)
    .filter(isRefused);
  return { not: { anyOf: [{ enum: refused }, { type: "array", minItems: 1, items: { enum: refused } }] } };
}

function nameOf(
  facets: Facets,
  ranges: readonly Range[],
  isCore: boolean,
  cardinality: string,
  reading: Reading,
  first: PropertyTerm | undefined,
): string {
  const restricted = facets.keywords.properties !== undefined;
  const parts = ranges.map((range) => (isDatatype(range) || restricted ? range : "node"));
  const bounds = [first?.minimum, first?.maximum].filter((bound) => bound !== undefined && reading === "as2");
  const shapesOnly = parts.includes("node") && !facets.types.has("string");
  const name = [...new Set(parts)].join("-") + (shapesOnly ? "-nested" : "");
  const lenient = reading === "wild" && !isCore ? ["lenient"] : [];
  const literal = reading === "as2" && isCore && parts.includes("float") ? ["literal"] : [];
  return [cardinality, name, ...literal, ...bounds, ...lenient].join("-");
}
