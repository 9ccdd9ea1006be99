/**
 * The reference pages as data: one for each namespace, class and property of the vocabulary, and for each
 * diagnostic code. Whoever builds a site writes them to files; addresses stay as they are.
 */
export { type DiagnosticPage, diagnosticPages } from "./diagnostic-pages.js";
export type { ReferencePage } from "./page.js";
export { referencePages } from "./reference-pages.js";
export { classPages, namespacePages, propertyPages } from "./term-pages.js";
