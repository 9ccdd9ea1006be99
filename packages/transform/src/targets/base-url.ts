/** An address to put paths behind. Throws `RangeError` for what is no address on the web. */
export function normalBaseUrl(baseUrl: string | undefined): string | null {
  if (baseUrl === undefined) return null;
  if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new RangeError("baseUrl has to be an absolute address that begins with http:// or https://");
  }
  const url = new URL(baseUrl);
  url.search = "";
  url.hash = "";
  url.username = "";
  url.password = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url.href;
}
