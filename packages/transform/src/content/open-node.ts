import type { SafeElement, SafeElementName, SafeLink } from "./safe-tree.js";

/** The parts of an element that can be said before its children are known. */
export type ElementHead = Omit<SafeElement, "children" | "type">;

/** An element while its tree is built. */
export interface OpenElement extends ElementHead {
  readonly type: "element";
  readonly children: OpenNode[];
}
/** A link while its tree is built. */
export interface OpenLink extends Omit<SafeLink, "children"> {
  readonly children: OpenNode[];
}
/** A node while its tree is built or gone over; it satisfies `SafeNode`. */
export type OpenNode =
  | { readonly type: "text"; value: string }
  | { readonly type: "break" }
  | { readonly type: "emoji"; readonly shortcode: string }
  | OpenElement
  | OpenLink;

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<SafeElementName> = new Set<SafeElementName>([
  "p",
  "blockquote",
  "pre",
  "ul",
  "ol",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
]);
