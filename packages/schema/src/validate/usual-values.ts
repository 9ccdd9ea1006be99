import { isJsonObject } from "../json.js";
import { contextFaults } from "../rules/context-faults.js";
import { CONTROL } from "../rules/control-characters.js";
import { USUAL_DATE } from "../rules/dates.js";
import { isBlurhash } from "../rules/media.js";
import type { Form } from "./usual-node.js";

/** A form whose last value is known without a look, for what is the same again and again. */
export function repeated(form: (value: unknown) => boolean): Form {
  let last: unknown;
  return (value) => {
    if (typeof value === "string" && value === last) return true;
    if (!form(value)) return false;
    last = value;
    return true;
  };
}

const AS2 = "https://www.w3.org/ns/activitystreams";
const NO_NAME = new RegExp(`<|${CONTROL.source}`);
const PATH = /^[\w.~/%+@-]+$/;
const LANGUAGE = /^[a-z]{2,3}$/;
const MEDIA_TYPE = /^(?:image|video|audio)\/[a-z0-9.+-]+$/;

/** A file of the archive: it has no scheme, and does not belong to a page. */
export const isFile: Form = (value, node) =>
  typeof value === "string" &&
  PATH.test(value) &&
  node.attributedTo === undefined &&
  node.inbox === undefined;

export const isString: Form = (value) => typeof value === "string";

export const isEmpty: Form = (value) => Array.isArray(value) && value.length === 0;

export const isText: Form = (value) => typeof value === "string" && !CONTROL.test(value);

/** The id once more, which is looked at where it stands as one, or a text. */
export const isIdOrText: Form = (value, node, own) => value === node.id || isText(value, node, own);

export const isName: Form = (value) => typeof value === "string" && !NO_NAME.test(value);

export const isBoolean: Form = (value) => typeof value === "boolean";

export const isCount: Form = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** An item says the same date of itself, of its post and of its signature. */
export const isDate: Form = repeated((value) => typeof value === "string" && USUAL_DATE.test(value));

/** The date of a change: in UTC, and as exact as that of the publication before it, for then texts compare. */
export const isUpdate: Form = (value, { published }) => {
  if (typeof value !== "string" || !USUAL_DATE.test(value)) return false;
  if (published === undefined || published === null) return true;
  if (typeof published !== "string" || published.length !== value.length) return false;
  return published.endsWith("Z") && value.endsWith("Z") && published <= value;
};

export const isMediaType: Form = (value, { type }) => {
  if (typeof value !== "string" || !MEDIA_TYPE.test(value)) return false;
  return type === "Document" || (typeof type === "string" && value.startsWith(`${type.toLowerCase()}/`));
};

export const isHash: Form = (value) => typeof value === "string" && isBlurhash(value);

export const isFocus: Form = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === "number" && each >= -1 && each <= 1);

export const isContext: Form = (value) =>
  value === AS2 ||
  (Array.isArray(value) &&
    value[0] === AS2 &&
    value.every((each) => typeof each === "string" || isJsonObject(each)) &&
    contextFaults(value).length === 0);

/** Texts by language, one of which stands beside the map as well. */
export function mapOf(property: string): Form {
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
