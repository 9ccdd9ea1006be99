import type { JsonObject } from "@archive/schema";

const PROTO = "__proto__";

type Nested = JsonObject | readonly unknown[];

function isNested(value: unknown): value is Nested {
  return typeof value === "object" && value !== null;
}

function isList(value: Nested): value is readonly unknown[] {
  return Array.isArray(value);
}

/**
 * Whether a parsed value is nested deeper than so many levels or, where that is not wanted, has a key called
 * `__proto__` at any depth.
 *
 * Neither `Object.values` nor iterators: this runs for every item, and must not allocate.
 */
export function isUnsound(value: Nested, levels: number, protoKeys: boolean): boolean {
  if (levels === 0) return true;
  if (isList(value)) {
    for (let i = 0; i < value.length; i += 1) {
      const each = value[i];
      if (isNested(each) && isUnsound(each, levels - 1, protoKeys)) return true;
    }
    return false;
  }
  for (const key in value) {
    if (protoKeys && key === PROTO) return true;
    const each = value[key];
    if (isNested(each) && isUnsound(each, levels - 1, protoKeys)) return true;
  }
  return false;
}
