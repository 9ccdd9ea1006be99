import type { Datatype } from "../../vocabulary/term.js";

/** By key: its range, joined by `|`, and where it is specified. */
export declare const FACTS: ReadonlyMap<string, readonly [range: string, link: string]>;
/** Each datatype in a few words. */
export declare const FORMS: Readonly<Record<Datatype, string>>;
