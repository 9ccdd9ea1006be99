import type { ComponentChild, JSX } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
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

/** Where a hashtag's page is to be found from a page, given by its name; `null` where it has none. */
export type TagHref = (name: string) => string | null;

/** The markup of a sanitised text, by the one writer of HTML. */
export function contentMarkup(tree: SafeTree, tagHref: TagHref): Markup {
  const shown = pageTree(tree, (name) => tagHref(name) !== null);
  return toHtml(shown, { hashtagUrl: tagHref }) as Markup; // and here
}

/** Pieces of markup in order. */
export function joinMarkup(pieces: readonly Markup[]): Markup {
  return pieces.join("") as Markup; // escaped pieces make escaped markup
}

/**
 * A whole page: what a component can't write is the doctype. The renderer closes empty elements as XML does; HTML
 * does without. It and the writer of texts escape every quotation mark that ends no attribute, so a mark before
 * a slash is the end of a tag and of nothing else.
 */
export function documentText(page: JSX.Element): string {
  return `<!DOCTYPE html>\n${renderToString(page).replaceAll('"/>', '">')}\n`;
}

interface RawProps {
  readonly as?: "div" | "header" | "footer" | "ul";
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

/**
 * Data for machines inside a page. Nothing in it can end the block or begin a comment, whatever it says: each
 * `<` and `>` is written as its escape, which JSON reads back as the same character.
 */
export function DataBlock({
  type,
  data,
  id,
}: {
  readonly type: string;
  readonly data: unknown;
  readonly id?: string | undefined;
}): JSX.Element {
  const text = JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  // The other audited place: the text is JSON without a `<`.
  return <script type={type} id={id} dangerouslySetInnerHTML={{ __html: text }} />;
}

/** Markup without an element of its own around it. */
export function Written({ markup }: { readonly markup: Markup }): JSX.Element {
  return jsxTemplate([markup]); // a template without a gap: written as it is, like Raw's
}

/** What a component may have between its tags. */
export type Children = ComponentChild;
