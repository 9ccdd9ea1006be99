import { anchored, PATTERNS } from "../vocabulary/patterns.js";

const IRI = new RegExp(anchored([PATTERNS.anyURI ?? ""]), "u");
// The same decision for what nearly every id is, without the engine for character classes of Unicode.
const PLAIN_WEB_ADDRESS = /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/;

/** Whether a string is an absolute IRI. */
export function absolute(address: string): boolean {
  return PLAIN_WEB_ADDRESS.test(address) || IRI.test(address);
}

/** Scheme, host and port of a web address, lower case; `null` for an address without a host. */
export function originOf(address: string): string | null {
  const end = endOfOrigin(address);
  if (end < 0) return null;
  const origin = address.slice(0, end).toLowerCase();
  return origin.replace(/^https:(.*):443$/, "https:$1").replace(/^http:(.*):80$/, "http:$1");
}

/** Whether two addresses are of one origin, as nearly all that are compared; `false` says only "look closer". */
export function sameStart(a: string, b: string): boolean {
  const end = endOfOrigin(a);
  return end > 0 && endOfOrigin(b) === end && b.startsWith(a.slice(0, end));
}

function endOfOrigin(address: string): number {
  const start = address.indexOf("://");
  if (start < 1) return -1;
  for (let end = start + 3; end <= address.length; end += 1) {
    const unit = address.charCodeAt(end);
    // The end of the text, "/", "?" or "#".
    if (Number.isNaN(unit) || unit === 0x2f || unit === 0x3f || unit === 0x23) {
      return end === start + 3 ? -1 : end;
    }
  }
  return -1;
}

const PUBLIC: ReadonlySet<string> = new Set([
  "https://www.w3.org/ns/activitystreams#Public",
  "as:Public",
  "Public",
]);

/** The one spelling of an address of the Public collection (ActivityPub §5.6); any other as it is. */
export function recipient(address: string): string {
  return PUBLIC.has(address) ? "Public" : address;
}
