/** Whether an address belongs to a post of the author's own that was withheld. */
export interface Redact {
  (address: string): boolean;
  /**
   * Parts, in lower case, of which every such address holds one in any form it takes (see {@link markOf}). Texts
   * that hold none of them are not looked into.
   */
  readonly marks?: ReadonlySet<string>;
  /** Whether an address is, to the letter, one that may be shown; then its other forms are not looked up. */
  readonly shown?: (address: string) => boolean;
}

/**
 * What all forms of an address have in common with those of its neighbours: its path up to the part that names
 * the post, `/@ada/` or `/users/ada/statuses/`; of one without a host, the part before the first comma
 * (`tag:social.example,`). Empty, which every text holds, where there is no such part.
 */
export function markOf(address: string): string {
  const start = address.indexOf("://");
  if (start < 0 || start > 20) return opaqueMark(address);
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+(\/[^?#]*)/i.exec(address)?.[1] ?? "";
  const post = withoutSlashes(path).replace(UNDER, "");
  const mark = post.slice(0, post.lastIndexOf("/") + 1).toLowerCase();
  return mark === "/" || mark.includes("%") ? "" : mark;
}

function opaqueMark(address: string): string {
  return /^[a-z][a-z0-9+.-]{1,20}:[a-z0-9.-]{3,253},/i.exec(address)?.[0].toLowerCase() ?? "";
}

// Where a path is written with parts that a browser takes out, its marks are in pieces. The pattern of two slashes
// behind anything but a colon or a slash begins with what is rare: it is looked for in every text.
const BROKEN_PATH = /\/(?:(?<=[^:/]\/)\/|\.{1,2}\/)|[\\\u00ad]/;

/** Whether a text can hold a withheld address at all: a cheap question that spares nearly all texts the rest. */
export function mayConcern(text: string, redact: Redact): boolean {
  if (redact.marks === undefined || text.includes("%") || BROKEN_PATH.test(text)) return true;
  const lower = text.toLowerCase();
  for (const mark of redact.marks) if (lower.includes(mark)) return true;
  return false;
}

/** A part of a text, end exclusive. */
export type Range = readonly [start: number, end: number];

// The longest address that is looked at, and in how many places it may end before the text around it begins.
const LONGEST = 2048;
const MOST_CUTS = 32;
// Where an address may end inside unbroken text: at punctuation, and where other scripts go on without a space.
const CUT = /[)\]}>.,;:!?&'"*_~|]|[^\u0021-\u007e]/;
// Bounded, so that no text makes it slow.
const START =
  /[a-z][a-z0-9+.-]{0,20}:\/\/|(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}(?::\d{1,5})?\//giu;
