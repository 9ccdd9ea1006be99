import { NAMESPACES } from "./tables.js";
import type { ClassTerm, PropertyTerm, ShapeTerm, Term } from "./term.js";

const TERMS: readonly Term[] = NAMESPACES.flatMap((namespace) => namespace.terms);
const CLASSES = new Map<string, ClassTerm>();
const PROPERTIES = new Map<string, PropertyTerm[]>();
const SHAPES = new Map<string, ShapeTerm>();
for (const term of TERMS) {
  if (term.kind === "class" && !CLASSES.has(term.name)) CLASSES.set(term.name, term);
  if (term.kind === "shape") SHAPES.set(term.name, term);
  if (term.kind === "property") PROPERTIES.set(term.name, [...(PROPERTIES.get(term.name) ?? []), term]);
}
const MAPS = new Map<string, PropertyTerm>();
for (const terms of PROPERTIES.values()) {
  for (const term of terms) if (term.map !== undefined) MAPS.set(term.map, term);
}

/** Every class of every namespace, in the order of the tables. */
export function allClasses(): readonly ClassTerm[] {
  return [...CLASSES.values()];
}

/** Every nested shape. */
export function allShapes(): readonly ShapeTerm[] {
  return [...SHAPES.values()];
}

/** The JSON keys of all properties, in the order of the tables, without the keys of natural-language maps. */
export function allPropertyNames(): readonly string[] {
  return [...PROPERTIES.keys()];
}

/**
 * The class of a name as it stands in `type`.
 *
 * @example
 * ```ts
 * import { classNamed } from "@archive/schema/vocabulary";
 * classNamed("Note")?.extends; // ["Object"]
 * ```
 */
export function classNamed(name: string): ClassTerm | undefined {
  return CLASSES.get(name);
}

/** The shape of a name. */
export function shapeNamed(name: string): ShapeTerm | undefined {
  return SHAPES.get(name);
}

/** The property of a JSON key; where several namespaces use the key, that of the most general one. */
export function propertyNamed(name: string): PropertyTerm | undefined {
  return PROPERTIES.get(name)?.[0];
}

/** All properties written with a JSON key: several namespaces may use the same. */
export function propertiesNamed(name: string): readonly PropertyTerm[] {
  return PROPERTIES.get(name) ?? [];
}

/** The property whose natural-language map has this key: `content` for `contentMap`. */
export function propertyOfMap(key: string): PropertyTerm | undefined {
  return MAPS.get(key);
}

/** Whether a class is the other or below it. Unknown names are below nothing. */
export function isSubclassOf(name: string, above: string): boolean {
  if (name === above) return CLASSES.has(name);
  return CLASSES.get(name)?.extends.some((parent) => isSubclassOf(parent, above)) ?? false;
}

/** The class itself and every class below it, in the order of the tables; empty for an unknown name. */
export function subclassesOf(name: string): readonly ClassTerm[] {
  return allClasses().filter((term) => isSubclassOf(term.name, name));
}

/** The class itself and every class above it, nearest first; a shape has itself only. */
export function lineageOf(name: string): readonly string[] {
  if (SHAPES.has(name)) return [name];
  const lineage: string[] = [];
  let level: readonly string[] = [name];
  while (level.length > 0) {
    for (const each of level) if (CLASSES.has(each) && !lineage.includes(each)) lineage.push(each);
    level = level.flatMap((each) => CLASSES.get(each)?.extends ?? []);
  }
  return lineage;
}

/**
 * The properties made for a class or shape, inherited ones included, in the order of the tables. Of several
 * with one JSON key only those whose domain fits are given.
 */
export function propertiesOf(name: string): readonly PropertyTerm[] {
  const lineage = new Set(lineageOf(name));
  return [...PROPERTIES.values()].flat().filter((term) => term.domain.some((domain) => lineage.has(domain)));
}
