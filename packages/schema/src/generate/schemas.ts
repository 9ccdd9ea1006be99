import { examplesOf } from "../vocabulary/examples.js";
import {
  allClasses,
  allPropertyNames,
  isSubclassOf,
  propertiesNamed,
  propertiesOf,
} from "../vocabulary/lookup.js";
import { ACTIVITYPUB } from "../vocabulary/namespaces/activitypub.js";
import { ACTIVITYSTREAMS } from "../vocabulary/namespaces/activitystreams.js";
import { anchored, CONTEXT_ADDRESS } from "../vocabulary/patterns.js";
import type { ClassTerm, PropertyTerm } from "../vocabulary/term.js";
import {
  type JsonSchema,
  META_SCHEMA,
  READINGS,
  type Reading,
  type SchemaObject,
  schemaId,
} from "./json-schema.js";
import { languageMapSchema, refusedTypes, valueSchema } from "./value-schema.js";

/** A schema file: its path under `schemas/`, and what is in it. */
export interface SchemaFile {
  readonly path: string;
  readonly schema: SchemaObject;
}

/** The schema files of both readings: `definitions`, `document`, and one for each class. */
export function schemaFiles(): readonly SchemaFile[] {
  return READINGS.flatMap((reading) => [
    file(reading, "definitions", definitions(reading)),
    file(reading, "document", documentSchema(reading)),
    ...allClasses().map((term) => file(reading, term.name, classSchema(term))),
  ]);
}

const READING_NAMES: Readonly<Record<Reading, string>> = {
  as2: "by the letter of ActivityStreams 2.0",
  wild: "as any sane consumer reads it",
};

function file(reading: Reading, name: string, body: SchemaObject): SchemaFile {
  return {
    path: `${reading}/${name}.schema.json`,
    schema: { $schema: META_SCHEMA, $id: schemaId(reading, name), ...body },
  };
}

function documentSchema(reading: Reading): SchemaObject {
  return {
    title: `An ActivityStreams document, ${READING_NAMES[reading]}`,
    description:
      "Any object, activity, actor, collection or link. Known properties hold wherever they stand; unknown ones, " +
      "and unknown types, are left alone.",
    $ref: "definitions.schema.json#/$defs/document",
  };
}

/** One class: a document with the class, or one below it, among its types. `properties` lists what it is made for. */
function classSchema(term: ClassTerm): SchemaObject {
  const names = allClasses()
    .filter((each) => isSubclassOf(each.name, term.name))
    .map((each) => each.name);
  const keys = propertiesOf(term.name).flatMap((each) =>
    each.map === undefined ? [each.name] : [each.name, each.map],
  );
  return {
    title: term.name,
    description: term.description,
    $comment: `${term.iri} – ${term.link}`,
    examples: examplesOf(term.name),
    $ref: "definitions.schema.json#/$defs/document",
    type: "object",
    required: ["type"],
    properties: {
      type: {
        type: ["string", "array"],
        if: { type: "array" },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: { contains: { enum: names } },
        else: { enum: names },
      },
      ...Object.fromEntries([...new Set(keys)].filter((key) => key !== "type").map((key) => [key, true])),
    },
  };
}

