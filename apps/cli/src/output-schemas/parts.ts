import { DIAGNOSTICS } from "@archive/schema";

/** A JSON Schema, or a part of one. */
export type SchemaPart = { readonly [keyword: string]: unknown };

/** A number of things. */
export const COUNT: SchemaPart = { type: "integer", minimum: 0 };
/** A text. */
export const TEXT: SchemaPart = { type: "string" };
/** A text or `null`. */
export const TEXT_OR_NULL: SchemaPart = { type: ["string", "null"] };
/** A number of things, or `null` for what is not there at all. */
export const COUNT_OR_NULL: SchemaPart = { type: ["integer", "null"], minimum: 0 };
/** `true` or `false`. */
export const YES_OR_NO: SchemaPart = { type: "boolean" };

/** An object of exactly these properties; those whose name ends in `?` may be missing. */
export function object(properties: Readonly<Record<string, SchemaPart>>): SchemaPart {
  const names = Object.keys(properties);
  return {
    type: "object",
    required: names.filter((name) => !name.endsWith("?")),
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ""), properties[name]])),
    additionalProperties: false,
  };
}

/** An object of numbers with exactly these keys. */
export function counts(keys: readonly string[], of: SchemaPart = COUNT): SchemaPart {
  return object(Object.fromEntries(keys.map((key) => [key, of])));
}

/** An object of numbers with whatever keys. */
export const ANY_COUNTS: SchemaPart = { type: "object", additionalProperties: COUNT };

/** A list. */
export function list(items: SchemaPart): SchemaPart {
  return { type: "array", items };
}

/** One of these texts. */
export function oneOf(values: readonly (string | null)[]): SchemaPart {
  return { enum: values };
}

/** How severe a finding is. */
export const SEVERITY: SchemaPart = oneOf(["error", "warning", "info"]);
/** Numbers of findings by severity. */
export const SEVERITIES: SchemaPart = counts(["error", "warning", "info"]);
/** A code of the registry. */
export const CODE: SchemaPart = oneOf(Object.keys(DIAGNOSTICS));

/** A finding. */
export const DIAGNOSTIC: SchemaPart = object({
  code: CODE,
  severity: SEVERITY,
  message: TEXT,
  "file?": TEXT,
  "pointer?": { type: "string", pattern: "^(/([^~/]|~[01])*)*$" },
  "offset?": COUNT,
  "id?": TEXT,
  "expected?": TEXT,
  "actual?": TEXT,
  "hint?": TEXT,
  "docs?": { type: "string", pattern: "^https://" },
});

/** All findings of one code. */
export const CODE_REPORT: SchemaPart = object({
  code: CODE,
  severity: SEVERITY,
  count: COUNT,
  items: COUNT,
  samples: list(DIAGNOSTIC),
});
