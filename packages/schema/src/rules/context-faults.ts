import { isJsonObject, type JsonObject } from "../json.js";
import { valuesOf } from "../values/properties.js";

/** A value in a context that no JSON-LD processor takes. */
export interface ContextFault {
  /** The way to it from the context. */
  readonly path: readonly (string | number)[];
  /** What JSON-LD 1.1 API §9.2 calls it. */
  readonly error: string;
  readonly expected: string;
}

/** What one keyword demands of its value. */
interface Demand {
  readonly error: string;
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const isString = (value: unknown): boolean => typeof value === "string";
const isNullOrString = (value: unknown): boolean => value === null || typeof value === "string";
const isDirection = (value: unknown): boolean => value === null || value === "ltr" || value === "rtl";

const demand = (error: string, expected: string, fits: Demand["fits"]): Demand => ({ error, expected, fits });
const flag = (keyword: string): Demand =>
  demand(`invalid ${keyword} value`, "true or false", (value) => typeof value === "boolean");

const TEXT = "a string";
const TEXT_OR_NULL = "a string or null";
const DIRECTION = demand("invalid base direction", '"ltr", "rtl" or null', isDirection);

/** Keywords of a context (JSON-LD 1.1 API §4.1.2, Syntax §9.15). */
const OF_CONTEXTS: ReadonlyMap<string, Demand> = new Map([
  ["@version", demand("invalid @version value", "the number 1.1", (value) => value === 1.1)],
  ["@import", demand("invalid @import value", TEXT, isString)],
  ["@base", demand("invalid base IRI", TEXT_OR_NULL, isNullOrString)],
  ["@vocab", demand("invalid vocab mapping", TEXT_OR_NULL, isNullOrString)],
  ["@language", demand("invalid default language", TEXT_OR_NULL, isNullOrString)],
  ["@direction", DIRECTION],
  ["@propagate", flag("@propagate")],
  ["@protected", flag("@protected")],
]);

const CONTAINERS = new Set<unknown>(["@graph", "@id", "@index", "@language", "@list", "@set", "@type"]);

function isContainer(value: unknown): boolean {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || new Set(list).size < list.length) return false;
  if (!list.every((each) => CONTAINERS.has(each))) return false;
  const kinds = list.filter((each) => each !== "@set");
  if (kinds.includes("@list")) return list.length === 1;
  return kinds.length < 2 || (kinds.length === 2 && kinds.includes("@graph") && hasKeys(kinds));
}

const hasKeys = (kinds: readonly unknown[]): boolean => kinds.includes("@id") || kinds.includes("@index");

/** Every keyword; none can be a term. */
const KEYWORDS = new Set<unknown>([
  ...OF_CONTEXTS.keys(),
  ...CONTAINERS,
  "@container",
  "@context",
  "@included",
  "@json",
  "@nest",
  "@none",
  "@prefix",
  "@reverse",
  "@value",
]);

/** Whether a key or value is a keyword of JSON-LD. */
export function isKeyword(text: unknown): boolean {
  return KEYWORDS.has(text);
}

/** What looks like a keyword and is none is passed over, for versions to come. */
const LIKE_KEYWORD = /^@[A-Za-z]+$/;
const TYPES = new Set<unknown>(["@id", "@json", "@none", "@vocab"]);
/** A keyword, or a blank node. */
const NO_TYPE = /^(?:@|_:)/;

/** Keywords of an expanded term definition (JSON-LD 1.1 API §4.2.2, Syntax §9.15.1). */
const OF_DEFINITIONS: ReadonlyMap<string, Demand> = new Map([
  ["@id", demand("invalid IRI mapping", TEXT_OR_NULL, isNullOrString)],
  ["@reverse", demand("invalid IRI mapping", TEXT, isString)],
  [
    "@type",
    demand("invalid type mapping", 'an IRI, "@id", "@json", "@none" or "@vocab"', (value) => {
      return typeof value === "string" && (TYPES.has(value) || !NO_TYPE.test(value));
    }),
  ],
  ["@container", demand("invalid container mapping", 'such as "@list", "@set" or "@language"', isContainer)],
  ["@language", demand("invalid language mapping", TEXT_OR_NULL, isNullOrString)],
  ["@direction", DIRECTION],
  ["@index", demand("invalid term definition", TEXT, isString)],
  [
    "@nest",
    demand("invalid @nest value", TEXT, (value) => {
      return isString(value) && (value === "@nest" || !isKeyword(value));
    }),
  ],
  ["@prefix", flag("@prefix")],
  ["@protected", flag("@protected")],
]);