const TOKEN = /[^\s<>"“”„«»`]+/gu;

/**
 * Whether an address is withheld in any of the forms one address takes: with a query or fragment, a slash at the
 * end, http for https, the page under it (`/activity`, `/embed`), Mastodon's own `/web/` and `/deck/` views,
 * percent-encoded, or carried inside another address (`https://share.example/?url=https%3A%2F%2F…`).
 */
export function isWithheld(address: string, redact: Redact): boolean {
  if (!mayConcern(address, redact)) return false;
  if (isForm(address, redact)) return true;
  const decoded = decode(address);
  if (decoded !== address && isForm(decoded, redact)) return true;
  return /.https?:\/\//is.test(decoded) && plainRanges(decoded, redact).length > 0;
}

/** The parts of a text that are withheld addresses, in order, without overlap. */
export function withheldRanges(text: string, redact: Redact): readonly Range[] {
  if (!text.includes("/") && !text.includes("%")) return [];
  if (!mayConcern(text, redact)) return [];
  const ranges: Range[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const found = plainRanges(token, redact);
    const decoded = token.includes("%") ? decode(token) : token;
    if (decoded !== token && plainRanges(decoded, redact).length > found.length) {
      ranges.push([index, index + token.length]);
    } else for (const [start, end] of found) ranges.push([index + start, index + end]);
  }
  return ranges;
}

/** The same for a text without white space, as it stands. */
function plainRanges(text: string, redact: Redact): readonly Range[] {
  if (!text.includes("/") || !mayConcern(text, redact)) return [];
  const ranges: Range[] = [];
  let done = 0;
  for (const { 0: start, index } of text.matchAll(START)) {
    if (index < done) continue;
    const scheme = start.endsWith("://") ? start.length : 0;
    const length = withheldLength(text.slice(index, index + LONGEST), scheme, redact);
    if (length === 0) continue;
    done = index + length;
    ranges.push([index, done]);
  }
  return ranges;
}

/** How much of a text that begins with an address is a withheld one; the longest that is. */
function withheldLength(text: string, scheme: number, redact: Redact): number {
  const path = text.indexOf("/", scheme);
  if (path === -1) return 0;
  let end = text.length;
  for (let cuts = 0; end > path + 1 && cuts < MOST_CUTS; cuts += 1) {
    const candidate = text.slice(0, end);
    if (isForm(scheme > 0 ? candidate : `https://${candidate}`, redact)) return end;
    // An address that another one carries begins a search of its own.
    const next = cuts === 0 ? text.slice(path).search(/https?:\/\//i) : -1;
    end = next > 0 ? path + next : end - 1;
    while (next <= 0 && end > path && !CUT.test(text.charAt(end))) end -= 1;
  }
  return 0;
}

/** Pages servers put under a post's own address. */
const UNDER = /\/(?:activity|embed|replies|likes|shares|quotes|reblogs|favourites|reactions|history)$/i;

function isForm(address: string, redact: Redact): boolean {
  if (redact(address)) return true;
  if (redact.shown?.(address) === true && isPlain(address)) return false;
  for (const form of forms(address)) if (redact(form)) return true;
  return false;
}

/** Whether an address has no part that one form of it has and another has not. */
function isPlain(address: string): boolean {
  return !/[?#%]|\/$|\/(?:web|deck)\//.test(address) && !UNDER.test(address);
}

function forms(address: string): ReadonlySet<string> {
  const found = new Set<string>();
  const whole = before(address, "#");
  const bare = before(whole, "?");
  const slim = withoutSlashes(bare);
  addForms(found, whole);
  addForms(found, bare);
  addForms(found, slim);
  found.add(`${slim}/`);
  if (UNDER.test(slim)) addForms(found, slim.replace(UNDER, ""));
  const inner = slim.replace(/^([a-z]+:\/\/[^/]+)\/(?:web|deck)\//i, "$1/");
  if (inner !== slim) addForms(found, inner);
  const usual = usualForm(whole);
  if (usual !== null) {
    const plain = withoutSlashes(before(usual, "?"));
    addForms(found, usual);
    addForms(found, plain);
    if (UNDER.test(plain)) addForms(found, plain.replace(UNDER, ""));
  }
  found.delete(address);
  return found;
}

// What makes an address be written otherwise than servers write it.
const UNUSUAL = /[^a-z0-9:/@._~-]|:\d|:\/\/[^/]*@|[^:]\/\/|\/\.|\.(?:\/|:\d|$)/;

/** An address as servers write it: what browsers read out of all its spellings; `null` if it is that, or none. */
function usualForm(address: string): string | null {
  if (!UNUSUAL.test(address)) return null;
  const bare = address.replaceAll("\u00ad", "");
  if (!URL.canParse(bare)) return null;
  const url = new URL(bare);
  if (url.protocol !== "https:" && url.protocol !== "http:") return url.href;
  // Both are of the same server, which answers both.
  const port = url.port === "" || url.port === "443" || url.port === "80" ? "" : `:${url.port}`;
  const path = url.pathname.replace(/\/{2,}/g, "/");
  return `${url.protocol}//${url.hostname.replace(/\.$/, "")}${port}${path}${url.search}`;
}

function addForms(found: Set<string>, address: string): void {
  found.add(address);
  if (/^https:/i.test(address)) found.add(`http${address.slice(5)}`);
  else if (/^http:/i.test(address)) found.add(`https${address.slice(4)}`);
}

function before(text: string, sign: string): string {
  const at = text.indexOf(sign);
  return at === -1 ? text : text.slice(0, at);
}

/** Without the slashes at its end; a loop, for a pattern would take the square of their number. */
export function withoutSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "/") end -= 1;
  return text.slice(0, end);
}

/** Percent-decoded twice at most: share links encode the address they carry once, redirectors once more. */
function decode(address: string): string {
  let text = address;
  for (let round = 0; round < 2 && text.includes("%"); round += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}
