import { isJsonObject } from "@archive/schema";
import { FORMAT, type IndexFacts, type MadeOf, type TermFile } from "./format.js";

/** Whether a value that was read back is what an index of this version is made of. A folder may hold anything. */
export function isMadeOf(value: unknown): value is MadeOf {
  return (
    isJsonObject(value) &&
    typeof value.version === "string" &&
    isCount(value.posts) &&
    [value.pieces, value.tags, value.mentions].every((list) => isListOf(list, isTextAndCount))
  );
}

/** Whether it is what is known of a whole index. */
export function isIndexFacts(value: unknown): value is IndexFacts {
  return (
    isJsonObject(value) &&
    value.format === FORMAT &&
    isCount(value.posts) &&
    isListOf(value.years, isTextAndCount) &&
    [value.languages, value.terms, value.tags, value.mentions].every(isTexts) &&
    typeof value.blocks === "string"
  );
}

/** Whether it is a file of terms. */
export function isTermFile(value: unknown): value is TermFile {
  return isJsonObject(value) && typeof value.terms === "string" && typeof value.posts === "string";
}

/** Whether it is a list of texts. */
export function isTexts(value: unknown): value is readonly string[] {
  return isListOf(value, (each): each is string => typeof each === "string");
}

/** Whether it is a list of nothing but such values. */
export function isListOf<T>(value: unknown, is: (each: unknown) => each is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isTextAndCount(value: unknown): value is readonly [string, number] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "string" && isCount(value[1]);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
