import { isJsonObject, valuesOf } from "@archive/schema";

/** Whether a document's context, or a context itself, names `text`. */
export function contextNames(value: unknown, text: string): boolean {
  const context: unknown = isJsonObject(value) && "@context" in value ? value["@context"] : value;
  return valuesOf(context).some((each) => {
    const parts: readonly unknown[] = isJsonObject(each) ? Object.values(each) : [each];
    return parts.some((part) => typeof part === "string" && part.includes(text));
  });
}
