import { hasType, isJsonObject, type JsonObject, naturalText, timestampOf, valuesOf } from "@archive/schema";
import { whole } from "./counts.js";
import type { Poll } from "./post.js";

/** Whether an object is a poll: a `Question`, or anything with options (AS2 Vocabulary, `oneOf` and `anyOf`). */
export function isPoll(object: JsonObject): boolean {
  return (
    hasType(object, "Question") || valuesOf(object.oneOf).length > 0 || valuesOf(object.anyOf).length > 0
  );
}

/** The poll of a `Question`; `null` for one without a readable option. */
export function toPoll(object: JsonObject, redact: (text: string) => string): Poll | null {
  const multiple = valuesOf(object.anyOf).length > 0;
  const options = valuesOf(multiple ? object.anyOf : object.oneOf)
    .filter(isJsonObject)
    .map((option) => ({ name: redact(naturalText(option, "name")?.text ?? ""), votes: votesOf(option) }));
  if (options.length === 0) return null;
  return {
    multiple,
    options,
    voters: whole(object.votersCount),
    endTime: timestampOf(object.endTime)?.iso ?? null,
    // Mastodon sets `closed` only once the poll has ended (its value is the time); others write a boolean.
    closed: object.closed === true || timestampOf(object.closed) !== null,
  };
}

function votesOf(option: JsonObject): number | null {
  return isJsonObject(option.replies) ? whole(option.replies.totalItems) : null;
}
