/** The context of documents that hold nothing but ActivityStreams. */
export const AS2: "https://www.w3.org/ns/activitystreams" = "https://www.w3.org/ns/activitystreams";

/** The Public collection (ActivityPub §5.6), spelled in full: importers compare it as text. */
export const PUBLIC: "https://www.w3.org/ns/activitystreams#Public" =
  "https://www.w3.org/ns/activitystreams#Public";

/**
 * The context of a Mastodon export, with the terms that are used. Always an array: Sharkey's importer fails where
 * `actor.json` has a bare string.
 */
export const MASTODON_CONTEXT: readonly unknown[] = [
  AS2,
  "https://w3id.org/security/v1",
  {
    manuallyApprovesFollowers: "as:manuallyApprovesFollowers",
    sensitive: "as:sensitive",
    Hashtag: "as:Hashtag",
    alsoKnownAs: { "@id": "as:alsoKnownAs", "@type": "@id" },
    movedTo: { "@id": "as:movedTo", "@type": "@id" },
    toot: "http://joinmastodon.org/ns#",
    featured: { "@id": "toot:featured", "@type": "@id" },
    featuredTags: { "@id": "toot:featuredTags", "@type": "@id" },
    discoverable: "toot:discoverable",
    indexable: "toot:indexable",
    memorial: "toot:memorial",
    Emoji: "toot:Emoji",
    votersCount: "toot:votersCount",
    blurhash: "toot:blurhash",
    focalPoint: { "@container": "@list", "@id": "toot:focalPoint" },
    schema: "http://schema.org#",
    PropertyValue: "schema:PropertyValue",
    value: "schema:value",
    ostatus: "http://ostatus.org#",
    atomUri: "ostatus:atomUri",
    inReplyToAtomUri: "ostatus:inReplyToAtomUri",
    conversation: "ostatus:conversation",
    quote: { "@id": "https://w3id.org/fep/044f#quote", "@type": "@id" },
    quoteUri: "http://fedibird.com/ns#quoteUri",
    _misskey_quote: "https://misskey-hub.net/ns#_misskey_quote",
  },
];
