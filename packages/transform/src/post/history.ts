import { isJsonObject, type JsonObject, timestampOf, valuesOf } from "@archive/schema";
import type { Redact } from "../content/withheld.js";
import type { Revision } from "./post.js";
import { readText } from "./post-text.js";

/** More than anybody edits a post, and few enough to be kept. */
const MOST_REVISIONS = 1000;

/**
 * The earlier versions that a document carries itself, oldest first.
 * Source: litepub `formerRepresentations`, as Pleroma and Akkoma write it.
 */
export function toHistory(object: JsonObject, redact: Redact): readonly Revision[] {
  const { formerRepresentations: former } = object;
  const items = isJsonObject(former) ? (former.orderedItems ?? former.items) : former;
  const revisions = valuesOf(items)
    .filter(isJsonObject)
    .slice(0, MOST_REVISIONS)
    .map((version) => toRevision(version, redact));
  return sortRevisions(revisions);
}

/** One version of a post. */
export function toRevision(version: JsonObject, redact: Redact): Revision {
  const { title, content, contentWarning } = readText(version, redact);
  const updated = timestampOf(version.updated) ?? timestampOf(version.published);
  return { updated: updated?.iso ?? null, title, content, contentWarning };
}

/** Oldest first, undated ones at the beginning, each version once; the same whatever their order was. */
export function sortRevisions(revisions: readonly Revision[]): readonly Revision[] {
  const known = new Map(revisions.map((each) => [JSON.stringify(each), each]));
  const keyed = [...known].map(([json, each]) => ({ time: each.updated ?? "", json, each }));
  keyed.sort((a, b) => (a.time === b.time ? (a.json < b.json ? -1 : 1) : a.time < b.time ? -1 : 1));
  return keyed.map(({ each }) => each);
}

/** Whether two versions say the same. */
export function sameVersion(a: Omit<Revision, "updated">, b: Omit<Revision, "updated">): boolean {
  return (
    a.title === b.title &&
    a.contentWarning === b.contentWarning &&
    JSON.stringify(a.content) === JSON.stringify(b.content)
  );
}
