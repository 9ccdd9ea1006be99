/**
 * The vocabulary of the fediverse as data: every class and property the toolkit knows, by namespace, and
 * look-ups over them. Plain JSON values; JSON Schemas, types and reference pages are generated from them.
 */
export type * as AS2 from "../generated/types.js";
export { type Example, examplesOf } from "./examples.js";
export {
  allClasses,
  allPropertyNames,
  allShapes,
  classNamed,
  isSubclassOf,
  lineageOf,
  propertiesNamed,
  propertiesOf,
  propertyNamed,
  propertyOfMap,
  shapeNamed,
  subclassesOf,
} from "./lookup.js";
export { isOfType, manyOf } from "./narrowing.js";
export { NAMESPACES } from "./tables.js";
export {
  type ClassTerm,
  DATATYPES,
  type Datatype,
  isDatatype,
  type Namespace,
  type PropertyTerm,
  type Range,
  type ShapeTerm,
  type Term,
  type ValueTerm,
} from "./term.js";
