/** What a parsed value is called in JSON, for messages. */
export function nameOfType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
