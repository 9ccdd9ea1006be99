import { plainText } from "./plain-text.js";

// Whatever is looked for below; most texts hold nothing of it.
const SPECIAL = /[\\`*[\]<~|{}$^_&:@!]|www\.|==|%%/i;

/**
 * Text for Markdown: every character that CommonMark, GFM or a common extension would take for markup is
 * escaped, so that the text shows as written. Of a line's beginning {@link escapeLineStart} takes care.
 */
export function escapeMarkdown(text: string): string {
  if (!SPECIAL.test(text)) return text;
  let escaped = text.replace(/[\\`*[\]<~|{}$^]/g, "\\$&");
  // Between letters an underscore is no emphasis: snake_case stays readable.
  if (text.includes("_")) {
    escaped = escaped.replace(/(?<![\p{L}\p{N}](?=_[\p{L}\p{N}]))_/gu, "\\_");
  }
  if (text.includes("&")) escaped = escaped.replace(/&(?=[#a-z0-9]|$)/gi, "\\&");
  // GFM links addresses by itself. Here they are text: what was a link is written as one.
  if (text.includes(":")) escaped = escaped.replace(/:(?=\/\/)|(?<=mailto|xmpp):|:(?=:)|(?<=:):/gi, "\\:");
  if (/www\./i.test(text)) escaped = escaped.replace(/(?<=www)\./gi, "\\.");
  if (text.includes("@")) {
    escaped = escaped.replace(/(?<=[\p{L}\p{N}._+-])@(?=[\p{L}\p{N}])/gu, "\\@");
  }
  // Highlights and comments of note programs.
  if (text.includes("==") || text.includes("%%"))
    escaped = escaped.replace(/={2,}|%{2,}/g, (run) => run.replace(/./g, "\\$&"));
  return escaped.endsWith("!") ? `${escaped.slice(0, -1)}\\!` : escaped;
}

/** A line of written Markdown whose first characters can't be read as the beginning of a block. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(?=[#>=+:-])/, "\\").replace(/^(\d{1,9})(?=[.)])/, "$1\\");
}

/** Code as a code span; line ends become spaces, as a reader of HTML sees them. */
export function codeSpan(code: string): string {
  const text = code.replace(/[ \t\n\f\r]+/g, " ");
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? " " : "";
  return text === "" ? "" : `${fence}${pad}${text}${pad}${fence}`;
}

/** Preformatted text as a fenced block. */
export function codeBlock(code: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}\n${trimmedEnd(code)}\n${fence}`;
}

/** A plain field (alt text, poll option, content warning) as Markdown on one line. */
export function markdownLine(text: string): string {
  return escapeMarkdown(plainText(text).replace(/\s+/g, " ").trim());
}

/** An address as a link destination, in angle brackets unless it is plain. */
export function linkDestination(address: string): string {
  if (/^[\w:/.,?=%+@#-]+$/.test(address)) return address;
  const safe = address.replace(/[<>\\{}`\s]/g, encodeURIComponent).replace(/&(?=#|[a-z0-9]+;)/gi, "&amp;");
  return `<${safe}>`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
}

function trimmedEnd(code: string): string {
  let end = code.length;
  while (end > 0 && code[end - 1] === "\n") end -= 1;
  return code.slice(0, end);
}
