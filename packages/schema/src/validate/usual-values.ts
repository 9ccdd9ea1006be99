import { isJsonObject, type JsonObject } from "../json.js";
import { CONTROL } from "../rules/control-characters.js";
import { USUAL_DATE } from "../rules/dates.js";
import { isBlurhash } from "../rules/media.js";
import { isWebAddress } from "./usual-addresses.js";

/** Whether the value of a key has its usual form. `node` is the object that has the key. */
export type UsualForm = (value: unknown, node: JsonObject) => boolean;

const AS2 = "https://www.w3.org/ns/activitystreams";
const PATH = /^[\w.~/%+@-]+$/;
const LANGUAGE = /^[a-z]{2,3}$/;
const MEDIA_TYPE = /^(?:image|video|audio)\/[a-z0-9.+-]+$/;

export const isIri: UsualForm = isWebAddress;

/** A file of the archive: it has no scheme, and does not belong to a page. */
export const isFile: UsualForm = (value, node) =>
  typeof value === "string" &&
  PATH.test(value) &&
  node.attributedTo === undefined &&
  node.inbox === undefined;

export const isString: UsualForm = (value) => typeof value === "string";

export const isNothing: UsualForm = (value) => Array.isArray(value) && value.length === 0;

export const isText: UsualForm = (value) => typeof value === "string" && !CONTROL.test(value);

export const isName: UsualForm = (value) =>
  typeof value === "string" && !value.includes("<") && !CONTROL.test(value);

export const isBoolean: UsualForm = (value) => typeof value === "boolean";

export const isCount: UsualForm = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

export const isDate: UsualForm = (value) => typeof value === "string" && USUAL_DATE.test(value);

/** The date of a change: in UTC, and as exact as that of the publication before it, for then texts compare. */
export const isUpdate: UsualForm = (value, { published }) => {
  if (typeof value !== "string" || !USUAL_DATE.test(value)) return false;
  if (published === undefined || published === null) return true;
  if (typeof published !== "string" || published.length !== value.length) return false;
  return published.endsWith("Z") && value.endsWith("Z") && published <= value;
};

export const isMediaType: UsualForm = (value, { type }) => {
  if (typeof value !== "string" || !MEDIA_TYPE.test(value)) return false;
  return type === "Document" || (typeof type === "string" && value.startsWith(`${type.toLowerCase()}/`));
};

export const isHash: UsualForm = (value) => typeof value === "string" && isBlurhash(value);

export const isFocus: UsualForm = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === "number" && each >= -1 && each <= 1);

export const isContext: UsualForm = (value) =>
  value === AS2 ||
  (Array.isArray(value) &&
    value[0] === AS2 &&
    value.every((each) => typeof each === "string" || isJsonObject(each)));

/** Texts by language, one of which stands beside the map as well. */
export function mapOf(property: string): UsualForm {
  return (map, node) => {
    if (!isJsonObject(map)) return false;
    const plain = node[property];
    let same = plain === undefined || plain === null;
    for (const key in map) {
      const text = map[key];
      if (typeof text !== "string" || !LANGUAGE.test(key)) return false;
      if (text === plain) same = true;
      else if (CONTROL.test(text)) return false;
    }
    return same;
  };
}
