import {
  hasType,
  isJsonObject,
  type JsonObject,
  naturalText,
  textOf,
  timestampOf,
  valuesOf,
} from "@archive/schema";
import type { EventTime } from "./post.js";

/** When and where an `Event` takes place; `null` for anything else, and where nothing of it can be read. */
export function toEvent(object: JsonObject, redact: (text: string) => string): EventTime | null {
  if (!hasType(object, "Event")) return null;
  const start = timestampOf(object.startTime)?.iso ?? null;
  const end = timestampOf(object.endTime)?.iso ?? null;
  const place = placeOf(object.location);
  if (start === null && end === null && place === null) return null;
  return { start, end, place: place === null ? null : textOf(redact(place)) };
}

/** The name of a `Place`, else its address; Mobilizon writes both, and the address as a schema.org PostalAddress. */
function placeOf(value: unknown): string | null {
  for (const each of valuesOf(value)) {
    if (typeof each === "string" && each.trim() !== "") return each.trim();
    if (!isJsonObject(each)) continue;
    const place = naturalText(each, "name")?.text.trim() ?? addressOf(each.address);
    if (place !== null) return place;
  }
  return null;
}

const ADDRESS = [
  "streetAddress",
  "postalCode",
  "addressLocality",
  "addressRegion",
  "addressCountry",
] as const;

function addressOf(value: unknown): string | null {
  if (!isJsonObject(value)) return textOf(value)?.trim() ?? null;
  const parts = ADDRESS.map((property) => textOf(value[property])?.trim()).filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? null : parts.join(", ");
}
