import { escapeHtml, htmlLink } from "./as2.js";

/** Elements that a tag of the same meaning becomes. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "em"],
  ["em", "em"],
  ["u", "u"],
  ["s", "del"],
  ["strike", "del"],
  ["quote", "blockquote"],
  ["spoiler", "blockquote"],
  ["list", "ul"],
  ["ul", "ul"],
  ["ol", "ol"],
  ["li", "li"],
  ["h1", "h1"],
  ["h2", "h2"],
  ["h3", "h3"],
  ["h4", "h4"],
  ["h5", "h5"],
  ["h6", "h6"],
  ["p", "p"],
  ["table", "table"],
  ["tr", "tr"],
  ["td", "td"],
  ["th", "th"],
]);
/** Their content is no BBCode. */
const VERBATIM: ReadonlySet<string> = new Set(["code", "pre", "nobb", "noparse"]);
/** What they dress up is kept, the dress is not. */
const BARE: ReadonlySet<string> = new Set([
  "color",
  "size",
  "font",
  "center",
  "left",
  "right",
  "abstract",
  "style",
]);
const LINKS: ReadonlySet<string> = new Set([
  "url",
  "bookmark",
  "video",
  "audio",
  "youtube",
  "vimeo",
  "embed",
  "attachment",
]);

// No bracket within a tag and no more than so many characters, so that a text of brackets costs no more than its length.
const TAG = /\[(\/?)([a-z][a-z0-9]{0,20})(?:=([^[\]]{0,2048})|(\s[^[\]]{0,4096}))?\]|\[\*\]/gi;
/** More tags than any post has; behind them all is text. */
const MOST_TAGS = 20_000;
const DEEPEST = 50;

interface Open {
  readonly name: string;
  readonly value: string;
  /** HTML of what stands in it so far. */
  html: string;
  /** The same as it was written. */
  text: string;
}

/**
 * HTML of Friendica's BBCode. Tags that are not known, not closed or closed twice stay as they were written, and
 * addresses of pictures become links: an archive does not hold what they show.
 */
export function bbcodeToHtml(source: string): string {
  const stack: Open[] = [{ name: "", value: "", html: "", text: "" }];
  const top = (): Open => stack.at(-1) ?? { name: "", value: "", html: "", text: "" };
  const add = (text: string, html: string = withBreaks(text)): void => {
    top().html += html;
    top().text += text;
  };
  let at = 0;
  let tags = 0;
  let verbatim: string | null = null;
  for (const match of source.matchAll(TAG)) {
    tags += 1;
    if (tags > MOST_TAGS) break;
    const [whole, slash, rawName = "", rawValue = "", attributes = ""] = match;
    const name = rawName.toLowerCase();
    if (verbatim !== null && !(slash === "/" && name === verbatim)) continue;
    add(source.slice(at, match.index));
    at = match.index + whole.length;
    if (whole === "[*]") add(whole, "<br>• ");
    else if (name === "hr") add(whole, "<hr>");
    else if (slash === "/") {
      verbatim = null;
      close(name, whole);
    } else if (isKnown(name) && stack.length < DEEPEST) {
      if (VERBATIM.has(name)) verbatim = name;
      const value = (rawValue || attributes).trim().replace(/^(["'])(.*)\1$/s, "$2");
      stack.push({ name, value, html: "", text: whole });
    } else add(whole);
  }
  add(source.slice(at));
  while (stack.length > 1) fold();
  return `<p>${top().html}</p>`;

  /** Closes a tag; those open inside it were never closed, and stay as written. */
  function close(name: string, whole: string): void {
    const depth = stack.findLastIndex((open, n) => n > 0 && open.name === name);
    if (depth === -1) {
      add(whole);
      return;
    }
    while (stack.length - 1 > depth) fold();
    const open = stack.pop();
    if (open !== undefined) add(open.text + whole, render(open));
  }

  /** Takes a tag that is never closed for text. */
  function fold(): void {
    const open = stack.pop();
    if (open === undefined) return;
    const tag = /^\[[^\]]*\]/.exec(open.text)?.[0] ?? "";
    add(open.text, withBreaks(tag) + open.html);
  }
}

function isKnown(name: string): boolean {
  return (
    PLAIN.has(name) ||
    VERBATIM.has(name) ||
    BARE.has(name) ||
    LINKS.has(name) ||
    name === "img" ||
    name === "share"
  );
}

function render(open: Open): string {
  const { name, value, html } = open;
  const content = open.text.slice(open.text.indexOf("]") + 1);
  if (VERBATIM.has(name)) {
    const code = escapeHtml(content);
    return name === "code" || name === "pre" ? `<pre><code>${code}</code></pre>` : withBreaks(content);
  }
  if (BARE.has(name)) return html;
  if (LINKS.has(name)) return htmlLink(addressIn(value) ?? content.trim(), html);
  if (name === "img") {
    const address = /^https?:/i.test(content.trim()) ? content.trim() : (addressIn(value) ?? "");
    return htmlLink(address, escapeHtml(content.trim() === "" ? address : content.trim()));
  }
  if (name === "share") {
    const link = /\blink='([^']*)'|\blink="([^"]*)"/.exec(value);
    const address = link?.[1] ?? link?.[2] ?? "";
    return `<blockquote>${html}${address === "" ? "" : htmlLink(address, escapeHtml(address))}</blockquote>`;
  }
  const element = PLAIN.get(name) ?? "span";
  return `<${element}>${html}</${element}>`;
}

/** The address that a tag's value is, or holds among attributes. */
function addressIn(value: string): string | null {
  return /^https?:\/\/\S+/i.exec(value)?.[0] ?? /\burl='([^']*)'/.exec(value)?.[1] ?? null;
}

function withBreaks(text: string): string {
  return escapeHtml(text).replaceAll(/\r\n|\r|\n/g, "<br>");
}
