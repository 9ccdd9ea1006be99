import { xmlText } from "../feeds/xml-text.js";

/** A text as a CDATA section: what would end it is divided between two. */
export function cdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** A text for an element or attribute. */
export function escapeXml(text: string): string {
  return xmlText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** An element with a text in CDATA. */
export function element(name: string, text: string): string {
  return `<${name}>${cdata(text)}</${name}>\n`;
}

/** An element with a number or a word of the format. */
export function plain(name: string, value: string | number): string {
  return `<${name}>${escapeXml(String(value))}</${name}>\n`;
}
