import type { DiagnosticCode } from "../diagnostic/registry.js";
import { isForm, type PropertyAt } from "./property.js";

/** What an IRI can be cut down to: the characters it can have, at least one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
const RELATIVE = /^[^\u0000-\u0020<>"{}|\\^`\u007f]+$/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** By datatype, what a text is that has not its form. Those that stand for an IRI are apart. */
const CODES: Readonly<Record<string, DiagnosticCode>> = {
  boolean: "as2/required-type",
  date: "as2/invalid-date",
  dateTime: "as2/invalid-date",
  duration: "as2/invalid-duration",
  float: "as2/invalid-number",
  integer: "as2/invalid-number",
  languageTag: "as2/invalid-language",
  linkRelation: "as2/invalid-relation",
  mediaType: "as2/invalid-media-type",
  nonNegativeInteger: "as2/invalid-number",
  termName: "as2/invalid-term",
  unit: "as2/invalid-unit",
};

/** What is wrong with a text that has none of the forms its property allows. */
export function codeOfText(property: PropertyAt, value: unknown): DiagnosticCode {
  const text = typeof value === "string" ? value : "";
  const coded = property.ranges.map((range) => CODES[range]).find((code) => code !== undefined);
  const mayBeIri = property.ranges.some((range) => range === "anyURI" || !isForm(range));
  // Of `closed`, which may be a date or an IRI: what begins like a date was meant as one.
  if (coded !== undefined && (!mayBeIri || /^\s*[0-9]/.test(text))) return coded;
  if (!mayBeIri) return "as2/required-type";
  if (!RELATIVE.test(text) || SCHEME.test(text)) return "as2/invalid-iri";
  if (property.key === "id") return "as2/relative-id";
  return property.ranges.includes("anyURI") ? "as2/relative-url" : "as2/relative-reference";
}
