import { withoutControls } from "../../content/plain-text.js";

// Noncharacters of the basic plane: well-formed Unicode, but not a Char of XML 1.0 §2.2.
const NO_XML = /[\ufffe\uffff]/g;

/** A text without the characters that XML 1.0 has no way to write, not even as a reference. */
export function xmlText(text: string): string {
  return withoutControls(text).replaceAll("\f", " ").replace(NO_XML, "\ufffd");
}
