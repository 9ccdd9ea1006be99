import {
  type DiagnosticCode,
  isJsonObject,
  type JsonObject,
  languageTag,
  timestampOf,
} from "@archive/schema";
import { repaired } from "../post/language.js";
import { type JsonStep, placeOf } from "./json-places.js";

/** A value of a document that is to be written otherwise. */
export interface ItemEdit {
  /** What was wrong with it. */
  readonly code: DiagnosticCode;
  readonly path: readonly JsonStep[];
  readonly value: unknown;
}

/** Which documents an edit is looked for in. */
export type RepairedKind = "item" | "actor";

const DATES: readonly string[] = ["published", "updated", "startTime", "endTime", "closed"];
const MAPS: readonly string[] = ["contentMap", "summaryMap", "nameMap"];
const LISTS: readonly string[] = [
  "to",
  "cc",
  "bto",
  "bcc",
  "audience",
  "tag",
  "attachment",
  "oneOf",
  "anyOf",
];
/** RFC 3339, as AS2 Core §2.3 has it: the seconds may be left out. */
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What of an activity, a post or a profile can be put right without knowing more than it says. */
export function editsOf(document: JsonObject, kind: RepairedKind): readonly ItemEdit[] {
  const edits: ItemEdit[] = [];
  inDocument(document, [], kind, edits);
  if (kind === "item" && isJsonObject(document.object)) inDocument(document.object, ["object"], kind, edits);
  return edits;
}

function inDocument(
  document: JsonObject,
  at: readonly JsonStep[],
  kind: RepairedKind,
  edits: ItemEdit[],
): void {
  for (const key of DATES) {
    const code = dateFault(document[key], kind);
    const iso = timestampOf(document[key])?.iso;
    if (code !== null && iso !== undefined) edits.push({ code, path: [...at, key], value: iso });
  }
  for (const key of MAPS) {
    const map = document[key];
    const mended = isJsonObject(map) ? withTags(map) : null;
    if (mended !== null) edits.push({ code: "text/invalid-language", path: [...at, key], value: mended });
  }
  for (const key of LISTS) withoutNulls(document[key], [...at, key], edits);
  const { replies } = document;
  if (isJsonObject(replies)) {
    withoutNulls(replies.items, [...at, "replies", "items"], edits);
    if (isJsonObject(replies.first))
      withoutNulls(replies.first.items, [...at, "replies", "first", "items"], edits);
  }
  if (Array.isArray(document.attachment) && !document.attachment.includes(null)) {
    for (const [index, each] of document.attachment.entries()) {
      const url = isJsonObject(each) ? serverPath(each.url) : null;
      if (url !== null) {
        const path = [...at, "attachment", index, "url"];
        edits.push({ code: "entry/absolute-path", path, value: url });
      }
    }
  }
}

function dateFault(value: unknown, kind: RepairedKind): DiagnosticCode | null {
  if (typeof value !== "string" || RFC3339.test(value)) return null;
  // Mastodon gives an actor's day of joining without a time, on purpose.
  if (kind === "actor" && DAY.test(value)) return null;
  return timestampOf(value)?.assumedUtc === true ? "post/date-without-zone" : "date/not-rfc3339";
}

/** The map with canonical language tags for keys, in its order; `null` where nothing is to be changed. */
function withTags(map: JsonObject): JsonObject | null {
  let changed = false;
  const keys = new Set(Object.keys(map));
  const mended: { [key: string]: unknown } = {};
  for (const key of keys) {
    const tag = repaired(languageTag(key));
    const rename = tag !== null && tag !== key && !keys.has(tag) && !Object.hasOwn(mended, tag);
    changed ||= rename;
    mended[rename ? tag : key] = map[key];
  }
  return changed ? mended : null;
}

function withoutNulls(value: unknown, path: readonly JsonStep[], edits: ItemEdit[]): void {
  if (!Array.isArray(value) || !value.includes(null)) return;
  edits.push({ code: "as2/null-in-list", path, value: value.filter((each) => each !== null) });
}

/** `/media_attachments/…` for a path on the server's disk, such as exports up to Mastodon 4.1 name. */
function serverPath(url: unknown): string | null {
  if (typeof url !== "string" || !url.startsWith("/") || url.startsWith("//")) return null;
  const at = url.indexOf("/media_attachments/");
  return at > 0 ? url.slice(at) : null;
}

/** The text with the edits made; everything else in it stays as it is, to the letter. */
export function withEdits(json: string, edits: readonly ItemEdit[]): string {
  const places = edits.flatMap(({ path, value }) => {
    const place = placeOf(json, path);
    return place === null ? [] : [{ place, value }];
  });
  places.sort((a, b) => b.place[0] - a.place[0]);
  let text = json;
  for (const { place, value } of places)
    text = text.slice(0, place[0]) + JSON.stringify(value) + text.slice(place[1]);
  return text;
}

/** A place in a document as RFC 6901 has it. */
export function pointerTo(base: string, path: readonly JsonStep[]): string {
  return base + path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
