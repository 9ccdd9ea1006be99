import type { JsonObject } from "../json.js";

/** An object inside an item, with the way to it. */
export interface Node {
  readonly value: JsonObject;
  /** The object around it; `null` for the item itself. */
  readonly parent: Node | null;
  /** The property of `parent` that holds it; empty for the item itself. */
  readonly property: string;
  /** Its place where the property holds an array, else -1. */
  readonly index: number;
}

/** The RFC 6901 pointer to a node, or to something in it. Made only for findings: most nodes never need one. */
export function pointerTo(node: Node, ...below: readonly (string | number)[]): string {
  let pointer = below.map((key) => `/${escaped(String(key))}`).join("");
  for (let at: Node | null = node; at !== null && at.parent !== null; at = at.parent) {
    pointer = `/${escaped(at.property)}${at.index < 0 ? "" : `/${at.index}`}${pointer}`;
  }
  return pointer;
}

/** The id of the nearest object at or around a node that has one. */
export function nearestId(node: Node): string | null {
  for (let at: Node | null = node; at !== null; at = at.parent) {
    const { id } = at.value;
    if (typeof id === "string" && id !== "") return id;
  }
  return null;
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
