export { htmlTarget } from "./html-target.js";
export type { HtmlOptions } from "./options.js";