/** Contexts inside one another: more than anybody writes. */
const DEEPEST = 16;

const NONE: readonly ContextFault[] = [];

/**
 * What is wrong with an inline context by itself: keywords whose values are of another type, and definitions of terms
 * that are none. No context is loaded, so what only several together show (a term without an IRI, cycles, terms that
 * are protected) is not looked for. What is neither text, object, `null` nor a list of them is left to the schemas.
 */
export function contextFaults(context: unknown): readonly ContextFault[] {
  if (typeof context === "string") return NONE;
  const found: ContextFault[] = [];
  if (Array.isArray(context)) {
    let index = 0;
    for (const each of context) {
      if (isJsonObject(each)) inContext(each, [index], found);
      index += 1;
    }
  } else if (isJsonObject(context)) inContext(context, [], found);
  return found;
}

type Way = ContextFault["path"];

function inContext(context: JsonObject, way: Way, found: ContextFault[]): void {
  for (const term in context) {
    const value = context[term];
    const demanded = OF_CONTEXTS.get(term);
    if (demanded === undefined) inDefinition(term, value, way, found);
    else if (!demanded.fits(value)) found.push({ path: [...way, term], ...named(demanded) });
  }
}

function inDefinition(term: string, value: unknown, way: Way, found: ContextFault[]): void {
  const tell = (error: string, expected: string, ...below: readonly string[]): void => {
    found.push({ path: [...way, term, ...below], error, expected });
  };
  if (LIKE_KEYWORD.test(term) && !isKeyword(term)) return;
  if (term === "") tell("invalid term definition", "a term that is not empty");
  else if (isKeyword(term) && !(term === "@type" && isTypeDefinition(value))) {
    tell("keyword redefinition", "no keyword as a term");
  } else if (isJsonObject(value)) inExpanded(term, value, way, found);
  else if (value === "@context") tell("invalid keyword alias", "another name for it, or none");
  else if (!isNullOrString(value)) tell("invalid term definition", "a string, an object or null");
}

/** All that may be said of `@type` itself: that it is a list, that this is protected. */
function isTypeDefinition(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { "@container": container, "@protected": isProtected, ...others } = value;
  if (Object.keys(others).length > 0) return false;
  return container === "@set" || (container === undefined && isProtected !== undefined);
}

function inExpanded(term: string, definition: JsonObject, way: Way, found: ContextFault[]): void {
  for (const key in definition) {
    const value = definition[key];
    const path = [...way, term, key];
    if (key === "@context") inScoped(value, path, found);
    else {
      const demanded = OF_DEFINITIONS.get(key);
      if (demanded === undefined) {
        found.push({ path, error: "invalid term definition", expected: "only keywords that define a term" });
      } else if (!demanded.fits(value)) found.push({ path, ...named(demanded) });
      else if (key === "@id" && value === "@context") {
        found.push({ path, error: "invalid keyword alias", expected: "another name for it, or none" });
      }
    }
  }
  const { "@reverse": reverse, "@id": id, "@nest": nest, "@index": index } = definition;
  const here = [...way, term];
  if (reverse !== undefined && (id !== undefined || nest !== undefined)) {
    const expected = "no @id or @nest beside @reverse";
    found.push({ path: here, error: "invalid reverse property", expected });
  }
  if (index !== undefined && !valuesOf(definition["@container"]).includes("@index")) {
    found.push({
      path: here,
      error: "invalid term definition",
      expected: "a @container of @index beside @index",
    });
  }
}

/** A context that holds below one term. Documents nest less deep than contexts that are made to. */
function inScoped(context: unknown, path: Way, found: ContextFault[]): void {
  if (path.length > DEEPEST) return;
  const inside: ContextFault[] = [];
  const list: readonly unknown[] = Array.isArray(context) ? context : [context];
  for (const [index, each] of list.entries()) {
    const at = Array.isArray(context) ? [...path, index] : path;
    if (isJsonObject(each)) inContext(each, at, inside);
    else if (!isNullOrString(each)) {
      inside.push({ path: at, error: "invalid local context", expected: "a string, an object or null" });
    }
  }
  for (const fault of inside) found.push({ ...fault, error: `invalid scoped context: ${fault.error}` });
}

function named({ error, expected }: Demand): Pick<ContextFault, "error" | "expected"> {
  return { error, expected };
}
