import { escapeHtml } from "../../content/escape-html.js";
import type { Site } from "../../theme/site.js";

/**
 * A page that leads on to another of the site, as an old address to where its post stands now: it works on every
 * host and from a disk, without rules. It loads nothing at all.
 */
export function movedPage(site: Site, from: string, to: string): string {
  const { strings, baseUrl } = site;
  const target = "../".repeat(from.split("/").length) + to;
  const canonical = baseUrl === null ? target : baseUrl + to.replace(/(^|\/)index\.html$/, "$1");
  return [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(strings.language)}" dir="${strings.direction}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">`,
    `<meta http-equiv="refresh" content="0; url=${escapeHtml(target)}">`,
    `<title>${escapeHtml(site.title)}</title>`,
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    "</head>",
    `<body><main><h1><a href="${escapeHtml(target)}">${escapeHtml(site.title)}</a></h1></main></body>`,
    "</html>",
    "",
  ].join("\n");
}
