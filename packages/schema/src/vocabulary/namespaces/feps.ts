import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const RECIPIENT = ["Object", "Link", "publicAlias"] as const;
const OBJECT_OR_LINK = ["Object", "Link"] as const;
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;

/** A Fediverse Enhancement Proposal: most use `#` in their IRIs, some a slash. */
function fep(slug: string, title: string, iri = `https://w3id.org/fep/${slug}#`): NamespaceHead {
  return { prefix: `fep${slug}`, iri, title: `FEP-${slug}: ${title}`, link: `https://w3id.org/fep/${slug}` };
}

const QUOTES_HEAD = fep("044f", "quote posts with consent");
const quotes = termsOf(QUOTES_HEAD);
const QUOTES: Namespace = namespace(QUOTES_HEAD, [
  quotes.type(
    "QuoteRequest",
    "Activity",
    "A request to be allowed to quote a post: `object`, by `instrument`.",
    {
      since: "Mastodon 4.5",
    },
  ),
  quotes.type("QuoteAuthorization", "Object", "The author's word that a quote is allowed.", {
    since: "Mastodon 4.5",
  }),
  quotes.one(
    "quote",
    "Object",
    OBJECT_OR_LINK,
    "The post that this one quotes; a Tombstone when it is gone.",
    {
      since: "Mastodon 4.5",
    },
  ),
  quotes.one("quoteAuthorization", "Object", ["QuoteAuthorization"], "The authorisation of the quote.", {
    since: "Mastodon 4.5",
  }),
]);

const FEATURES_HEAD = fep("7aa9", "collections of featured accounts");
const features = termsOf(FEATURES_HEAD);
const IN_4_6 = { since: "Mastodon 4.6" };
const FEATURES: Namespace = namespace(FEATURES_HEAD, [
  features.type(
    "FeaturedCollection",
    "OrderedCollection",
    "A collection of accounts that someone recommends.",
    IN_4_6,
  ),
  features.type("FeaturedItem", "Object", "One account in a featured collection.", IN_4_6),
  features.type("FeatureRequest", "Activity", "A request to be allowed to feature an account.", IN_4_6),
  features.type("FeatureAuthorization", "Object", "The account's word that it may be featured.", IN_4_6),
  features.one("canFeature", "InteractionPolicy", "InteractionRule", "Who may feature the account.", IN_4_6),
  features.one(
    "topic",
    "FeaturedCollection",
    OBJECT_OR_LINK,
    "The hashtag a featured collection is about.",
    IN_4_6,
  ),
  features.one("featuredObject", "FeaturedItem", OBJECT_OR_LINK, "The account that is featured.", IN_4_6),
  features.one(
    "featureAuthorization",
    "FeaturedItem",
    ["FeatureAuthorization"],
    "The authorisation.",
    IN_4_6,
  ),
]);

const WEBFINGER_HEAD: NamespaceHead = {
  ...fep("2c59", "an actor's WebFinger address", "https://purl.archive.org/socialweb/webfinger#"),
  prefix: "wf",
};
const WEBFINGER: Namespace = namespace(WEBFINGER_HEAD, [
  termsOf(WEBFINGER_HEAD).one("webfinger", ACTORS, "string", "The account's address, as user@host."),
]);

const BLOCKS_HEAD: NamespaceHead = {
  ...fep("c648", "blocked collection", "https://purl.archive.org/socialweb/blocked#"),
  prefix: "bl",
};
const blocks = termsOf(BLOCKS_HEAD);
const BLOCKS: Namespace = namespace(BLOCKS_HEAD, [
  blocks.one("blocked", ACTORS, "Collection", "Whom the actor blocks. For the account alone."),
  blocks.one("blocks", ACTORS, "Collection", "The Block activities of the actor. For the account alone."),
]);

const MOVES_HEAD = fep("7628", "move actor");
const moves = termsOf(MOVES_HEAD);
const MOVES: Namespace = namespace(MOVES_HEAD, [
  moves.one("movedTo", ACTORS, OBJECT_OR_LINK, "The account that this one has moved to."),
  moves.many("copiedTo", ACTORS, OBJECT_OR_LINK, "Accounts that this one is copied to."),
]);

const MIGRATION_HEAD = fep("1580", "move of objects");
const migration = termsOf(MIGRATION_HEAD);
const MIGRATION: Namespace = namespace(MIGRATION_HEAD, [
  migration.one("migration", ACTORS, "Collection", "What has to move with the account."),
  migration.one("moves", ACTORS, "Collection", "Where each moved object is now."),
  migration.many("migratedFrom", "Object", OBJECT_OR_LINK, "What the object was before it moved."),
  migration.one("migratedAt", "Object", "dateTime", "When the object moved."),
]);

const AUTHENTICATED_HEAD: NamespaceHead = {
  ...fep("7502", "visibility limited to authenticated actors", "http://www.w3.org/ns/auth/acl#"),
  prefix: "acl",
};
const AUTHENTICATED: Namespace = namespace(AUTHENTICATED_HEAD, [
  termsOf(AUTHENTICATED_HEAD).value(
    "AuthenticatedAgent",
    "Everybody who has signed in, as a recipient: wider than followers, narrower than public.",
  ),
]);

