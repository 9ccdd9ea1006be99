import type { DiagnosticCode } from "../diagnostic/registry.js";
import type { Severity } from "../diagnostic/severity.js";
import type { SchemaName } from "../validators/load.js";

/**
 * What a document is in its archive. `item`: an element of an outbox or of another list; `outbox` and
 * `collection`: what stands around the elements; `document`: a document that is no part of an archive.
 */
export type ObjectKind = "item" | "actor" | "outbox" | "collection" | "document";

/**
 * The kinds, in the order of documentation.
 *
 * @example
 * ```ts
 * import { OBJECT_KINDS } from "@archive/schema/validate";
 * OBJECT_KINDS.includes("actor"); // true
 * ```
 */
export const OBJECT_KINDS: readonly ObjectKind[] = ["item", "actor", "outbox", "collection", "document"];

/** What a profile, or one era of it, demands. */
export interface Demands {
  /** The schema for each kind of object; `null`: none. */
  readonly schemas?: Readonly<Partial<Record<ObjectKind, SchemaName | null>>>;
  /** Severities where they differ from the registry's. `off`: not looked for, or not reported. */
  readonly rules?: Readonly<Partial<Record<DiagnosticCode, Severity | "off">>>;
  /**
   * Keys that have to be there and not null, by type; `*` is every type. They are looked for in a document, in
   * the `object` of an activity, and in the attachments and tags of both; not in what else these hold. What is
   * demanded of a type there instead stands under `attachment/` or `tag/` and its name.
   */
  readonly required?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What is demanded in one setting. Plain JSON: users write their own in a file, most often a few `rules` on top
 * of a built-in one. `schemas/profile.schema.json` describes it.
 */
export interface Profile extends Demands {
  readonly name: string;
  readonly title?: string;
  /** The profile it is built on. What stands here is added to it, key by key, and wins. */
  readonly extends?: string;
  /** What holds in addition for one era of the exporter, by the era's name. */
  readonly eras?: Readonly<Record<string, Demands>>;
}
