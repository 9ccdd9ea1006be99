/** An address on the web, or `null` for anything else: `javascript:`, `data:`, relative ones, nonsense. */
export function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  try {
    return new URL(url).href;
  } catch {
    return null;
  }
}

/** The host of an address on the web, in the script it is written in. */
export function hostOf(url: string | null): string | null {
  const address = webAddress(url);
  return address === null ? null : new URL(address).host;
}
