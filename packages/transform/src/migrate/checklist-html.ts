import { sha256 } from "@noble/hashes/sha2.js";
import { escapeHtml } from "../content/escape-html.js";
import { ground } from "../theme/styles/ground.js";
import { minifyCss } from "../theme/styles/minify.js";
import { themeTokens } from "../theme/styles/tokens.js";
import type { Checklist, ChecklistSection, Line } from "./checklist.js";

const SHEET = /* css */ `@layer parts {
  body { max-inline-size: 46rem; margin-inline: auto; padding: var(--space-6) var(--edge) var(--space-7); }
  h1 { margin-block-end: var(--space-4); }
  h2 { margin-block: var(--space-6) var(--space-3); padding-block-start: var(--space-3); border-block-start: 1px solid var(--line); }
  .intro, small { color: var(--ink-2); }
  li { margin-block: var(--space-3); }
  .todo label { display: grid; grid-template-columns: auto 1fr; gap: var(--space-3); align-items: start; }
  .todo input { margin-block-start: 0.2em; }
  .todo input:checked + span { color: var(--ink-2); text-decoration: line-through 1px; }
  .fact li { padding-inline-start: var(--space-4); border-inline-start: 2px solid var(--line); }
  time { white-space: nowrap; }
  code { font: 0.92em var(--mono); background: var(--paper-2); padding-inline: 0.25em; border-radius: var(--radius); overflow-wrap: anywhere; }
}
@layer print {
  @media print { li { break-inside: avoid; } body { padding: 0; } }
}`;

/** The look of the site, as far as this page needs it: the same tokens. */
const STYLES: string = minifyCss(
  ["@layer tokens, ground, parts, print;", themeTokens, ground, SHEET].join("\n"),
);

/** The list as one page that loads nothing: no script, no form, no file beside it. Its boxes are for the eye and for paper. */
export function checklistHtml(checklist: Checklist): string {
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${policy()}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n',
    `<title>${escapeHtml(checklist.title)}</title>\n<style>${STYLES}</style>\n</head>\n<body>\n<main>\n`,
    `<h1>${escapeHtml(checklist.title)}</h1>\n`,
    ...checklist.intro.map((line) => `<p class="intro">${lineHtml(line)}</p>\n`),
    ...checklist.sections.map(sectionHtml),
    "</main>\n</body>\n</html>\n",
  ].join("");
}

function sectionHtml({ title, kind, lines }: ChecklistSection): string {
  const items = lines.map((line) =>
    kind === "todo"
      ? `<li><label><input type="checkbox"><span>${lineHtml(line)}</span></label></li>\n`
      : `<li>${lineHtml(line)}</li>\n`,
  );
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n<ul class="${kind}">\n${items.join("")}</ul>\n</section>\n`;
}

function lineHtml(line: Line): string {
  return line
    .map((part) => {
      if (typeof part === "string") return withDates(escapeHtml(part));
      return "note" in part
        ? `<small>(${escapeHtml(part.note)})</small>`
        : `<code>${escapeHtml(part.code)}</code>`;
    })
    .join("");
}

/** A date is a word that is not divided. */
function withDates(html: string): string {
  return html.replace(/\d{4}-\d{2}-\d{2}/g, (day) => `<time datetime="${day}">${day}</time>`);
}

/** Nothing is allowed but this one style sheet, by its hash. */
function policy(): string {
  const digest = sha256(new TextEncoder().encode(STYLES));
  const hash = btoa(String.fromCharCode(...digest));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
