export { markdownTarget } from "./markdown-target.js";
export type { MarkdownOptions } from "./options.js";
