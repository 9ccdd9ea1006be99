import { type JsonObject, naturalText, textOf } from "@archive/schema";
import { escapeHtml } from "../content/escape-html.js";
import { safeContent } from "../content/safe-content.js";
import type { SafeTree } from "../content/safe-tree.js";
import { type Redact, redactText, sanitise } from "../content/sanitise.js";
import { toText } from "../content/to-text.js";

/** What a post says, made safe. */
export interface PostText {
  readonly title: string | null;
  readonly content: SafeTree | null;
  readonly contentWarning: string | null;
}

/** The same, but for the text, which stands there as its server wrote it. */
export interface OpenPostText {
  readonly title: string | null;
  readonly html: string | null;
  readonly contentWarning: string | null;
}

/** Reads title, text and warning of an object. */
export function readText(object: JsonObject, redact: Redact): PostText {
  const { title, html, contentWarning } = readOpenText(object, redact);
  return { title, content: html === null ? null : safeContent(html, redact, undefined), contentWarning };
}

/** The same; the text is left to be made safe by {@link safeContent}. */
export function readOpenText(object: JsonObject, redact: Redact): OpenPostText {
  const clean = (text: string): string => redactText(text, redact);
  return {
    title: plainField(object, "name", clean),
    html: htmlOf(object),
    contentWarning: plainField(object, "summary", clean),
  };
}

/**
 * A field of one line. Notes have no title; where one stands in `name` all the same it is shown too, for nothing
 * written gets lost. Warnings and titles are plain text in most servers and HTML in some (AS2 allows it).
 */
function plainField(object: JsonObject, property: string, redact: (text: string) => string): string | null {
  const text = naturalText(object, property)?.text ?? null;
  return text === null ? null : (textOf(redact(plain(text)))?.trim() ?? null);
}

/** Without tags. */
function plain(text: string): string {
  return /<\/?[a-z][^<>]*>/i.test(text) ? toText(sanitise(text)) : text;
}

/**
 * The text of a post as HTML. Where `mediaType` says that it is none (PeerTube writes Markdown), it is plain text to
 * us: paragraphs at empty lines, breaks at the others.
 */
function htmlOf(object: JsonObject): string | null {
  const text = naturalText(object, "content")?.text ?? null;
  const { mediaType } = object;
  if (text === null || typeof mediaType !== "string" || !/^text\/(?:plain|markdown|x\.)/i.test(mediaType))
    return text;
  return text
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\r\n?|\n/g, "<br>")}</p>`)
    .join("");
}
