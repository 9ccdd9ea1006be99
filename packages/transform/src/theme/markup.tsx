import type { ComponentChild, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import type { SafeTree } from "../content/safe-tree.js";
import { toHtml } from "../content/to-html.js";
import { pageTree } from "./page-tree.js";

declare const escaped: unique symbol;

/** HTML that needs no escaping any more. Only the functions of this file make it. */
export type Markup = string & { readonly [escaped]: true };

/** The markup of components: the renderer escaped everything in it. */
export function markupOf(node: JSX.Element): Markup {
  return renderToString(node) as Markup; // here the brand is minted
}

/** The markup of a sanitised text, by the one writer of HTML. */
export function contentMarkup(tree: SafeTree): Markup {
  return toHtml(pageTree(tree)) as Markup; // and here
}

/** Pieces of markup in order. */
export function joinMarkup(pieces: readonly Markup[]): Markup {
  return pieces.join("") as Markup; // escaped pieces make escaped markup
}

/** A whole page: what a component can't write is the doctype. */
export function documentText(page: JSX.Element): string {
  return `<!DOCTYPE html>\n${renderToString(page)}\n`;
}

interface RawProps {
  readonly as?: "div" | "header" | "footer";
  readonly markup: Markup;
  readonly class?: string | undefined;
  readonly lang?: string | undefined;
  readonly dir?: "ltr" | "rtl" | "auto" | undefined;
}

/**
 * The only place where markup goes into a page without being escaped. It takes {@link Markup} and nothing
 * else, and that comes from the renderer or from the writer of sanitised text.
 */
export function Raw({ as: Tag = "div", markup, ...attributes }: RawProps): JSX.Element {
  // The one audited place; see above.
  return <Tag {...attributes} dangerouslySetInnerHTML={{ __html: markup }} />;
}

/** What a component may have between its tags. */
export type Children = ComponentChild;
