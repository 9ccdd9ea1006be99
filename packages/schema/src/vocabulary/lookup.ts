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

/**
 * Every class of every namespace, in the order of the tables.
 *
 * @example
 * ```ts
 * import { allClasses } from "@archive/schema/vocabulary";
 * allClasses().some(({ name }) => name === "Question"); // true
 * ```
 */
export function allClasses(): readonly ClassTerm[] {
  return [...CLASSES.values()];
}

/**
 * Every nested shape.
 *
 * @example
 * ```ts
 * import { allShapes } from "@archive/schema/vocabulary";
 * for (const { name, description } of allShapes()) console.log(name, description);
 * ```
 */
export function allShapes(): readonly ShapeTerm[] {
  return [...SHAPES.values()];
}

/**
 * The JSON keys of all properties, in the order of the tables, without the keys of natural-language maps.
 *
 * @example
 * ```ts
 * import { allPropertyNames } from "@archive/schema/vocabulary";
 * allPropertyNames().includes("inReplyTo"); // true
 * ```
 */
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

/**
 * The shape of a name.
 *
 * @example
 * ```ts
 * import { allShapes, shapeNamed } from "@archive/schema/vocabulary";
 * const name = allShapes()[0]?.name ?? "";
 * shapeNamed(name)?.name === name; // true
 * ```
 */
export function shapeNamed(name: string): ShapeTerm | undefined {
  return SHAPES.get(name);
}

/**
 * The property of a JSON key; where several namespaces use the key, that of the most general one.
 *
 * @example
 * ```ts
 * import { propertyNamed } from "@archive/schema/vocabulary";
 * propertyNamed("published")?.range; // ["dateTime"]
 * ```
 */
export function propertyNamed(name: string): PropertyTerm | undefined {
  return PROPERTIES.get(name)?.[0];
}

/**
 * All properties written with a JSON key: several namespaces may use the same.
 *
 * @example
 * ```ts
 * import { propertiesNamed } from "@archive/schema/vocabulary";
 * propertiesNamed("content").length; // 1
 * ```
 */
export function propertiesNamed(name: string): readonly PropertyTerm[] {
  return PROPERTIES.get(name) ?? [];
}

/**
 * The property whose natural-language map has this key: `content` for `contentMap`.
 *
 * @example
 * ```ts
 * import { propertyOfMap } from "@archive/schema/vocabulary";
 * propertyOfMap("contentMap")?.name; // "content"
 * ```
 */
export function propertyOfMap(key: string): PropertyTerm | undefined {
  return MAPS.get(key);
}

/**
 * Whether a class is the other or below it. Unknown names are below nothing.
 *
 * @example
 * ```ts
 * import { isSubclassOf } from "@archive/schema/vocabulary";
 * isSubclassOf("Invite", "Activity"); // true
 * isSubclassOf("Note", "Activity"); // false
 * ```
 */
export function isSubclassOf(name: string, above: string): boolean {
  if (name === above) return CLASSES.has(name);
  return CLASSES.get(name)?.extends.some((parent) => isSubclassOf(parent, above)) ?? false;
}

/**
 * The class itself and every class below it, in the order of the tables; empty for an unknown name.
 *
 * @example
 * ```ts
 * import { subclassesOf } from "@archive/schema/vocabulary";
 * subclassesOf("Document").map(({ name }) => name); // ["Audio", "Document", "Image", "Page", "Video"]
 * ```
 */
export function subclassesOf(name: string): readonly ClassTerm[] {
  return allClasses().filter((term) => isSubclassOf(term.name, name));
}

/**
 * The class itself and every class above it, nearest first; a shape has itself only.
 *
 * @example
 * ```ts
 * import { lineageOf } from "@archive/schema/vocabulary";
 * lineageOf("Invite"); // ["Invite", "Offer", "Activity", "Object"]
 * ```
 */
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
 *
 * @example
 * ```ts
 * import { propertiesOf } from "@archive/schema/vocabulary";
 * propertiesOf("Question").some(({ name }) => name === "oneOf"); // true
 * ```
 */
export function propertiesOf(name: string): readonly PropertyTerm[] {
  const lineage = new Set(lineageOf(name));
  return [...PROPERTIES.values()].flat().filter((term) => term.domain.some((domain) => lineage.has(domain)));
}
