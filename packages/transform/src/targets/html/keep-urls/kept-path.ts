import { isSafePath } from "../../../sinks/safe-path.js";

/** What the site itself has at its root, and what servers and their files need there. */
const OWN = new Set(
  (
    "about assets bookmarks boosts feeds gallery latest likes media redirects robots.txt search statistics tags undated " +
    "404.html index.html index.json _redirects _headers .htaccess .well-known"
  ).split(" "),
);
const YEAR = /^[+-]?\d{4,6}$/;
const OWN_KIND = /^sitemap|^index\.(?:html|json)$/;
const LONGEST = 400;

/**
 * The folder that stands for an address on a static host: its path. `null` for an address that no such host can
 * answer (with a query), that no file system holds safely, or that is one of the site's own.
 *
 * Addresses come out of the archive and may say anything: the path is taken apart only after the parser of
 * addresses has resolved it, each part is decoded once, and the sink's own rules for file names apply.
 */
export function keptPath(address: string | null): string | null {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.search !== "" || url.username !== "" || url.password !== "") return null;
  const parts = url.pathname.replace(/^\/+|\/+$/g, "").split("/");
  const decoded: string[] = [];
  for (const part of parts) {
    const text = decodedPart(part);
    if (text === null) return null;
    decoded.push(text);
  }
  const [first = ""] = decoded;
  const folded = first.toLowerCase();
  if (OWN.has(folded) || YEAR.test(first) || OWN_KIND.test(folded)) return null;
  const path = decoded.join("/");
  return path.length <= LONGEST && isSafePath(`${path}/index.html`) ? path : null;
}

/** Only what servers put into addresses of posts: anything else could mean something to a server's own files. */
function decodedPart(part: string): string | null {
  let text: string;
  try {
    text = decodeURIComponent(part);
  } catch {
    return null;
  }
  if (!/^[\p{L}\p{N}@~_=+.,-][\p{L}\p{N}\p{M}@~_=+.,!-]*$/u.test(text)) return null;
  // A dot at the beginning hides a file, and some servers refuse to give it out.
  return text.startsWith(".") || /^index\.(?:html|json)$/i.test(text) ? null : text;
}

/** A kept path as it stands in an address. */
export function addressPath(path: string): string {
  return `/${path
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/%40/g, "@").replace(/%2C/gi, ","))
    .join("/")}`;
}
