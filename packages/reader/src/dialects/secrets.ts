import {
  type DiagnosticCode,
  diagnostic,
  isJsonObject,
  type JsonObject,
  type RunOptions,
} from "@archive/schema";

/** Keys under which servers keep what is nobody's business, in small letters and without separators. */
const SECRET_KEYS: ReadonlyMap<string, DiagnosticCode> = new Map<string, DiagnosticCode>([
  ...[
    "privatekey",
    "privatekeypem",
    "privatekeymultibase",
    "privatekeybase58",
    "privatekeyhex",
    "privatekeyjwk",
    "secretkey",
    "secretkeymultibase",
    "secretkeyjwk",
    "signingkey",
    "keypair",
    "prvkey",
    "sprvkey",
    "uprvkey",
    "channelprvkey",
  ].map((key) => [key, "secret/private-key"] as const),
  ...["email", "emailaddress", "emails", "unconfirmedemail", "mail", "vcardemail"].map(
    (key) => [key, "secret/email"] as const,
  ),
  ...[
    "ip",
    "ips",
    "ipaddress",
    "signupip",
    "registrationip",
    "currentsigninip",
    "lastsigninip",
    "lastip",
    "loginips",
    "signinips",
  ].map((key) => [key, "secret/ip-address"] as const),
  ...["streamkey", "rtmpkey"].map((key) => [key, "secret/stream-key"] as const),
  ...[
    "password",
    "passwordhash",
    "passwords",
    "legacypassword",
    "pwdreset",
    "twofactorsecret",
    "twofactortempsecret",
    "twofactorbackupsecret",
    "emailverifycode",
    "encryptedpassword",
    "otpsecret",
    "otpbackupcodes",
    "token",
    "accesstoken",
    "refreshtoken",
    "clientsecret",
    "apikey",
    "authtoken",
    "sessiontoken",
  ].map((key) => [key, "secret/credentials"] as const),
]);

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY/;
/** Far deeper than any account; what is deeper is left out rather than looked through. */
const DEEPEST = 300;

/** A secret that was found in a document. */
export interface FoundSecret {
  readonly code: DiagnosticCode;
  /** RFC 6901. */
  readonly pointer: string;
}

/** Whether text holds a private key in PEM. */
export function holdsPrivateKey(text: string): boolean {
  return PRIVATE_KEY.test(text);
}

/**
 * A document without what is secret in it, and what that was. A document without secrets is given as it is, any
 * other as a copy.
 */
export function withoutSecrets(document: JsonObject): {
  readonly document: JsonObject;
  readonly found: readonly FoundSecret[];
} {
  const found: FoundSecret[] = [];
  return { document: cleanObject(document, "", 0, found), found };
}

/**
 * An activity without the secrets of the accounts embedded in it: an `Update` holds the whole account it is
 * about. Posts themselves are not searched; what a person writes is no business of this function.
 */
export function withoutEmbeddedSecrets(
  activity: JsonObject,
  place: { readonly file: string; readonly pointer: string; readonly offset: number },
  report: RunOptions["onDiagnostic"],
): JsonObject {
  const { actor, object } = activity;
  // Runs for every item; most embed no account.
  if (!isJsonObject(actor) && !(isJsonObject(object) && isAccount(object))) return activity;
  let clean = activity;
  for (const [key, value] of Object.entries({ actor, object })) {
    if (!isJsonObject(value) || (key === "object" && !isAccount(value))) continue;
    const { document, found } = withoutSecrets(value);
    for (const { code, pointer } of found) {
      report?.(diagnostic(code, { ...place, pointer: `${place.pointer}/${key}${pointer}` }));
    }
    if (document !== value) clean = { ...clean, [key]: document };
  }
  return clean;
}

/** Accounts have an inbox, keys, or a name to be addressed by; posts have none of these. */
function isAccount(value: JsonObject): boolean {
  return value.inbox !== undefined || value.publicKey !== undefined || value.preferredUsername !== undefined;
}

function cleanObject(object: JsonObject, pointer: string, depth: number, found: FoundSecret[]): JsonObject {
  let copy: [string, unknown][] | null = null;
  const entries = Object.entries(object);
  for (const [n, [key, value]] of entries.entries()) {
    const here = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const code = secretOf(object, key, value);
    if (code !== null) {
      found.push({ code, pointer: here });
      copy ??= entries.slice(0, n);
      continue;
    }
    const clean = cleanValue(value, here, depth + 1, found);
    if (clean !== value) copy ??= entries.slice(0, n);
    copy?.push([key, clean]);
  }
  // Not by assignment: a key may be `__proto__`.
  return copy === null ? object : Object.fromEntries(copy);
}

function cleanValue(value: unknown, pointer: string, depth: number, found: FoundSecret[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return null;
  if (isJsonObject(value)) return cleanObject(value, pointer, depth, found);
  if (!Array.isArray(value)) return value;
  const list: readonly unknown[] = value;
  const clean: unknown[] = [];
  for (const [n, each] of list.entries()) {
    if (typeof each === "string" && holdsPrivateKey(each)) {
      found.push({ code: "secret/private-key", pointer: `${pointer}/${n}` });
      clean.push(null);
    } else clean.push(cleanValue(each, `${pointer}/${n}`, depth + 1, found));
  }
  return clean.some((each, n) => each !== list[n]) ? clean : value;
}

function secretOf(object: JsonObject, key: string, value: unknown): DiagnosticCode | null {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "string" && holdsPrivateKey(value)) return "secret/private-key";
  // The private part of a key in JWK.
  if (key === "d" && typeof object.kty === "string") return "secret/private-key";
  // Yes and no are settings: whether an address is shown, whether a password is set.
  if (typeof value === "boolean") return null;
  return SECRET_KEYS.get(key.toLowerCase().replaceAll(/[^a-z0-9]/g, "")) ?? null;
}
