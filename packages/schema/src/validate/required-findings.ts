import { isJsonObject, type JsonObject } from "../json.js";
import type { Path } from "./path.js";
import type { Finding } from "./schema-findings.js";

/** The keys that a profile demands, by type. */
export type Required = ReadonlyMap<string, readonly string[]>;

// Items have them by the hundred thousand and hardly ever lack one: no path is made before something is missing.
interface Search {
  readonly required: Required;
  readonly found: Finding[];
}

/** The keys that a profile demands, and that a document or what is looked at in it does not have. */
export function requiredFindings(document: JsonObject, required: Required): readonly Finding[] {
  if (required.size === 0) return [];
  const search: Search = { required, found: [] };
  look(document, search, []);
  const { object } = document;
  if (isJsonObject(object)) look(object, search, ["object"]);
  else if (Array.isArray(object)) {
    object.forEach((each: unknown, index) => {
      if (isJsonObject(each)) look(each, search, ["object", String(index)]);
    });
  }
  return search.found;
}

function look(object: JsonObject, search: Search, path: Path): void {
  demand(object, search, path, "", -1);
  lookIn(object.attachment, search, path, "attachment");
  lookIn(object.tag, search, path, "tag");
}

function lookIn(held: unknown, search: Search, path: Path, key: string): void {
  if (isJsonObject(held)) demand(held, search, path, key, -1);
  else if (Array.isArray(held)) {
    for (let index = 0; index < held.length; index += 1) {
      const value: unknown = held[index];
      if (isJsonObject(value)) demand(value, search, path, key, index);
    }
  }
}

function demand(object: JsonObject, search: Search, path: Path, key: string, index: number): void {
  const { type } = object;
  const check = (name: unknown): void => {
    if (typeof name !== "string") return;
    for (const demanded of demandedOf(search.required, key, name)) {
      if (object[demanded] !== undefined && object[demanded] !== null) continue;
      const whose = name === "*" ? "every object" : `every ${name}`;
      search.found.push({
        code: "profile/missing-property",
        path: [...path, ...(key === "" ? [] : [key]), ...(index < 0 ? [] : [String(index)]), demanded],
        expected: `${demanded}, as ${whose} has it`,
      });
    }
  };
  check("*");
  if (Array.isArray(type)) type.forEach(check);
  else check(type);
}

const NOTHING: readonly string[] = [];

/** A type among the attachments or the tags may have demands of its own there. */
function demandedOf(required: Required, key: string, name: string): readonly string[] {
  const there = key === "" ? undefined : required.get(`${key}/${name}`);
  return there ?? required.get(name) ?? NOTHING;
}
