/** Letters, digits and `_` at both ends: what every server of the network allows, and nothing a formula begins with. */
const NAME = /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/;
/** A URL parser would take these for something else than a part of a host's name. */
const NO_HOST = /[\s/\\?#@:%[\]"'<>|^`{}]/;
/** Longest name of a host (RFC 1035 §2.3.4). */
const LONGEST_HOST = 253;
const PORT = /:(\d{1,5})$/;

/** `https://b.example/@ada` and `https://b.example/users/ada` name `ada@b.example` on most servers. */
const PROFILE =
  /^\/(?:@|users\/|user\/|u\/|c\/|m\/|profile\/|author\/|accounts\/|video-channels\/|channel\/)([^/@]+)\/?$/;

/** On Pixelfed, `https://b.example/ada` does. */
const SHORT_PROFILE = /^\/([^/@]+)\/?$/;

/**
 * An account as importers take it, `name@host` without `@` before it; `null` for what is none. The address of a
 * profile is read as the handle it stands for on most servers; with `short`, also one that is a name alone.
 *
 * @example
 * ```ts
 * import { handleOf } from "@archive/transform/csv-kit";
 * handleOf("https://b.example/@ada"); // "ada@b.example"
 * handleOf("=1+1"); // null
 * ```
 */
export function handleOf(text: string, short = false): string | null {
  const plain = text.trim();
  if (/^https?:\/\//i.test(plain)) return handleOfProfile(plain, short);
  const [name = "", host = "", ...more] = plain.replace(/^@/, "").split("@");
  if (more.length > 0 || !NAME.test(name)) return null;
  const domain = hostOf(host);
  return domain === null ? null : `${name}@${domain}`;
}

/**
 * A domain as importers take it, in small letters and as ASCII; `null` for what is none.
 *
 * @example
 * ```ts
 * import { domainOf } from "@archive/transform/csv-kit";
 * domainOf("Bücher.example"); // "xn--bcher-kva.example"
 * domainOf("10.1"); // null
 * ```
 */
export function domainOf(text: string): string | null {
  const plain = text.trim();
  return PORT.test(plain) ? null : hostOf(plain);
}

/**
 * The address of a post or profile as it was written, if it is one on the web.
 *
 * @example
 * ```ts
 * import { addressOf } from "@archive/transform/csv-kit";
 * addressOf("https://b.example/@ada/1"); // "https://b.example/@ada/1"
 * addressOf("javascript:alert(1)"); // null
 * ```
 */
export function addressOf(text: string): string | null {
  const plain = text.trim();
  const printable = /^https?:\/\/[^\s\p{C}]+$/iu.test(plain);
  return printable && URL.canParse(plain) ? plain : null;
}

function handleOfProfile(address: string, short: boolean): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, host, search, hash } = new URL(address);
  const name = (PROFILE.exec(pathname) ?? (short ? SHORT_PROFILE.exec(pathname) : null))?.[1] ?? "";
  if (search !== "" || hash !== "" || !NAME.test(name)) return null;
  const domain = hostOf(host);
  return domain === null ? null : `${name}@${domain}`;
}

/** A host's name with its port, if that is any but the usual one. */
function hostOf(text: string): string | null {
  const port = PORT.exec(text)?.[1];
  const name = port === undefined ? text : text.slice(0, -port.length - 1);
  if (name === "" || NO_HOST.test(name) || !URL.canParse(`https://${name}`)) return null;
  const ascii = new URL(`https://${name}`).hostname;
  const labels = ascii.split(".");
  const isName = labels.length > 1 && labels.every((label) => label.length <= 63 && LABEL.test(label));
  // A URL parser also reads numbers as addresses; `10.1` is no name anybody typed.
  if (!isName || ascii.length > LONGEST_HOST || /^[\d.]+$/.test(ascii)) return null;
  return port === undefined || port === "443" ? ascii : `${ascii}:${port}`;
}
