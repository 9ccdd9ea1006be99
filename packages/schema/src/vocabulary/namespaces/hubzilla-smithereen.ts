import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const ZOT_HEAD: NamespaceHead = {
  prefix: "zot",
  iri: "https://hubzilla.org/apschema#",
  title: "Hubzilla, (streams), Forte",
  link: "https://hubzilla.org/apschema",
};
const DIASPORA_HEAD: NamespaceHead = {
  prefix: "diaspora",
  iri: "https://diasporafoundation.org/ns/",
  title: "diaspora*",
  link: "https://diaspora.github.io/diaspora_federation/",
};
const DFRN_HEAD: NamespaceHead = {
  prefix: "dfrn",
  iri: "http://purl.org/macgirvin/dfrn/1.0/",
  title: "DFRN (Friendica)",
  link: "https://github.com/friendica/friendica/blob/develop/spec/dfrn2.pdf",
};
const SMITHEREEN_HEAD: NamespaceHead = {
  prefix: "sm",
  iri: "http://smithereen.software/ns#",
  title: "Smithereen",
  link: "https://github.com/grishka/Smithereen/blob/master/FEDERATION.md",
};
const { many, one, type } = termsOf(ZOT_HEAD);
const diaspora = termsOf(DIASPORA_HEAD);
const smithereen = termsOf(SMITHEREEN_HEAD);
const dfrn = termsOf(DFRN_HEAD);
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;

export const ZOT: Namespace = namespace(ZOT_HEAD, [
  type("nomadicLocation", "Object", "One of the servers that hold a clone of an account."),
  one("directMessage", "Object", "boolean", "That it is a direct message."),
  one("commentPolicy", "Object", "string", "Who may comment, and until when."),
  many(
    "nomadicLocations",
    ACTORS,
    ["nomadicLocation", "Link"],
    "The servers that hold clones of the account.",
  ),
  many("nomadicHubs", ACTORS, "string", "The hosts of those servers."),
  one("locationAddress", "nomadicLocation", "string", "The account's address on one server."),
  one("locationPrimary", "nomadicLocation", "boolean", "That this is the main one."),
  one("locationDeleted", "nomadicLocation", "boolean", "That the clone is gone."),
  one("emojiReaction", "Object", "json", "A reaction with an emoji."),
  one("expires", "Object", "dateTime", "When the post is to vanish."),
  one("magicEnv", "Object", ["MagicEnvelope", "anyURI"], "A signature of the Salmon kind."),
  termsOf(ZOT_HEAD).shape("MagicEnvelope", "The parts of a Salmon signature."),
  one("meData", "MagicEnvelope", "string", "What is signed, encoded."),
  one("meDataType", "MagicEnvelope", "string", "The media type of what is signed."),
  one("meEncoding", "MagicEnvelope", "string", "How it is encoded."),
  one("meAlgorithm", "MagicEnvelope", "string", "How it was signed."),
  one("meCreator", "MagicEnvelope", "string", "Who signed."),
  one("meSignatureValue", "MagicEnvelope", "string", "The signature itself."),
  many("replyTo", "Object", ["Object", "Link"], "Where answers should go."),
]);

export const DIASPORA: Namespace = namespace(DIASPORA_HEAD, [
  diaspora.one("guid", "Object", "string", "The id that the thing has in diaspora*."),
  diaspora.one("diaspora:guid", "Object", "string", "The id that the thing has in diaspora*."),
  diaspora.one(
    "diaspora:comment",
    "Object",
    "string",
    "A comment with diaspora*'s signature, as JSON in a string.",
  ),
  diaspora.one(
    "diaspora:like",
    "Object",
    "string",
    "A like with diaspora*'s signature, as JSON in a string.",
  ),
]);

export const DFRN: Namespace = namespace(DFRN_HEAD, [
  dfrn.one("dfrn:diaspora_guid", "Object", "string", "The id that the thing has in diaspora*."),
]);

export const SMITHEREEN: Namespace = namespace(SMITHEREEN_HEAD, [
  smithereen.one("nonAnonymous", "Question", "boolean", "That everybody sees who voted for what."),
  smithereen.one("wall", ACTORS, "Collection", "What others wrote on the account's wall."),
  smithereen.one("friends", ACTORS, "Collection", "The account's friends."),
  smithereen.one("groups", ACTORS, "Collection", "The groups that the account is in."),
  smithereen.one("members", "Group", "Collection", "The members of a group."),
  smithereen.one("tentativeMembers", "Group", "Collection", "Those who may come to an event."),
  smithereen.one("photoAlbums", ACTORS, "Collection", "The account's albums."),
]);
