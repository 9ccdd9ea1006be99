import { diagnosticPages } from "./diagnostic-pages.js";
import type { ReferencePage } from "./page.js";
import { classPages, namespacePages, propertyPages } from "./term-pages.js";

/**
 * All pages of the reference; no two have the same address.
 *
 * @param examples Texts for the pages of diagnostic codes, as {@link diagnosticPages} takes them.
 * @example
 * ```ts
 * import { referencePages } from "@archive/schema/reference";
 * for (const { slug, title, markdown } of referencePages()) console.log(`${slug}.md`, `# ${title}\n\n${markdown}`);
 * ```
 */
export function referencePages(examples?: ReadonlyMap<string, string>): readonly ReferencePage[] {
  return [...namespacePages(), ...classPages(), ...propertyPages(), ...diagnosticPages(examples)];
}
