// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const UNSAFE_IN_JSON = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * Text of an archive that is safe to show: a terminal obeys the control characters that a name may hold, and
 * turns the direction of writing when told so.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd");
}

/** One JSON document with a newline; what JSON allows but a terminal obeys is escaped. */
export function jsonDocument(value: unknown): string {
  return `${safeJson(value)}\n`;
}

/** A list as {@link jsonDocument} writes it, piece by piece: no more than one of its values is in memory. */
export function* jsonList(values: Iterable<unknown>): Generator<string> {
  let before = "[\n";
  for (const value of values) {
    // Texts have no line ends in JSON: all of them are of the layout.
    yield `${before}  ${safeJson(value).replaceAll("\n", "\n  ")}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function safeJson(value: unknown): string {
  const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, 2).replace(UNSAFE_IN_JSON, escaped);
}
