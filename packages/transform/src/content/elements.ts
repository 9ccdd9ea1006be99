import type { SafeElementName } from "./safe-tree.js";

/** Elements that hold other blocks; the tree keeps them as they are. */
export const CONTAINERS: ReadonlyMap<string, SafeElementName> = new Map([
  ["blockquote", "blockquote"],
  ["ul", "ul"],
  ["menu", "ul"],
  ["dir", "ul"],
  ["ol", "ol"],
  ["li", "li"],
]);

/**
 * Elements that hold text and no blocks in the tree. What HTML lets hold both (`div`, `section` …) becomes
 * paragraphs around its text; a table becomes one paragraph per row.
 */
export const LINES: ReadonlyMap<string, SafeElementName> = new Map([
  ["p", "p"],
  ["pre", "pre"],
  ["listing", "pre"],
  ["xmp", "pre"],
  ["plaintext", "pre"],
  ["h1", "h1"],
  ["h2", "h2"],
  ["h3", "h3"],
  ["h4", "h4"],
  ["h5", "h5"],
  ["h6", "h6"],
  ...[
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "address",
    "center",
    "figure",
    "figcaption",
    "details",
    "summary",
    "fieldset",
    "legend",
    "form",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "tr",
    "hgroup",
  ].map((name) => [name, "p"] as const),
]);

/** Elements inside a line of text. */
export const MARKS: ReadonlyMap<string, SafeElementName> = new Map([
  ["em", "em"],
  ["i", "em"],
  ["cite", "em"],
  ["dfn", "em"],
  ["var", "em"],
  ["strong", "strong"],
  ["b", "strong"],
  ["u", "u"],
  ["del", "del"],
  ["s", "del"],
  ["strike", "del"],
  ["ins", "ins"],
  ["sub", "sub"],
  ["sup", "sup"],
  ["small", "small"],
  ["code", "code"],
  ["tt", "code"],
  ["kbd", "code"],
  ["samp", "code"],
  ["ruby", "ruby"],
  ["rt", "rt"],
  ["rp", "rp"],
]);

/** Elements that go with everything inside them: programs, styles, and what another program would draw. */
export const DROPPED: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "noembed",
  "noframes",
  "iframe",
  "frameset",
  "object",
  "applet",
  "svg",
  "head",
  "title",
  "select",
  "datalist",
]);

/** Elements whose content is text to the parser, so that no tag can open in them. */
export const RAW_TEXT: ReadonlySet<string> = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
  "noscript",
  "plaintext",
]);
