import {
  allClasses,
  allPropertyNames,
  allShapes,
  isSubclassOf,
  propertiesNamed,
  subclassesOf,
} from "../vocabulary/lookup.js";
import {
  type ClassTerm,
  type Datatype,
  isDatatype,
  type PropertyTerm,
  type Range,
} from "../vocabulary/term.js";

/** The text of `src/generated/types.ts`: a TypeScript interface for each class and shape. */
export function typesFile(): string {
  const classes = allClasses();
  return [
    HEADER,
    ...allShapes().map((shape) => properties(shape.name, typeName(shape.name), [], shape.description)),
    ...classes.map((term) =>
      properties(term.name, `${typeName(term.name)}Properties`, term.extends, propertiesOfText(term)),
    ),
    ...classes.map(classText),
    union("AnyObject", "Any object of a type that the vocabulary knows, told apart by `type`.", "Object"),
    union("AnyLink", "Any link.", "Link"),
    union("AnyActivity", "Any activity.", "Activity"),
    union("AnyCollection", "Any collection or page of one.", "Collection"),
    "/** The types of actors. */",
    "export type AnyActor = Application | Group | Organization | Person | Service;",
    "",
    "/** Each class by its name, as a document that may have several types. What `isOfType` narrows to. */",
    "export interface ByType {",
    ...classes.map(
      (term) =>
        `  readonly ${key(term.name)}: ${typeName(term.name)}<${quote(term.name)} | readonly string[]>;`,
    ),
    "}",
    "",
  ].join("\n");
}

const HEADER = `// Generated from src/vocabulary by \`pnpm --filter @archive/schema generate\`: change the tables, not this file.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated

/** A property that may have one value or several. */
export type OneOrMany<T> = T | readonly T[];
/** An absolute IRI: the id of something, or where it is. */
export type Iri = string;
/** A date and time as in RFC 3339, seconds optional. */
export type DateTime = string;
/** A day as YYYY-MM-DD. */
export type Day = string;
/** An xsd:duration such as PT5S. */
export type Duration = string;
/** A BCP 47 language tag. */
export type LanguageTag = string;
/** Text by language tag. */
export type LanguageMap = Readonly<Record<LanguageTag, string>>;
/** The fields of a document that no table knows: they are kept. */
export interface UnknownFields {
  readonly [key: string]: unknown;
}
/**
 * A type name of an extension: a compact or a whole IRI. A bare name that no table knows has no type of its own,
 * or \`type\` could not tell the known classes apart; what comes from outside is \`unknown\` until checked anyway.
 */
export type ExtensionTypeName = \`\${string}:\${string}\`;
/** An object or link of a type that no table knows, of several types, or of none. */
export interface UnknownObject extends ObjectProperties {
  readonly type?: ExtensionTypeName | readonly string[] | null;
}
/** What stands for an object: its IRI, the object itself, or a link to it. */
export type Reference = Iri | AnyObject | AnyLink | UnknownObject;
`;

function propertiesOfText(term: ClassTerm): string {
  return `What a ${term.name} may say, whatever its type is called.`;
}

function properties(name: string, type: string, above: readonly string[], description: string): string {
  const parents =
    above.length === 0 ? ["UnknownFields"] : above.map((parent) => `${typeName(parent)}Properties`);
  const own = allPropertyNames().filter(
    (each) => each !== "type" && propertiesNamed(each).some((term) => term.domain.includes(name)),
  );
  return [
    `/** ${description} */`,
    `export interface ${type} extends ${parents.join(", ")} {`,
    ...own.flatMap((each) => propertyText(each, name)),
    "}",
    "",
  ].join("\n");
}

function propertyText(name: string, domain: string): readonly string[] {
  const terms = propertiesNamed(name);
  const term = terms.find((each) => each.domain.includes(domain)) ?? terms[0];
  const map = terms.find((each) => each.map !== undefined)?.map;
  const tags = [
    ...(term?.since === undefined ? [] : [`   * @since ${term.since}`]),
    ...(term?.deprecated === undefined ? [] : [`   * @deprecated Use instead: ${term.deprecated}.`]),
    ...(term === undefined ? [] : [`   * @see ${term.link}`]),
  ];
  return [
    "  /**",
    `   * ${term?.description ?? ""}`,
    ...tags,
    "   */",
    `  readonly ${key(name)}?: ${valueType(terms)} | null;`,
    ...(map === undefined
      ? []
      : [`  /** \`${name}\` by language. */`, `  readonly ${key(map)}?: LanguageMap | null;`]),
  ];
}

/** The type of a key is the same in every class, so that interfaces can extend several others. */
function valueType(terms: readonly PropertyTerm[]): string {
  const ranges = [...new Set(terms.flatMap((term) => term.range))];
  const types = [...new Set(ranges.flatMap((range) => rangeTypes(range, ranges)))];
  if (types.includes("unknown")) return "unknown";
  const single = types.join(" | ");
  if (terms.some((term) => term.list === true))
    return `readonly ${types.length > 1 ? `(${single})` : single}[]`;
  return terms.every((term) => term.functional) ? single : `OneOrMany<${single}>`;
}

const DATATYPE_TYPES: Readonly<Record<Datatype, string>> = {
  anyURI: "Iri",
  boolean: "boolean",
  date: "Day",
  dateTime: "DateTime",
  duration: "Duration",
  float: "number",
  integer: "number",
  json: "unknown",
  langString: "string",
  languageTag: "LanguageTag",
  linkRelation: "string",
  mediaType: "string",
  nonNegativeInteger: "number",
  publicAlias: "Iri",
  string: "string",
  termName: "string",
  unit: "string",
};

function rangeTypes(range: Range, all: readonly Range[]): readonly string[] {
  if (isDatatype(range))
    return range === "publicAlias" && all.includes("Object") ? [] : [DATATYPE_TYPES[range]];
  if (all.includes("Object") && all.includes("Link")) return ["Reference"];
  if (range === "Object") return ["Iri", "AnyObject", "UnknownObject"];
  if (range === "Link") return ["Iri", "AnyLink"];
  if (range === "Collection") return ["Iri", "AnyCollection"];
  if (!isSubclassOf(range, "Object") && !isSubclassOf(range, "Link")) return [typeName(range)];
  return ["Iri", ...subclassesOf(range).map((term) => typeName(term.name))];
}

function classText(term: ClassTerm): string {
  const name = typeName(term.name);
  const deprecated = term.deprecated === undefined ? [] : [` * @deprecated Use instead: ${term.deprecated}.`];
  return [
    "/**",
    ` * ${term.description}`,
    ...(term.since === undefined ? [] : [` * @since ${term.since}`]),
    ...deprecated,
    ` * @see ${term.link}`,
    " */",
    `export interface ${name}<Type = ${quote(term.name)}> extends ${name}Properties {`,
    "  readonly type: Type;",
    "}",
    "",
  ].join("\n");
}

function union(name: string, description: string, above: string): string {
  const names = subclassesOf(above).map((term) => `  | ${typeName(term.name)}`);
  return [`/** ${description} */`, `export type ${name} =`, `${names.join("\n")};`, ""].join("\n");
}

/** The name of a class or shape as TypeScript allows it: `vcard:Individual` becomes `VcardIndividual`. */
function typeName(name: string): string {
  return name.replaceAll(/(?:^|[:-])([A-Za-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return JSON.stringify(text);
}
