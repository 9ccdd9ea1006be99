import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const TOOT: NamespaceHead = {
  prefix: "toot",
  iri: "http://joinmastodon.org/ns#",
  title: "Mastodon",
  link: "https://docs.joinmastodon.org/spec/activitypub/",
  linkTo: (name) => `https://docs.joinmastodon.org/spec/activitypub/#${name}`,
};
const OSTATUS: NamespaceHead = {
  prefix: "ostatus",
  iri: "http://ostatus.org#",
  title: "OStatus",
  link: "https://www.w3.org/community/ostatus/",
};
const { many, one, type } = termsOf(TOOT);
const ostatus = termsOf(OSTATUS);
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;
const E2EE = { since: "Mastodon 3.2", deprecated: "gone since Mastodon 4.3, with end-to-end encryption" };
const IN_4_6 = { since: "Mastodon 4.6" };

/** Mastodon's own terms; most of the fediverse writes them too. */
export const MASTODON: Namespace = namespace(TOOT, [
  type(
    "Emoji",
    "Object",
    "A custom emoji: a `name` such as `:cat:` that stands in the text, and its picture as `icon`.",
  ),
  type("IdentityProof", "Object", "A proof on a profile that an account elsewhere is the same person's.", {
    since: "Mastodon 2.8",
    deprecated: "gone since Mastodon 3.5",
  }),
  type("Device", "Object", "A device that can receive encrypted messages.", E2EE),
  type("EncryptedMessage", "Object", "A message that only one device can read.", E2EE),
  type("Ed25519Key", "Object", "The key by which a device signs.", E2EE),
  type("Curve25519Key", "Object", "The key by which messages to a device are encrypted.", E2EE),
  type("Ed25519Signature", "Object", "A signature by a device's key.", E2EE),
  one("featured", ACTORS, "Collection", "The posts pinned to the profile."),
  one("featuredTags", ACTORS, "Collection", "The hashtags featured on the profile.", {
    since: "Mastodon 3.3",
  }),
  one(
    "featuredCollections",
    ACTORS,
    "Collection",
    "The collections of accounts that the profile shows.",
    IN_4_6,
  ),
  one("discoverable", ACTORS, "boolean", "That the account may be recommended and listed in directories.", {
    since: "Mastodon 3.0",
  }),
  one("indexable", ACTORS, "boolean", "That the account's public posts may be searched.", {
    since: "Mastodon 4.2",
  }),
  one("memorial", ACTORS, "boolean", "That the person has died.", { since: "Mastodon 4.2" }),
  one("suspended", ACTORS, "boolean", "That the server has suspended the account.", {
    since: "Mastodon 3.3",
  }),
  one("showFeatured", ACTORS, "boolean", "That the profile shows what it features.", IN_4_6),
  one("showMedia", ACTORS, "boolean", "That the profile has a tab for media.", IN_4_6),
  one("showRepliesInMedia", ACTORS, "boolean", "That the media tab shows replies too.", IN_4_6),
  many(
    "attributionDomains",
    ACTORS,
    "string",
    "Web sites that may name the account as an article's author.",
    {
      since: "Mastodon 4.3",
    },
  ),
  one("blurhash", "Document", "string", "A blurred thumbnail in a few characters.", {
    since: "Mastodon 2.8.1",
  }),
  one(
    "focalPoint",
    "Document",
    "float",
    "The two coordinates, from -1 to 1, that a crop should keep in view.",
    {
      list: true,
    },
  ),
  one("votersCount", "Question", "nonNegativeInteger", "How many people voted.", { since: "Mastodon 3.0" }),
  one("devices", ACTORS, "Collection", "The devices that take encrypted messages.", E2EE),
  one("claim", "Device", "anyURI", "Where a key of the device can be had.", E2EE),
  one("deviceId", ["Device", "EncryptedMessage"], "string", "The name of a device.", E2EE),
  one("fingerprintKey", "Device", "Ed25519Key", "The key that identifies a device.", E2EE),
  one(
    "identityKey",
    "Device",
    "Curve25519Key",
    "The key that messages to a device are encrypted with.",
    E2EE,
  ),
  one("publicKeyBase64", ["Ed25519Key", "Curve25519Key"], "string", "A public key in Base64.", E2EE),
  one(
    "messageFranking",
    "EncryptedMessage",
    "string",
    "What lets a recipient report an encrypted message.",
    E2EE,
  ),
  one("messageType", "EncryptedMessage", "integer", "The kind of an encrypted message.", E2EE),
  one("cipherText", "EncryptedMessage", "string", "The text of a message, encrypted.", E2EE),
]);

/** Names of the protocol that Mastodon, Pleroma and others spoke before ActivityPub. */
export const OSTATUS_TERMS: Namespace = namespace(OSTATUS, [
  ostatus.one(
    "atomUri",
    "Object",
    "string",
    "The id that the thing had under OStatus, such as a `tag:` URI.",
  ),
  ostatus.one("inReplyToAtomUri", "Object", "string", "The OStatus id of what this is an answer to."),
  ostatus.one(
    "conversation",
    "Object",
    "string",
    "The conversation: an opaque string, `tag:` URI or address.",
  ),
]);
