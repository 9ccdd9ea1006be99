/**
 * Brings the address of a context to the form the tables are keyed by: servers write the same one with
 * `http:` or `https:`, with a trailing `#` or `/`, and with or without `.jsonld` or `.json`. What is no web
 * address is returned as it stands.
 */
export function contextKey(address: string): string {
  const parts = WEB_ADDRESS.exec(address.trim());
  if (parts === null) return address;
  const [, host = "", path = ""] = parts;
  return host.toLowerCase() + path.replace(/\/+$/u, "").replace(/\.json(?:ld)?$/u, "");
}

// Not `new URL`: templates such as `https://{{domain}}/…` are met in real documents and must resolve too.
const WEB_ADDRESS = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/iu;

/** Where each bundled context is published, without the scheme, and the name it is bundled under. */
export const CONTEXT_ADDRESSES: Readonly<Record<string, string>> = {
  "bookwyrm.social/ns": "bookwyrm",
  "funkwhale.audio/ns": "funkwhale",
  "gotosocial.org/ns": "gotosocial",
  "join-lemmy.org/context": "join-lemmy",
  "joinmastodon.org/ns": "joinmastodon",
  "litepub.social/litepub/context": "litepub-0.1",
  "litepub.social/ns": "litepub-0.1",
  "purl.archive.org/miscellany": "miscellany",
  "purl.archive.org/socialweb/blocked": "blocked",
  "purl.archive.org/socialweb/miscellany": "miscellany",
  "purl.archive.org/socialweb/oauth": "oauth",
  "purl.archive.org/socialweb/webfinger": "webfinger",
  "schema.org": "schema-org",
  "schema.org/docs/jsonldcontext": "schema-org",
  "w3id.org/did/v1": "did-v1",
  "w3id.org/identity/v1": "identity-v1",
  "w3id.org/security/data-integrity/v1": "data-integrity-v1",
  "w3id.org/security/data-integrity/v2": "data-integrity-v2",
  "w3id.org/security/multikey/v1": "multikey-v1",
  "w3id.org/security/suites/ed25519-2020/v1": "ed25519-2020-v1",
  "w3id.org/security/v1": "security-v1",
  "w3id.org/security/v2": "security-v2",
  "www.w3.org/ns/activitystreams": "activitystreams",
  "www.w3.org/ns/cid/v1": "cid-v1",
  "www.w3.org/ns/credentials/v2": "credentials-v2",
  "www.w3.org/ns/did/v1": "did-v1",
};

// Every instance serves these itself, so the host tells nothing.
const PER_HOST: readonly (readonly [path: RegExp, name: string])[] = [
  [/\/schemas\/litepub-0\.1$/u, "litepub-0.1"],
  [/^[^/]+\/apschema(?:\/v\d+(?:\.\d+)*)?$/u, "apschema"],
  [/^[^/]+\/context$/u, "join-lemmy"],
  [/^[^/]+\/contexts$/u, "mbin"],
];

/** The name a context is bundled under, or `null` when it is none of those. */
export function contextName(address: string): string | null {
  const key = contextKey(address);
  const name = Object.hasOwn(CONTEXT_ADDRESSES, key) ? CONTEXT_ADDRESSES[key] : undefined;
  if (name !== undefined) return name;
  const proposal = FEP.exec(key)?.[1];
  if (proposal !== undefined) return `fep/${proposal}`;
  return PER_HOST.find(([path]) => path.test(key))?.[1] ?? null;
}

// `https://w3id.org/fep/7628`; the documents of single terms below it (`…/bad1/history`) mean the same context.
const FEP = /^w3id\.org\/fep\/([0-9a-f]{4})(?:\/|$)/u;
