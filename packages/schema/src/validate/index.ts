/**
 * Checking documents against profiles: schemas compiled ahead, and rules. Needs no I/O, compiles nothing at run
 * time, and loads in a few milliseconds.
 */
export { PROFILES } from "../profiles/built-in.js";
export { loadProfile } from "../profiles/load-profile.js";
export { type Demands, OBJECT_KINDS, type ObjectKind, type Profile } from "../profiles/profile.js";
export { profileNamed, type ResolvedProfile, resolveProfile } from "../profiles/resolve.js";
export type { SchemaName } from "../validators/load.js";
export { isExposed } from "./exposure.js";
export { ItemOffsets } from "./item-offsets.js";
export type { Place } from "./place.js";
export { createValidator, type Validator, type ValidatorOptions } from "./validator.js";