function definitions(reading: Reading): SchemaObject {
  const shared = new Map<string, JsonSchema>();
  const properties: Record<string, JsonSchema> = {
    "@context": {
      type: ["string", "object", "array", "null"],
      items: { type: ["string", "object", "null"] },
    },
  };
  const share = (name: string, schema: JsonSchema, description: string, secret: boolean): SchemaObject => {
    const known = shared.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`Two different definitions are called ${name}.`);
    }
    shared.set(name, schema);
    return { $ref: `#/$defs/${name}`, description, ...(secret ? { writeOnly: true } : {}) };
  };
  for (const key of allPropertyNames()) {
    const terms = propertiesNamed(key);
    const core = terms.filter(isCore);
    // A key of the core means what the core says, whoever else uses it.
    const value = valueSchema(core.length > 0 ? core : terms, reading, core.length > 0);
    const description = terms.map((term) => term.description).join(" Or: ");
    properties[key] = share(
      value.name,
      value.schema,
      description,
      terms.some((term) => term.secret === true),
    );
    const map = terms.find((term) => term.map !== undefined)?.map;
    if (map === undefined) continue;
    const language = languageMapSchema(reading);
    properties[map] = share(language.name, language.schema, `\`${key}\` by language.`, false);
  }
  if (reading === "as2") shared.set("absent", ABSENT);
  if (reading === "wild") shared.set("value-object", VALUE_OBJECT);
  return {
    title: `Definitions of ActivityStreams, ${READING_NAMES[reading]}`,
    description: "What the other schemas share: documents, nodes, and the values of properties.",
    $defs: {
      document: {
        description: "A whole document.",
        type: "object",
        $ref: "#/$defs/node",
        ...(reading === "as2" ? { properties: { "@context": ROOT_CONTEXT } } : {}),
      },
      node: {
        description: "An object, link or nested shape, whatever its type; applies to JSON objects only.",
        properties,
        ...(reading === "as2" ? { dependentSchemas: CLASS_RULES } : {}),
      },
      ...Object.fromEntries([...shared].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

/** A literal as JSON-LD writes it where its type or language has to be said. */
const VALUE_OBJECT: SchemaObject = {
  description: "A JSON-LD value object.",
  required: ["@value"],
  properties: { "@value": { type: ["string", "number", "boolean", "null"] } },
};

const CORE_TERMS = new Set<PropertyTerm>(
  [...ACTIVITYSTREAMS.terms, ...ACTIVITYPUB.terms].filter((term) => term.kind === "property"),
);

/** Whether a property is of AS2 or ActivityPub itself. */
export function isCore(term: PropertyTerm): boolean {
  return CORE_TERMS.has(term);
}

/** An IRI of ActivityStreams: its context, its namespace, or a term of it. */
const OF_AS2: SchemaObject = { type: "string", pattern: `^(?:${CONTEXT_ADDRESS})` };

/** An inline context that names ActivityStreams in a value, or in the definition of a term. */
const NAMES_AS2: SchemaObject = {
  not: {
    additionalProperties: {
      not: { anyOf: [OF_AS2, { type: "object", required: ["@id"], properties: { "@id": OF_AS2 } }] },
    },
  },
};

/** In the letter of AS2 a document's own context, where there is one, names the normative one. */
const ROOT_CONTEXT: SchemaObject = {
  type: ["string", "object", "array", "null"],
  pattern: anchored([CONTEXT_ADDRESS]),
  contains: {
    anyOf: [
      { type: "object", ...NAMES_AS2 },
      { type: "string", pattern: anchored([CONTEXT_ADDRESS]) },
    ],
  },
  if: { type: "object" },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: NAMES_AS2,
};

const ABSENT: SchemaObject = {
  description: "Null or an empty array: as if the key were not there.",
  type: ["array", "null"],
  maxItems: 0,
};
const ABSENT_REF: SchemaObject = { $ref: "#/$defs/absent" };

/** What AS2 demands of a class beyond the ranges; each is looked at only where the key stands. */
const CLASS_RULES: SchemaObject = {
  items: { properties: { type: refusedTypes((name) => isSubclassOf(name, "OrderedCollection")) } },
  orderedItems: { properties: { type: refusedTypes(isUnordered) } },
  object: {
    if: { properties: { object: { not: ABSENT_REF } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { properties: { type: refusedTypes((name) => isSubclassOf(name, "IntransitiveActivity")) } },
  },
  oneOf: {
    if: { properties: { oneOf: { not: ABSENT_REF } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { properties: { anyOf: ABSENT_REF } },
  },
};

function isUnordered(name: string): boolean {
  return isSubclassOf(name, "Collection") && !isSubclassOf(name, "OrderedCollection");
}
