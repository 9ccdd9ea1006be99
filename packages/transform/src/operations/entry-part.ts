/**
 * The parts of an archive that can be asked for by name. `secrets` are private keys, passwords and lists of the
 * addresses an account was used from; `other` is whatever is none of the rest.
 *
 * @example
 * ```ts
 * import { ENTRY_PARTS } from "@archive/transform";
 * ENTRY_PARTS.includes("secrets"); // true
 * ```
 */
export const ENTRY_PARTS = ["outbox", "actor", "collections", "media", "other", "secrets"] as const;
/** One of {@link ENTRY_PARTS}. */
export type EntryPart = (typeof ENTRY_PARTS)[number];

const POSTS = /^(?:outbox|notes|statuses|posts)(?:[-_.][^/]*)?\.jsonl?$/;
const COLLECTION =
  /^(?:likes|favou?rites|bookmarks|following|follows|followers|block(?:s|ing|ed[-_](?:users|accounts))|mut(?:es|ing|ed[-_](?:users|accounts))|(?:user[-_])?lists|(?:blocked[-_])?domain(?:s|[-_]?blocks)?|filters|dislikes|antennas|clips|featured|tags)(?:[-_][^/]*)?\.json$/;
const SECRET = /^(?:key\.pem|ips\.json)$/;
// What FEP-6fcd, PeerTube and Friendica write keys, stream keys, passwords and e-mail addresses into.
const SECRET_PATH = /(?:^|\/)(?:key\/[^/]+\.json|peertube\/(?:user-settings|videos)\.json|[^/]+\.account)$/;
const KEY = /\.(?:pem|key|p8|pk8|ppk|jwk)$|^id_(?:rsa|dsa|ecdsa|ed25519)$|(?:private|secret)[ _-]?key/;
const DOCUMENT = /\.(?:jsonl?|jsonld|ndjson|csv|pem|key|txt|md|html?|ya?ml|xml|pdf|sqlite3?|db|zip|gz|tar)$/;
const NOTE = /^(?:readme|license|licence|copying|changelog)(?:\.[^.]*)?$/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY/;

/**
 * Which part of an archive a file belongs to by its name, whatever folder it lies in. The actor's avatar and
 * header are media.
 *
 * @example
 * ```ts
 * import { partOf } from "@archive/transform";
 * partOf("export/media_attachments/files/1/original/cat.png"); // "media"
 * ```
 */
export function partOf(path: string): EntryPart {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (SECRET.test(name) || SECRET_PATH.test(path.toLowerCase())) return "secrets";
  if (POSTS.test(name)) return "outbox";
  if (name === "actor.json") return "actor";
  if (name.endsWith(".csv") || COLLECTION.test(name)) return "collections";
  if (DOCUMENT.test(name) || NOTE.test(name) || KEY.test(name)) return "other";
  return "media";
}

/** Whether a file is a private key by its first bytes: a key is one under whatever name. */
export function beginsAsKey(path: string, head: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(head.subarray(0, 16_384));
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return KEY.test(name) ? PRIVATE_KEY.test(text) : /^\W*-----BEGIN [A-Z ]*PRIVATE KEY/.test(text);
}
