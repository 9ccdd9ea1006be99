/** What every entry of a vocabulary table says about itself. */
interface TermBase {
  /** The name as servers write it: a JSON key, or a value of `type`. Compact IRIs keep their prefix (`vcard:bday`). */
  readonly name: string;
  /** One or two sentences, in our own words. */
  readonly description: string;
  /** Where the term is specified, or the best description there is. */
  readonly link: string;
  /** The software version (or specification) that brought the term, where it is known. */
  readonly since?: string;
  /** What to use instead, when the term should no longer be written. */
  readonly deprecated?: string;
}

/** A value of `type`. */
export interface ClassTerm extends TermBase {
  readonly kind: "class";
  readonly iri: string;
  /** The classes directly above, empty for a root. */
  readonly extends: readonly string[];
  /** Classes that an instance can't be at the same time. */
  readonly disjointWith?: readonly string[];
}

/** A JSON key of an object, a link or a nested shape. */
export interface PropertyTerm extends TermBase {
  readonly kind: "property";
  readonly iri: string;
  /** The classes and shapes it is made for. Its range holds wherever it stands. */
  readonly domain: readonly string[];
  /** What a value may be: any one of these. */
  readonly range: readonly Range[];
  /** At most one value. */
  readonly functional: boolean;
  /** The key of its natural-language map: values keyed by BCP 47 tags. */
  readonly map?: string;
  /** An array is one ordered list, not several values. */
  readonly list?: boolean;
  /** Bounds of a number, both included. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** A value that must never be published: a key, a password, a token. */
  readonly secret?: boolean;
}

/** A named thing that is neither class nor property, such as the Public collection. */
export interface ValueTerm extends TermBase {
  readonly kind: "value";
  readonly iri: string;
}

/** The shape of an object that is nested in a property and needs no `type`, such as `endpoints`. */
export interface ShapeTerm extends TermBase {
  readonly kind: "shape";
}

export type Term = ClassTerm | PropertyTerm | ValueTerm | ShapeTerm;

/** The datatypes of the tables. `json` is anything; the rest is described in {@link DATATYPES}. */
export type Datatype =
  | "anyURI"
  | "boolean"
  | "date"
  | "dateTime"
  | "duration"
  | "float"
  | "integer"
  | "json"
  | "langString"
  | "languageTag"
  | "linkRelation"
  | "mediaType"
  | "nonNegativeInteger"
  | "publicAlias"
  | "string"
  | "termName"
  | "unit";

/** A datatype, or the name of a class or shape: then an IRI, an embedded object of that class, or a `Link`. */
export type Range = Datatype | (string & {});

/** The terms of one namespace IRI, or of one specification that shares the IRI of another. */
export interface Namespace {
  /** The prefix servers give it by convention. */
  readonly prefix: string;
  readonly iri: string;
  readonly title: string;
  readonly link: string;
  readonly terms: readonly Term[];
}

/**
 * Each datatype in a few words.
 *
 * @example
 * ```ts
 * import { DATATYPES } from "@archive/schema/vocabulary";
 * console.log(DATATYPES.dateTime);
 * ```
 */
export const DATATYPES: Readonly<Record<Datatype, string>> = {
  anyURI: "an absolute IRI",
  boolean: "true or false",
  date: "a day, as YYYY-MM-DD",
  dateTime: "a date and time as in RFC 3339; AS2 lets the seconds be left out",
  duration: "an xsd:duration such as PT5S",
  float: "a number",
  integer: "a whole number",
  json: "any JSON value",
  langString: "text; its language is told by the natural-language map",
  languageTag: "a well-formed BCP 47 language tag",
  linkRelation: "a link relation of RFC 8288 that HTML allows too: no spaces, no commas",
  mediaType: "a media type such as text/html, with parameters or without",
  nonNegativeInteger: "a whole number, zero or more",
  publicAlias: "the name `Public`, short for the Public collection",
  string: "text",
  termName: "the name of a term, a compact IRI or an absolute IRI",
  unit: "cm, feet, inches, km, m, miles, or an absolute IRI",
};

/**
 * Whether a range names a datatype, not a class or shape.
 *
 * @example
 * ```ts
 * import { isDatatype } from "@archive/schema/vocabulary";
 * isDatatype("dateTime"); // true
 * isDatatype("Person"); // false
 * ```
 */
export function isDatatype(range: Range): range is Datatype {
  return Object.hasOwn(DATATYPES, range);
}
