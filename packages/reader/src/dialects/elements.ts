import { type Diagnostic, isJsonObject, type JsonObject } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import { mapItems } from "../json/read-items.js";
import type { JsonElement } from "../json/splitter-options.js";
import type { Look } from "./look.js";

/** An element of a list that is an object. */
export interface ObjectElement extends Omit<JsonElement, "value"> {
  readonly value: JsonObject;
}

/**
 * The objects in the lists of a document that tells more of the posts, in constant memory. What is broken in it is
 * told to `report`.
 */
export function objectElements(
  look: Look,
  entry: Entry,
  lists: readonly string[],
  report: (found: Diagnostic) => void,
): AsyncIterable<ObjectElement> {
  const { survey, limits, tools, signal } = look.options;
  const onDiagnostic = (found: Diagnostic): void =>
    void (found.code === "outbox/doubled-items" || report(found));
  const bytes = survey.open(entry, { signal, onDiagnostic });
  const options = { ...limits, tools, signal, onDiagnostic, lists, file: entry.path };
  return mapItems(bytes, options, (element) =>
    isJsonObject(element.value) ? { ...element, value: element.value } : null,
  );
}
