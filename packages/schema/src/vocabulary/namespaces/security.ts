import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const SECURITY_HEAD: NamespaceHead = {
  prefix: "sec",
  iri: "https://w3id.org/security#",
  title: "Security Vocabulary and Data Integrity",
  link: "https://www.w3.org/TR/vc-data-integrity/",
};
const DID_HEAD: NamespaceHead = {
  prefix: "did",
  iri: "https://www.w3.org/ns/did#",
  title: "Decentralized Identifiers",
  link: "https://www.w3.org/TR/did-core/",
};
const DCTERMS = "http://purl.org/dc/terms/";
const { many, one, type } = termsOf(SECURITY_HEAD);
const did = termsOf(DID_HEAD);
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;
const KEY = "Key";
const PROOF = "DataIntegrityProof";
const SIGNATURE = "RsaSignature2017";
const SECRET = { secret: true } as const;

/** Keys, signatures and proofs. What is marked secret must never leave the account's own copy of an archive. */
export const SECURITY: Namespace = namespace(SECURITY_HEAD, [
  type(KEY, "Object", "A public key, as Misskey types it."),
  type("CryptographicKey", "Object", "A public key, by its name in the security context.", {
    iri: `${SECURITY_HEAD.iri}Key`,
  }),
  type("Multikey", "Object", "A key in Multibase form.", { link: "https://w3id.org/fep/521a" }),
  type(PROOF, "Object", "A proof that a document comes from who controls a key.", {
    link: "https://w3id.org/fep/8b32",
  }),
  type(SIGNATURE, "Object", "A signature over the normalised document, as Mastodon made them.", {
    deprecated: "Data Integrity proofs",
    link: "https://docs.joinmastodon.org/spec/security/#ld",
  }),
  many("publicKey", ACTORS, [KEY, "CryptographicKey"], "The key that the actor signs HTTP requests with."),
  one("owner", KEY, ["Object", "Link"], "Whose key it is."),
  one("publicKeyPem", KEY, "string", "The public key in PEM form."),
  one("privateKeyPem", KEY, "string", "A private key in PEM form: a secret.", SECRET),
  one("privateKey", KEY, "json", "A private key: a secret.", SECRET),
  many("controller", "Multikey", ["Object", "Link"], "Who controls the key."),
  one("publicKeyMultibase", "Multikey", "string", "The public key in Multibase form."),
  one("secretKeyMultibase", "Multikey", "string", "The secret key in Multibase form: a secret.", SECRET),
  one("privateKeyMultibase", "Multikey", "string", "The secret key, by the name FEP-6fcd uses: a secret.", {
    ...SECRET,
    deprecated: "`secretKeyMultibase`",
  }),
  one("revoked", "Multikey", "dateTime", "When the key was revoked."),
  one("expires", ["Multikey", PROOF], "dateTime", "When the key or proof loses its force.", {
    iri: `${SECURITY_HEAD.iri}expiration`,
  }),
  many(
    "assertionMethod",
    ACTORS,
    ["Multikey", "Object", "Link"],
    "The keys that sign documents for the actor.",
  ),
  many("authentication", ACTORS, ["Multikey", "Object", "Link"], "The keys that prove who the actor is.", {
    iri: `${SECURITY_HEAD.iri}authenticationMethod`,
  }),
  many("proof", "Object", [PROOF], "The proof of a document's origin."),
  one("cryptosuite", PROOF, "string", "How the proof was made, such as `eddsa-jcs-2022`."),
  one("proofPurpose", PROOF, "termName", "What the proof is for, usually `assertionMethod`."),
  one("proofValue", PROOF, "string", "The proof itself, in Multibase form."),
  many(
    "verificationMethod",
    [...ACTORS, PROOF],
    ["Multikey", "Object", "Link"],
    "The key that verifies the proof.",
  ),
  one("challenge", PROOF, "string", "A text that the proof answers to."),
  many("domain", PROOF, "string", "Where the proof is meant to be used."),
  one("nonce", [PROOF, SIGNATURE], "string", "A text used only once."),
  one("previousProof", PROOF, "anyURI", "The proof that has to be checked first."),
  one("digestMultibase", "Link", "string", "The hash of the linked file, in Multibase form.", {
    link: "https://w3id.org/fep/ef61",
  }),
  one("signature", "Activity", [SIGNATURE], "The signature over an activity.", { since: "Mastodon 1.6" }),
  one("signatureValue", SIGNATURE, "string", "The signature itself, in Base64."),
  one("signatureAlgorithm", SIGNATURE, "string", "How the signature was made.", {
    iri: `${SECURITY_HEAD.iri}signingAlgorithm`,
  }),
  one("creator", SIGNATURE, "anyURI", "The key that signed.", { iri: `${DCTERMS}creator` }),
  one("created", [SIGNATURE, PROOF], "dateTime", "When it was signed.", { iri: `${DCTERMS}created` }),
]);

/** The terms of DID documents that actors borrow, for example to offer an export (FEP-9091). */
export const DID: Namespace = namespace(DID_HEAD, [
  did.many("service", ACTORS, ["ServiceEndpoint"], "Services that the actor offers."),
  did.one("serviceEndpoint", "ServiceEndpoint", "anyURI", "Where the service is."),
  did.shape("ServiceEndpoint", "A service: its `type` and where it is."),
]);
