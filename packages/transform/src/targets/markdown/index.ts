export { frontMatterSchema } from "./front-matter-schema.js";
export { markdownTarget } from "./markdown-target.js";
export {
  MARKDOWN_FLAVORS,
  MARKDOWN_SPLITS,
  type MarkdownFlavor,
  type MarkdownOptions,
  type MarkdownSplit,
} from "./options.js";
export { checkMarkdownTemplate } from "./template.js";
