/** What pages need of an address on the web. */
export interface WebAddress {
  readonly href: string;
  /** In the script it is written in. */
  readonly host: string;
  readonly pathname: string;
}

/** A page asks for the same few addresses again and again, and reading one takes longer than writing it. */
const REMEMBERED = 256;
const known = new Map<string, WebAddress | null>();

/** An address on the web, or `null` for anything else: `javascript:`, `data:`, relative ones, nonsense. */
export function readAddress(url: string | null): WebAddress | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  const before = known.get(url);
  if (before !== undefined) return before;
  const read = URL.parse(url);
  const address = read === null ? null : { href: read.href, host: read.host, pathname: read.pathname };
  if (known.size >= REMEMBERED) known.clear();
  known.set(url, address);
  return address;
}

/** The address as it is linked; `null` for what {@link readAddress} refuses. */
export function webAddress(url: string | null): string | null {
  return readAddress(url)?.href ?? null;
}

/** The host of an address on the web. */
export function hostOf(url: string | null): string | null {
  return readAddress(url)?.host ?? null;
}