const MFM_HEAD = fep("c16b", "MFM in HTML");
const MFM: Namespace = namespace(MFM_HEAD, [
  termsOf(MFM_HEAD).one(
    "htmlMfm",
    "Object",
    "boolean",
    "That the HTML of `content` says all that the MFM source does.",
  ),
]);

const PORTABLE_HEAD = fep("ef61", "portable objects", "https://w3id.org/fep/ef61/");
const PORTABLE: Namespace = namespace(PORTABLE_HEAD, [
  termsOf(PORTABLE_HEAD).many(
    "gateways",
    ACTORS,
    "anyURI",
    "The servers through which a portable actor is reached.",
    {
      list: true,
    },
  ),
]);

const POLLS_HEAD = fep("9967", "polls", "https://w3id.org/fep/9967/");
const POLLS: Namespace = namespace(POLLS_HEAD, [
  termsOf(POLLS_HEAD).type("Respond", "Activity", "An answer to a poll."),
]);

const THREADS_HEAD = fep("171b", "conversation containers", "https://w3id.org/fep/171b/");
const threads = termsOf(THREADS_HEAD);
const THREADS: Namespace = namespace(THREADS_HEAD, [
  threads.one(
    "contextHistory",
    "Object",
    "Collection",
    "All activities of a conversation, kept by its owner.",
    {
      link: "https://w3id.org/fep/7888",
    },
  ),
  threads.one("collectionOf", "Collection", "termName", "What kind of thing a collection holds.", {
    iri: "https://fediversity.site/apschema#collectionOf",
  }),
]);

const ORDER_HEAD = fep("1985", "order of a collection", "https://w3id.org/fep/1985/");
const order = termsOf(ORDER_HEAD);
const ORDER: Namespace = namespace(ORDER_HEAD, [
  order.one("orderType", "OrderedCollection", "termName", "In which order the items stand."),
  order.value("ForwardChronological", "A value of `orderType`: oldest first."),
  order.value("ReverseChronological", "A value of `orderType`: newest first."),
]);

const HISTORY_HEAD = fep("bad1", "object history", "https://w3id.org/fep/bad1/");
const HISTORY: Namespace = namespace(HISTORY_HEAD, [
  termsOf(HISTORY_HEAD).one("history", "Object", "Collection", "What happened to the object."),
]);

const INVERSE_HEAD = fep("5711", "inverse properties of collections");
const inverse = termsOf(INVERSE_HEAD);
const INVERSE: Namespace = namespace(INVERSE_HEAD, [
  inverse.one("likesOf", "Collection", OBJECT_OR_LINK, "Whose `likes` the collection is."),
  inverse.one("sharesOf", "Collection", OBJECT_OR_LINK, "Whose `shares` the collection is."),
  inverse.one("repliesOf", "Collection", OBJECT_OR_LINK, "Whose `replies` the collection is."),
  inverse.one("inboxOf", "Collection", OBJECT_OR_LINK, "Whose `inbox` the collection is."),
  inverse.one("outboxOf", "Collection", OBJECT_OR_LINK, "Whose `outbox` the collection is."),
  inverse.one("followersOf", "Collection", OBJECT_OR_LINK, "Whose `followers` the collection is."),
  inverse.one("followingOf", "Collection", OBJECT_OR_LINK, "Whose `following` the collection is."),
  inverse.one("likedOf", "Collection", OBJECT_OR_LINK, "Whose `liked` the collection is."),
]);

const CAPABILITIES_HEAD = fep("844e", "capability discovery", "https://w3id.org/fep/844e/");
const CAPABILITIES: Namespace = namespace(CAPABILITIES_HEAD, [
  termsOf(CAPABILITIES_HEAD).many(
    "implements",
    "Application",
    OBJECT_OR_LINK,
    "The specifications it implements.",
  ),
]);

const STATEMENT_HEAD = fep("c390", "identity proofs", "https://w3id.org/fep/c390/");
const STATEMENT: Namespace = namespace(STATEMENT_HEAD, [
  termsOf(STATEMENT_HEAD).type(
    "VerifiableIdentityStatement",
    "Object",
    "A profile field in which a key states whose it is.",
  ),
  termsOf(STATEMENT_HEAD).many(
    "alsoKnownAs",
    "VerifiableIdentityStatement",
    RECIPIENT,
    "The actor a key belongs to.",
    {
      iri: "https://www.w3.org/ns/activitystreams#alsoKnownAs",
    },
  ),
]);

/** The proposals that add terms of their own. Others (7888, 8967, e232, 9098, b2b8, dc88) only use terms of the rest. */
export const FEPS: readonly Namespace[] = [
  QUOTES,
  FEATURES,
  WEBFINGER,
  BLOCKS,
  MOVES,
  MIGRATION,
  AUTHENTICATED,
  MFM,
  PORTABLE,
  POLLS,
  THREADS,
  ORDER,
  HISTORY,
  INVERSE,
  CAPABILITIES,
  STATEMENT,
];
