import { isJsonObject } from "../json.js";

/** The keys and indices from a document's root to a value in it. */
export type Path = readonly string[];

/** The path that an RFC 6901 pointer writes. */
export function pathOf(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A path as an RFC 6901 pointer. */
export function pointerOf(path: Path): string {
  return path.map((segment) => `/${segment.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The values along a path, the root first; `undefined` from where the path leads on to nothing. */
export function valuesAlong(root: unknown, path: Path): readonly unknown[] {
  const values = [root];
  for (const segment of path) {
    const parent = values.at(-1);
    values.push(childOf(parent, segment));
  }
  return values;
}

function childOf(parent: unknown, segment: string): unknown {
  if (Array.isArray(parent)) return parent[Number(segment)];
  return isJsonObject(parent) && Object.hasOwn(parent, segment) ? parent[segment] : undefined;
}
