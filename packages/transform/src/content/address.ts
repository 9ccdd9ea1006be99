/**
 * The schemes a link may have: Mastodon's own list, and `tel:` and `mailto:`, which people write in profiles.
 * Everything else (`javascript:`, `data:`, `blob:`, `file:` …) is no link.
 */
export const LINK_SCHEMES: ReadonlySet<string> = new Set([
  "http",
  "https",
  "mailto",
  "tel",
  "xmpp",
  "gemini",
  "gopher",
  "magnet",
  "dat",
  "dweb",
  "ipfs",
  "ipns",
  "ssb",
]);

/** Their addresses are a scheme and a text, without an authority. */
const WITHOUT_AUTHORITY: ReadonlySet<string> = new Set(["mailto", "tel", "xmpp", "magnet"]);

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
// Besides what no address may hold: characters that some output's language gives a meaning, and bidi controls.
const UNSAFE = /[\p{Cc} <>"`\\\u00a0\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const PLAIN = /^https?:\/\/[a-z0-9.-]+(?:[/?#][a-z0-9._~/?#@!$&'()*+,;=:%-]*)?$/i;
// A name of letters and digits with a top level of letters: what `URL` refuses (numbers, IDNA) it can't be.
const SURE = /^https?:\/\/(?!(?:[a-z0-9-]+\.)*xn--)(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?:[/?#]|$)/i;
const LONGEST = 8192;

/**
 * The address a link may lead to, or `null`: absolute, of a scheme in {@link LINK_SCHEMES}, without white space,
 * controls, quotes, angle brackets and backslashes (they come back percent-encoded). Browsers drop tabs and line
 * ends from addresses (`java⇥script:`), so those are dropped before the scheme is looked at, never after.
 * Source: WHATWG URL §4.4.
 */
export function linkAddress(raw: string): string | null {
  if (raw.length > LONGEST) return null;
  if (PLAIN.test(raw)) return SURE.test(raw) || URL.canParse(raw) ? raw : null;
  const bare = raw
    .toWellFormed()
    .replace(/[\t\n\r]/g, "")
    .replace(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, "");
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined || !LINK_SCHEMES.has(scheme)) return null;
  const rest = bare.slice(scheme.length + 1);
  if (WITHOUT_AUTHORITY.has(scheme) ? rest.trim() === "" : !/^\/\/[^/?#\\]/.test(rest)) return null;
  const address = `${scheme}:${rest.replace(UNSAFE, encodeURIComponent)}`;
  return URL.canParse(address) ? address : null;
}
