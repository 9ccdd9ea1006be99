import type { Entry } from "../containers/container.js";

/** Ends of names that no server gives a picture, film or sound; such files beside an outbox are documents. */
const DOCUMENT =
  /\.(?:jsonl?|jsonld|ndjson|csv|tsv|account|backup|pem|key|txt|md|html?|ya?ml|xml|pdf|sqlite3?|db|zip|gz|tar)$/i;
const NOTE = /^(?:readme|license|licence|copying|changelog)(?:\.[^.]*)?$/i;
/** The actor's own pictures, as Mastodon names them. */
const PORTRAIT = /^(?:avatar|header)\.[a-z0-9]+$/i;

/** An entry's name without its folders. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether an entry may be media at all: neither a document, nor a note to the reader, nor a key. */
export function isMedia({ path }: Entry): boolean {
  return !DOCUMENT.test(path) && !NOTE.test(nameOf(path));
}

/** Whether a path is that of the actor's avatar or header by its name. */
export function isPortrait(path: string, root: string): boolean {
  return path.startsWith(root) && PORTRAIT.test(path.slice(root.length));
}

/** Names that keys are given, whatever is in them. */
const KEY_NAME = /\.(?:pem|key|p8|pk8|ppk|jwk)$|^id_(?:rsa|dsa|ecdsa|ed25519)$|(?:private|secret)[ _-]?key/i;

/** Whether an entry is the account's private key by its name: Mastodon wrote it so. */
export function isPrivateKey(name: string): boolean {
  return name.toLowerCase() === "key.pem";
}

/** Whether an entry of this name may be a private key; its content tells. */
export function mayBeKey(name: string): boolean {
  return KEY_NAME.test(name);
}

const ADDRESS_LOG = /^ips\.json$/i;

/** Whether an entry of this name lists the internet addresses an account was used from, as Sharkey exports them. */
export function isAddressLog(name: string): boolean {
  return ADDRESS_LOG.test(name);
}

/** Whether an entry is a note to the reader. */
export function isNote({ path }: Entry): boolean {
  return NOTE.test(nameOf(path));
}

/** An entry's folder with a slash at its end; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The {@link nearest} of all entries whose name fits a pattern. */
export function nearestNamed(entries: readonly Entry[], name: RegExp): Entry | null {
  return nearest(entries.filter(({ path }) => name.test(nameOf(path))));
}

/**
 * Of these entries the one nearest to the root; between two equally near, the first by path, so that the choice does
 * not depend on the order they are packed in.
 */
export function nearest(entries: readonly Entry[]): Entry | null {
  const depth = (path: string): number => path.split("/").length;
  const sorted = entries.toSorted((a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1));
  return sorted[0] ?? null;
}
