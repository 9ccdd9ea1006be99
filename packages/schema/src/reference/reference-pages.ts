import { diagnosticPages } from "./diagnostic-pages.js";
import type { ReferencePage } from "./page.js";
import { classPages, namespacePages, propertyPages } from "./term-pages.js";

/**
 * All pages of the reference; no two have the same address.
 *
 * @param examples Texts for the pages of diagnostic codes, as {@link diagnosticPages} takes them.
 */
export function referencePages(examples?: ReadonlyMap<string, string>): readonly ReferencePage[] {
  return [...namespacePages(), ...classPages(), ...propertyPages(), ...diagnosticPages(examples)];
}
