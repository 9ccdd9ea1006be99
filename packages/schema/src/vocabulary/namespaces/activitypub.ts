import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "as",
  iri: "https://www.w3.org/ns/activitystreams#",
  title: "ActivityPub",
  link: "https://www.w3.org/TR/activitypub/",
};
const { many, one, shape, value } = termsOf(HEAD);

const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;
const COLLECTION = ["Collection"] as const;
const ORDERED = ["OrderedCollection"] as const;
const OBJECTS = { link: "https://www.w3.org/TR/activitypub/#obj" };
const ACTOR = { link: "https://www.w3.org/TR/activitypub/#actor-objects" };

/** The terms that ActivityPub adds to the same namespace and context. */
export const ACTIVITYPUB: Namespace = namespace(HEAD, [
  value("Public", "The collection of everyone: a recipient that makes a thing public.", {
    link: "https://www.w3.org/TR/activitypub/#public-addressing",
  }),
  one("inbox", ACTORS, ORDERED, "Where the actor receives activities.", {
    iri: "http://www.w3.org/ns/ldp#inbox",
    link: "https://www.w3.org/TR/activitypub/#inbox",
  }),
  one("outbox", ACTORS, ORDERED, "What the actor has done. In an archive, often a file name.", {
    link: "https://www.w3.org/TR/activitypub/#outbox",
  }),
  one("following", ACTORS, COLLECTION, "Whom the actor follows.", ACTOR),
  one(
    "followers",
    ACTORS,
    COLLECTION,
    "Who follows the actor; also the address of followers-only posts.",
    ACTOR,
  ),
  one("liked", ACTORS, COLLECTION, "What the actor has liked.", ACTOR),
  many("streams", ACTORS, COLLECTION, "Further collections the actor offers.", ACTOR),
  one(
    "preferredUsername",
    ACTORS,
    "langString",
    "The short name of the account, without a host. Not unique.",
    ACTOR,
  ),
  one(
    "endpoints",
    ACTORS,
    ["Endpoints", "anyURI"],
    "Addresses of the server that serve all its actors.",
    ACTOR,
  ),
  many("alsoKnownAs", ACTORS, ["Object", "Link"], "Other accounts of the same person: who may move here.", {
    link: "https://www.w3.org/ns/activitystreams",
  }),
  one(
    "likes",
    "Object",
    COLLECTION,
    "Who liked it. In an exported actor, the file of what the actor liked.",
    {
      link: "https://www.w3.org/TR/activitypub/#likes",
    },
  ),
  one("shares", "Object", COLLECTION, "Who announced it.", {
    link: "https://www.w3.org/TR/activitypub/#shares",
  }),
  one(
    "source",
    "Object",
    "Source",
    "What the author typed, before it became the HTML of `content`.",
    OBJECTS,
  ),
  shape("Source", "A text in its author's own markup: `content` and `mediaType`.", OBJECTS),
  shape("Endpoints", "The server's addresses for clients and for other servers.", ACTOR),
  one(
    "sharedInbox",
    "Endpoints",
    "anyURI",
    "Where other servers deliver once for all actors of this one.",
    ACTOR,
  ),
  one(
    "proxyUrl",
    "Endpoints",
    "anyURI",
    "Where a client gets a remote object through its own server.",
    ACTOR,
  ),
  one("uploadMedia", "Endpoints", "anyURI", "Where a client uploads files.", {
    ...ACTOR,
    deprecated: "the media endpoint of a server's own API; the specification dropped it",
  }),
  one("oauthAuthorizationEndpoint", "Endpoints", "anyURI", "Where a person authorises a client.", ACTOR),
  one("oauthTokenEndpoint", "Endpoints", "anyURI", "Where a client gets its token.", ACTOR),
  one("provideClientKey", "Endpoints", "anyURI", "Where a person authorises a client's public key.", ACTOR),
  one("signClientKey", "Endpoints", "anyURI", "Where a client's key is signed for a while.", ACTOR),
]);
