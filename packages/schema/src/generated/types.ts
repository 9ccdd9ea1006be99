// Generated from src/vocabulary by `pnpm --filter @archive/schema generate`: change the tables, not this file.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated

/** A property that may have one value or several. */
export type OneOrMany<T> = T | readonly T[];
/** An absolute IRI: the id of something, or where it is. */
export type Iri = string;
/** A date and time as in RFC 3339, seconds optional. */
export type DateTime = string;
/** A day as YYYY-MM-DD. */
export type Day = string;
/** An xsd:duration such as PT5S. */
export type Duration = string;
/** A BCP 47 language tag. */
export type LanguageTag = string;
/** Text by language tag. */
export type LanguageMap = Readonly<Record<LanguageTag, string>>;
/** The fields of a document that no table knows: they are kept. */
export interface UnknownFields {
  readonly [key: string]: unknown;
}
/**
 * A type name of an extension: a compact or a whole IRI. A bare name that no table knows has no type of its own,
 * or `type` could not tell the known classes apart; what comes from outside is `unknown` until checked anyway.
 */
export type ExtensionTypeName = `${string}:${string}`;
/** An object or link of a type that no table knows, of several types, or of none. */
export interface UnknownObject extends ObjectProperties {
  readonly type?: ExtensionTypeName | readonly string[] | null;
}
/** What stands for an object: its IRI, the object itself, or a link to it. */
export type Reference = Iri | AnyObject | AnyLink | UnknownObject;

/** A text in its author's own markup: `content` and `mediaType`. */
export interface Source extends UnknownFields {
}

/** The server's addresses for clients and for other servers. */
export interface Endpoints extends UnknownFields {
  /**
   * Where other servers deliver once for all actors of this one.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly sharedInbox?: Iri | null;
  /**
   * Where a client gets a remote object through its own server.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly proxyUrl?: Iri | null;
  /**
   * Where a client uploads files.
   * @deprecated Use instead: the media endpoint of a server's own API; the specification dropped it.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly uploadMedia?: Iri | null;
  /**
   * Where a person authorises a client.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly oauthAuthorizationEndpoint?: Iri | null;
  /**
   * Where a client gets its token.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly oauthTokenEndpoint?: Iri | null;
  /**
   * Where a person authorises a client's public key.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly provideClientKey?: Iri | null;
  /**
   * Where a client's key is signed for a while.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly signClientKey?: Iri | null;
  /**
   * Where a client registers with the server.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly oauthRegistrationEndpoint?: Iri | null;
}

/** A language as PeerTube and Lemmy write it: `identifier` and `name`. */
export interface Language extends UnknownFields {
  /**
   * A short name: a language tag or a number.
   * @see https://schema.org/identifier
   */
  readonly identifier?: string | null;
}

/** A category or licence as PeerTube writes it: `identifier` and `name`. */
export interface Category extends UnknownFields {
  /**
   * A short name: a language tag or a number.
   * @see https://schema.org/identifier
   */
  readonly identifier?: string | null;
}

/** What an account can do (LitePub), or what others may do with a post (Pixelfed). */
export interface Capabilities extends UnknownFields {
  /**
   * That the account takes chat messages.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly acceptsChatMessages?: boolean | null;
  /**
   * Who may boost the post.
   * @see https://docs.pixelfed.org/
   */
  readonly announce?: string | null;
  /**
   * Who may like the post.
   * @see https://docs.pixelfed.org/
   */
  readonly like?: string | null;
  /**
   * Who may answer; the string `[]` when nobody may.
   * @see https://docs.pixelfed.org/
   */
  readonly reply?: string | null;
}

/** A licence given as free text. */
export interface CustomEmojiLicense extends UnknownFields {
  /**
   * The licence in words.
   * @see https://misskey-hub.net/ns#freetext
   */
  readonly freeText?: string | null;
}

/** Who may do what: one rule for each kind of interaction. */
export interface InteractionPolicy extends UnknownFields {
  /**
   * Who may answer.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly canReply?: Reference | null;
  /**
   * Who may like.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly canLike?: InteractionRule | null;
  /**
   * Who may boost.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly canAnnounce?: InteractionRule | null;
  /**
   * Who may quote.
   * @see https://w3id.org/fep/044f
   */
  readonly canQuote?: InteractionRule | null;
  /**
   * Who may feature the account.
   * @since Mastodon 4.6
   * @see https://w3id.org/fep/7aa9
   */
  readonly canFeature?: InteractionRule | null;
}

/** Who may do it at once, and who after the author has agreed. */
export interface InteractionRule extends UnknownFields {
  /**
   * Those who may at once.
   * @since GoToSocial 0.20
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly automaticApproval?: OneOrMany<Reference> | null;
  /**
   * Those who may when the author agrees.
   * @since GoToSocial 0.20
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly manualApproval?: OneOrMany<Reference> | null;
  /**
   * Those who may at once.
   * @deprecated Use instead: `automaticApproval`.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly always?: OneOrMany<Reference> | null;
  /**
   * Those who may when the author agrees.
   * @deprecated Use instead: `manualApproval`.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly approvalRequired?: OneOrMany<Reference> | null;
}

/** A service: its `type` and where it is. */
export interface ServiceEndpoint extends UnknownFields {
  /**
   * Where the service is.
   * @see https://www.w3.org/TR/did-core/
   */
  readonly serviceEndpoint?: Iri | null;
}

/** The parts of a Salmon signature. */
export interface MagicEnvelope extends UnknownFields {
  /**
   * What is signed, encoded.
   * @see https://hubzilla.org/apschema
   */
  readonly meData?: string | null;
  /**
   * The media type of what is signed.
   * @see https://hubzilla.org/apschema
   */
  readonly meDataType?: string | null;
  /**
   * How it is encoded.
   * @see https://hubzilla.org/apschema
   */
  readonly meEncoding?: string | null;
  /**
   * How it was signed.
   * @see https://hubzilla.org/apschema
   */
  readonly meAlgorithm?: string | null;
  /**
   * Who signed.
   * @see https://hubzilla.org/apschema
   */
  readonly meCreator?: string | null;
  /**
   * The signature itself.
   * @see https://hubzilla.org/apschema
   */
  readonly meSignatureValue?: string | null;
}

/** What a Object may say, whatever its type is called. */
export interface ObjectProperties extends UnknownFields {
  /**
   * The globally unique address of the thing. Absent or null: it has none.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-id
   */
  readonly id?: Iri | null;
  /**
   * Plain text, no HTML: a title, the name of an account, or alternative text.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-name
   */
  readonly name?: OneOrMany<string> | null;
  /** `name` by language. */
  readonly nameMap?: LanguageMap | null;
  /**
   * A summary in HTML. Under a post it is the content warning.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-summary
   */
  readonly summary?: OneOrMany<string> | null;
  /** `summary` by language. */
  readonly summaryMap?: LanguageMap | null;
  /**
   * The text itself, HTML unless `mediaType` says otherwise.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-content
   */
  readonly content?: OneOrMany<string> | null;
  /** `content` by language. */
  readonly contentMap?: LanguageMap | null;
  /**
   * The media type of what a link leads to, or of an object's `content`.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-mediatype
   */
  readonly mediaType?: string | null;
  /**
   * What comes with the object: pictures, files, profile fields.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-attachment
   */
  readonly attachment?: OneOrMany<Reference> | null;
  /**
   * Who it is from; not always whoever performed an activity on it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-attributedto
   */
  readonly attributedTo?: OneOrMany<Reference> | null;
  /**
   * What it belongs to; on the fediverse, the conversation.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-context
   */
  readonly context?: OneOrMany<Reference> | null;
  /**
   * The software that made it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-generator
   */
  readonly generator?: OneOrMany<Reference> | null;
  /**
   * A small picture that stands for the object: an avatar.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-icon
   */
  readonly icon?: OneOrMany<Iri | Image | AnyLink> | null;
  /**
   * A picture of the object, of any size: a profile's header.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-image
   */
  readonly image?: OneOrMany<Iri | Image | AnyLink> | null;
  /**
   * What this is an answer to.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-inreplyto
   */
  readonly inReplyTo?: OneOrMany<Reference> | null;
  /**
   * Where it is or takes place.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-location
   */
  readonly location?: OneOrMany<Reference> | null;
  /**
   * Something that gives an impression of it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-preview
   */
  readonly preview?: OneOrMany<Reference> | null;
  /**
   * The answers to it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-replies
   */
  readonly replies?: Iri | AnyCollection | null;
  /**
   * What it is related to without holding it: mentions, hashtags, custom emojis.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-tag
   */
  readonly tag?: OneOrMany<Reference> | null;
  /**
   * Where a browser finds it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-url
   */
  readonly url?: OneOrMany<Iri | AnyLink> | null;
  /**
   * How long it lasts.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-duration
   */
  readonly duration?: Duration | null;
  /**
   * When it begins.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-starttime
   */
  readonly startTime?: DateTime | null;
  /**
   * When it ends; for a poll, when it closes.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-endtime
   */
  readonly endTime?: DateTime | null;
  /**
   * When it was published.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-published
   */
  readonly published?: DateTime | null;
  /**
   * When it was last changed.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-updated
   */
  readonly updated?: DateTime | null;
  /**
   * The primary recipients, public.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-to
   */
  readonly to?: OneOrMany<Reference> | null;
  /**
   * The secondary recipients, public.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-cc
   */
  readonly cc?: OneOrMany<Reference> | null;
  /**
   * The primary recipients nobody else may see; removed before delivery.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-bto
   */
  readonly bto?: OneOrMany<Reference> | null;
  /**
   * The secondary recipients nobody else may see; removed before delivery.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-bcc
   */
  readonly bcc?: OneOrMany<Reference> | null;
  /**
   * The group the thing is meant for. It widens nobody's access.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-audience
   */
  readonly audience?: OneOrMany<Reference> | null;
  /**
   * The old name of `attachment`.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `attachment`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly attachments?: OneOrMany<Reference> | null;
  /**
   * The old name of `attributedTo`.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `attributedTo`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly author?: OneOrMany<Reference> | null;
  /**
   * The old name of `name`.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `name`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly displayName?: OneOrMany<string> | null;
  /**
   * Copies made from this object.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: no successor.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly downstreamDuplicates?: OneOrMany<Iri> | null;
  /**
   * The old name of an object's `type`.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `type`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly objectType?: string | null;
  /**
   * Who provides the object.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `generator`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly provider?: OneOrMany<Reference> | null;
  /**
   * How good the object is.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: no successor.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly rating?: number | null;
  /**
   * The old name of `tag`.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `tag`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly tags?: OneOrMany<Reference> | null;
  /**
   * The old name of a title.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `name`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly title?: OneOrMany<string> | null;
  /**
   * What this object is a copy of.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: no successor.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly upstreamDuplicates?: OneOrMany<Iri> | null;
  /**
   * Who liked it. In an exported actor, the file of what the actor liked.
   * @see https://www.w3.org/TR/activitypub/#likes
   */
  readonly likes?: Iri | AnyCollection | null;
  /**
   * Who announced it.
   * @see https://www.w3.org/TR/activitypub/#shares
   */
  readonly shares?: Iri | AnyCollection | null;
  /**
   * What the author typed, before it became the HTML of `content`.
   * @see https://www.w3.org/TR/activitypub/#obj
   */
  readonly source?: Source | null;
  /**
   * That the media or the text should be hidden until asked for.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly sensitive?: boolean | null;
  /**
   * The post that this one quotes, as Pleroma and others write it.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly quoteUrl?: Iri | null;
  /**
   * Who disliked it (PeerTube).
   * @since PeerTube 1.0
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly dislikes?: Iri | AnyCollection | null;
  /**
   * The comments under a video (PeerTube).
   * @deprecated Use instead: `replies`.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly comments?: Iri | AnyCollection | null;
  /**
   * How many votes a poll or post has (Prismo).
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly votes?: number | null;
  /**
   * The members of a group of bookmarks or of a list.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly hasMember?: OneOrMany<Reference> | null;
  /**
   * When the post is to vanish.
   * @see https://hubzilla.org/apschema
   */
  readonly expires?: DateTime | null;
  /**
   * The proof of a document's origin.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly proof?: OneOrMany<Iri | DataIntegrityProof> | null;
  /**
   * The id that the thing had under OStatus, such as a `tag:` URI.
   * @see https://www.w3.org/community/ostatus/
   */
  readonly atomUri?: string | null;
  /**
   * The OStatus id of what this is an answer to.
   * @see https://www.w3.org/community/ostatus/
   */
  readonly inReplyToAtomUri?: string | null;
  /**
   * The conversation: an opaque string, `tag:` URI or address.
   * @see https://www.w3.org/community/ostatus/
   */
  readonly conversation?: string | null;
  /**
   * The language of a video or post.
   * @see https://schema.org/language
   */
  readonly language?: OneOrMany<Language | string> | null;
  /**
   * Where a chapter begins, in seconds.
   * @see https://schema.org/startOffset
   */
  readonly startOffset?: number | null;
  /**
   * Where a chapter ends, in seconds.
   * @see https://schema.org/endOffset
   */
  readonly endOffset?: number | null;
  /**
   * That it is a direct message.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly directMessage?: boolean | null;
  /**
   * The list of people it was addressed to.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly listMessage?: Reference | null;
  /**
   * What the account, or those who see the post, may do.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly capabilities?: Capabilities | null;
  /**
   * The earlier versions of an edited post, newest first.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly formerRepresentations?: Iri | AnyCollection | null;
  /**
   * Custom emojis of old posts, as a map from shortcode to address.
   * @deprecated Use instead: `tag` with Emoji objects.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly emoji?: unknown | null;
  /**
   * The text in Misskey's own markup, MFM.
   * @deprecated Use instead: `source`.
   * @see https://misskey-hub.net/ns#_misskey_content
   */
  readonly _misskey_content?: string | null;
  /**
   * The post that this one quotes.
   * @see https://misskey-hub.net/ns#_misskey_quote
   */
  readonly _misskey_quote?: Iri | null;
  /**
   * How many votes a poll option has.
   * @see https://misskey-hub.net/ns#_misskey_votes
   */
  readonly _misskey_votes?: number | null;
  /**
   * The post that this one quotes.
   * @see https://fedibird.com/
   */
  readonly quoteUri?: Iri | null;
  /**
   * Who may find it by search.
   * @see https://w3id.org/fep/268d
   */
  readonly searchableBy?: OneOrMany<Reference> | null;
  /**
   * The reactions with emojis that it received.
   * @see https://w3id.org/fep/c0e0
   */
  readonly emojiReactions?: Iri | AnyCollection | null;
  /**
   * The posts that this one refers to.
   * @see https://fedibird.com/
   */
  readonly references?: Iri | AnyCollection | null;
  /**
   * When the post is to vanish.
   * @see https://fedibird.com/
   */
  readonly expiry?: DateTime | null;
  /**
   * That the post takes comments.
   * @see https://docs.pixelfed.org/
   */
  readonly commentsEnabled?: boolean | null;
  /**
   * The authorisation of this answer.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly replyAuthorization?: Iri | ReplyAuthorization | null;
  /**
   * The authorisation, as earlier versions name it.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly approvedBy?: Reference | null;
  /**
   * Who may do what with the post or the account.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactionPolicy?: InteractionPolicy | Iri | null;
  /**
   * The post that this one quotes; a Tombstone when it is gone.
   * @since Mastodon 4.5
   * @see https://w3id.org/fep/044f
   */
  readonly quote?: Reference | string | null;
  /**
   * The authorisation of the quote.
   * @since Mastodon 4.5
   * @see https://w3id.org/fep/044f
   */
  readonly quoteAuthorization?: Iri | QuoteAuthorization | null;
  /**
   * What the object was before it moved.
   * @see https://w3id.org/fep/1580
   */
  readonly migratedFrom?: OneOrMany<Reference> | null;
  /**
   * When the object moved.
   * @see https://w3id.org/fep/1580
   */
  readonly migratedAt?: DateTime | null;
  /**
   * That the HTML of `content` says all that the MFM source does.
   * @see https://w3id.org/fep/c16b
   */
  readonly htmlMfm?: boolean | null;
  /**
   * All activities of a conversation, kept by its owner.
   * @see https://w3id.org/fep/7888
   */
  readonly contextHistory?: Iri | AnyCollection | null;
  /**
   * What happened to the object.
   * @see https://w3id.org/fep/bad1
   */
  readonly history?: Iri | AnyCollection | null;
  /**
   * Who may comment, and until when.
   * @see https://hubzilla.org/apschema
   */
  readonly commentPolicy?: string | null;
  /**
   * A reaction with an emoji.
   * @see https://hubzilla.org/apschema
   */
  readonly emojiReaction?: unknown | null;
  /**
   * A signature of the Salmon kind.
   * @see https://hubzilla.org/apschema
   */
  readonly magicEnv?: MagicEnvelope | Iri | null;
  /**
   * Where answers should go.
   * @see https://hubzilla.org/apschema
   */
  readonly replyTo?: OneOrMany<Reference> | null;
  /**
   * The id that the thing has in diaspora*.
   * @see https://diaspora.github.io/diaspora_federation/
   */
  readonly guid?: string | null;
  /**
   * The id that the thing has in diaspora*.
   * @see https://diaspora.github.io/diaspora_federation/
   */
  readonly "diaspora:guid"?: string | null;
  /**
   * A comment with diaspora*'s signature, as JSON in a string.
   * @see https://diaspora.github.io/diaspora_federation/
   */
  readonly "diaspora:comment"?: string | null;
  /**
   * A like with diaspora*'s signature, as JSON in a string.
   * @see https://diaspora.github.io/diaspora_federation/
   */
  readonly "diaspora:like"?: string | null;
  /**
   * The id that the thing has in diaspora*.
   * @see https://github.com/friendica/friendica/blob/develop/spec/dfrn2.pdf
   */
  readonly "dfrn:diaspora_guid"?: string | null;
}

/** What a Link may say, whatever its type is called. */
export interface LinkProperties extends UnknownFields {
  /**
   * The globally unique address of the thing. Absent or null: it has none.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-id
   */
  readonly id?: Iri | null;
  /**
   * Plain text, no HTML: a title, the name of an account, or alternative text.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-name
   */
  readonly name?: OneOrMany<string> | null;
  /** `name` by language. */
  readonly nameMap?: LanguageMap | null;
  /**
   * The media type of what a link leads to, or of an object's `content`.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-mediatype
   */
  readonly mediaType?: string | null;
  /**
   * Who it is from; not always whoever performed an activity on it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-attributedto
   */
  readonly attributedTo?: OneOrMany<Reference> | null;
  /**
   * Something that gives an impression of it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-preview
   */
  readonly preview?: OneOrMany<Reference> | null;
  /**
   * The address that a link leads to.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-href
   */
  readonly href?: Iri | null;
  /**
   * The language of what a link leads to.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-hreflang
   */
  readonly hreflang?: LanguageTag | null;
  /**
   * How what a link leads to is related to where the link stands.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-rel
   */
  readonly rel?: OneOrMany<string> | null;
  /**
   * The height in pixels. Servers write it on media objects too.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-height
   */
  readonly height?: number | null;
  /**
   * The width in pixels. Servers write it on media objects too.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-width
   */
  readonly width?: number | null;
  /**
   * The hash of the linked file, in Multibase form.
   * @see https://w3id.org/fep/ef61
   */
  readonly digestMultibase?: string | null;
  /**
   * The size of a file in bytes.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly size?: number | null;
  /**
   * The frames per second of a file.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly fps?: number | null;
}

/** What a Activity may say, whatever its type is called. */
export interface ActivityProperties extends ObjectProperties {
  /**
   * Who does it. On the fediverse always one account.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-actor
   */
  readonly actor?: OneOrMany<Reference> | null;
  /**
   * What is acted upon, or the far end of a relationship.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-object
   */
  readonly object?: OneOrMany<Reference> | null;
  /**
   * What the activity is directed at: where something is added or moved to.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-target
   */
  readonly target?: OneOrMany<Reference> | null;
  /**
   * What came out of the activity.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-result
   */
  readonly result?: OneOrMany<Reference> | null;
  /**
   * Where something comes from, in `Move`, `Remove` and the like.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-origin
   */
  readonly origin?: OneOrMany<Reference> | null;
  /**
   * What was used to do it.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-instrument
   */
  readonly instrument?: OneOrMany<Reference> | null;
  /**
   * The old name of an activity's `type`.
   * @since ActivityStreams 1.0
   * @deprecated Use instead: `type`.
   * @see https://www.w3.org/TR/activitystreams-core/#deprecated-terms
   */
  readonly verb?: string | null;
  /**
   * The signature over an activity.
   * @since Mastodon 1.6
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly signature?: Iri | RsaSignature2017 | null;
  /**
   * That it is a direct message.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly directMessage?: boolean | null;
  /**
   * The list of people it was addressed to.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly listMessage?: Reference | null;
}

/** What a IntransitiveActivity may say, whatever its type is called. */
export interface IntransitiveActivityProperties extends ActivityProperties {
}

/** What a Collection may say, whatever its type is called. */
export interface CollectionProperties extends ObjectProperties {
  /**
   * How many items there are. Servers count in their own ways.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-totalitems
   */
  readonly totalItems?: number | null;
  /**
   * The page with the items changed last.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-current
   */
  readonly current?: Iri | CollectionPage | OrderedCollectionPage | AnyLink | null;
  /**
   * The first page.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-first
   */
  readonly first?: Iri | CollectionPage | OrderedCollectionPage | AnyLink | null;
  /**
   * The last page.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-last
   */
  readonly last?: Iri | CollectionPage | OrderedCollectionPage | AnyLink | null;
  /**
   * The items of an unordered collection.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-items
   */
  readonly items?: OneOrMany<Reference> | null;
  /**
   * What kind of thing a collection holds.
   * @see https://w3id.org/fep/171b
   */
  readonly collectionOf?: string | null;
  /**
   * Whose `likes` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly likesOf?: Reference | null;
  /**
   * Whose `shares` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly sharesOf?: Reference | null;
  /**
   * Whose `replies` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly repliesOf?: Reference | null;
  /**
   * Whose `inbox` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly inboxOf?: Reference | null;
  /**
   * Whose `outbox` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly outboxOf?: Reference | null;
  /**
   * Whose `followers` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly followersOf?: Reference | null;
  /**
   * Whose `following` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly followingOf?: Reference | null;
  /**
   * Whose `liked` the collection is.
   * @see https://w3id.org/fep/5711
   */
  readonly likedOf?: Reference | null;
}

/** What a OrderedCollection may say, whatever its type is called. */
export interface OrderedCollectionProperties extends CollectionProperties {
  /**
   * The items of an ordered collection, in order.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-ordereditems
   */
  readonly orderedItems?: readonly Reference[] | null;
  /**
   * In which order the items stand.
   * @see https://w3id.org/fep/1985
   */
  readonly orderType?: string | null;
}

/** What a CollectionPage may say, whatever its type is called. */
export interface CollectionPageProperties extends CollectionProperties {
  /**
   * The page after this one.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-next
   */
  readonly next?: Iri | CollectionPage | OrderedCollectionPage | AnyLink | null;
  /**
   * The page before this one.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-prev
   */
  readonly prev?: Iri | CollectionPage | OrderedCollectionPage | AnyLink | null;
  /**
   * The collection that a page belongs to.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-partof
   */
  readonly partOf?: Iri | AnyCollection | AnyLink | null;
}

/** What a OrderedCollectionPage may say, whatever its type is called. */
export interface OrderedCollectionPageProperties extends OrderedCollectionProperties, CollectionPageProperties {
  /**
   * The place of the page's first item in the whole collection, counted from zero.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-startindex
   */
  readonly startIndex?: number | null;
}

/** What a Accept may say, whatever its type is called. */
export interface AcceptProperties extends ActivityProperties {
}

/** What a TentativeAccept may say, whatever its type is called. */
export interface TentativeAcceptProperties extends AcceptProperties {
}

/** What a Add may say, whatever its type is called. */
export interface AddProperties extends ActivityProperties {
}

/** What a Announce may say, whatever its type is called. */
export interface AnnounceProperties extends ActivityProperties {
  /**
   * The authorisation of this boost.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly announceAuthorization?: Iri | AnnounceAuthorization | null;
}

/** What a Arrive may say, whatever its type is called. */
export interface ArriveProperties extends IntransitiveActivityProperties {
}

/** What a Block may say, whatever its type is called. */
export interface BlockProperties extends IgnoreProperties {
  /**
   * When a ban ends.
   * @deprecated Use instead: `endTime`.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly expires?: DateTime | null;
  /**
   * That what the person posted goes as well.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly removeData?: boolean | null;
}

/** What a Create may say, whatever its type is called. */
export interface CreateProperties extends ActivityProperties {
}

/** What a Delete may say, whatever its type is called. */
export interface DeleteProperties extends ActivityProperties {
  /**
   * That what the person posted goes as well.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly removeData?: boolean | null;
}

/** What a Dislike may say, whatever its type is called. */
export interface DislikeProperties extends ActivityProperties {
}

/** What a Flag may say, whatever its type is called. */
export interface FlagProperties extends ActivityProperties {
}

/** What a Follow may say, whatever its type is called. */
export interface FollowProperties extends ActivityProperties {
}

/** What a Ignore may say, whatever its type is called. */
export interface IgnoreProperties extends ActivityProperties {
}

/** What a Invite may say, whatever its type is called. */
export interface InviteProperties extends OfferProperties {
}

/** What a Join may say, whatever its type is called. */
export interface JoinProperties extends ActivityProperties {
  /**
   * What someone who wants to take part has to say.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly participationMessage?: string | null;
}

/** What a Leave may say, whatever its type is called. */
export interface LeaveProperties extends ActivityProperties {
}

/** What a Like may say, whatever its type is called. */
export interface LikeProperties extends ActivityProperties {
  /**
   * The emoji that a Like is a reaction with.
   * @see https://misskey-hub.net/ns#_misskey_reaction
   */
  readonly _misskey_reaction?: string | null;
  /**
   * The authorisation of this like.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly likeAuthorization?: Iri | LikeAuthorization | null;
}

/** What a Listen may say, whatever its type is called. */
export interface ListenProperties extends ActivityProperties {
}

/** What a Move may say, whatever its type is called. */
export interface MoveProperties extends ActivityProperties {
}

/** What a Offer may say, whatever its type is called. */
export interface OfferProperties extends ActivityProperties {
}

/** What a Question may say, whatever its type is called. */
export interface QuestionProperties extends IntransitiveActivityProperties {
  /**
   * The options of a question of which one may be chosen.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-oneof
   */
  readonly oneOf?: OneOrMany<Reference> | null;
  /**
   * The options of a question of which several may be chosen.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-anyof
   */
  readonly anyOf?: OneOrMany<Reference> | null;
  /**
   * That a question takes no more answers: when it was closed, by what, or just true.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-closed
   */
  readonly closed?: OneOrMany<Reference | DateTime | boolean> | null;
  /**
   * How many people voted.
   * @since Mastodon 3.0
   * @see https://docs.joinmastodon.org/spec/activitypub/#votersCount
   */
  readonly votersCount?: number | null;
  /**
   * That everybody sees who voted for what.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly nonAnonymous?: boolean | null;
}

/** What a Read may say, whatever its type is called. */
export interface ReadProperties extends ActivityProperties {
}

/** What a Reject may say, whatever its type is called. */
export interface RejectProperties extends ActivityProperties {
}

/** What a TentativeReject may say, whatever its type is called. */
export interface TentativeRejectProperties extends RejectProperties {
}

/** What a Remove may say, whatever its type is called. */
export interface RemoveProperties extends ActivityProperties {
}

/** What a Travel may say, whatever its type is called. */
export interface TravelProperties extends IntransitiveActivityProperties {
}

/** What a Undo may say, whatever its type is called. */
export interface UndoProperties extends ActivityProperties {
}

/** What a Update may say, whatever its type is called. */
export interface UpdateProperties extends ActivityProperties {
}

/** What a View may say, whatever its type is called. */
export interface ViewProperties extends ActivityProperties {
}

/** What a Application may say, whatever its type is called. */
export interface ApplicationProperties extends ObjectProperties {
  /**
   * Where the actor receives activities.
   * @see https://www.w3.org/TR/activitypub/#inbox
   */
  readonly inbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * What the actor has done. In an archive, often a file name.
   * @see https://www.w3.org/TR/activitypub/#outbox
   */
  readonly outbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * Whom the actor follows.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly following?: Iri | AnyCollection | null;
  /**
   * Who follows the actor; also the address of followers-only posts.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly followers?: Iri | AnyCollection | null;
  /**
   * What the actor has liked.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly liked?: Iri | AnyCollection | null;
  /**
   * Further collections the actor offers.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly streams?: OneOrMany<Iri | AnyCollection> | null;
  /**
   * The short name of the account, without a host. Not unique.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly preferredUsername?: string | null;
  /**
   * Addresses of the server that serve all its actors.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly endpoints?: Endpoints | Iri | null;
  /**
   * Other accounts of the same person: who may move here.
   * @see https://www.w3.org/ns/activitystreams
   */
  readonly alsoKnownAs?: OneOrMany<Reference> | null;
  /**
   * That the account decides about each follower.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly manuallyApprovesFollowers?: boolean | null;
  /**
   * The account that this one has moved to.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly movedTo?: Reference | null;
  /**
   * The key that the actor signs HTTP requests with.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly publicKey?: OneOrMany<Iri | Key | CryptographicKey> | null;
  /**
   * The keys that sign documents for the actor.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly assertionMethod?: OneOrMany<Reference> | null;
  /**
   * The keys that prove who the actor is.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly authentication?: OneOrMany<Reference> | null;
  /**
   * The key that verifies the proof.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly verificationMethod?: OneOrMany<Reference> | null;
  /**
   * The posts pinned to the profile.
   * @see https://docs.joinmastodon.org/spec/activitypub/#featured
   */
  readonly featured?: Iri | AnyCollection | null;
  /**
   * The hashtags featured on the profile.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredTags
   */
  readonly featuredTags?: Iri | AnyCollection | null;
  /**
   * The collections of accounts that the profile shows.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredCollections
   */
  readonly featuredCollections?: Iri | AnyCollection | null;
  /**
   * That the account may be recommended and listed in directories.
   * @since Mastodon 3.0
   * @see https://docs.joinmastodon.org/spec/activitypub/#discoverable
   */
  readonly discoverable?: boolean | null;
  /**
   * That the account's public posts may be searched.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#indexable
   */
  readonly indexable?: boolean | null;
  /**
   * That the person has died.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#memorial
   */
  readonly memorial?: boolean | null;
  /**
   * That the server has suspended the account.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#suspended
   */
  readonly suspended?: boolean | null;
  /**
   * That the profile shows what it features.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showFeatured
   */
  readonly showFeatured?: boolean | null;
  /**
   * That the profile has a tab for media.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showMedia
   */
  readonly showMedia?: boolean | null;
  /**
   * That the media tab shows replies too.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showRepliesInMedia
   */
  readonly showRepliesInMedia?: boolean | null;
  /**
   * Web sites that may name the account as an article's author.
   * @since Mastodon 4.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#attributionDomains
   */
  readonly attributionDomains?: OneOrMany<string> | null;
  /**
   * The devices that take encrypted messages.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#devices
   */
  readonly devices?: Iri | AnyCollection | null;
  /**
   * That the actor should not be shown as an account: a relay.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly invisible?: boolean | null;
  /**
   * What the account, or those who see the post, may do.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly capabilities?: Capabilities | null;
  /**
   * The profile's text in MFM.
   * @see https://misskey-hub.net/ns#_misskey_summary
   */
  readonly _misskey_summary?: string | null;
  /**
   * What the account tells those who follow it.
   * @see https://misskey-hub.net/ns#_misskey_followedmessage
   */
  readonly _misskey_followedMessage?: string | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#_misskey_requiresignintoviewcontents
   */
  readonly _misskey_requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#_misskey_makenotesfollowersonlybefore
   */
  readonly _misskey_makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#_misskey_makenoteshiddenbefore
   */
  readonly _misskey_makeNotesHiddenBefore?: number | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#requiresignintoviewcontents
   */
  readonly requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#makenotesfollowersonlybefore
   */
  readonly makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#makenoteshiddenbefore
   */
  readonly makeNotesHiddenBefore?: number | null;
  /**
   * That the account is a cat.
   * @see https://misskey-hub.net/ns#iscat
   */
  readonly isCat?: boolean | null;
  /**
   * That the account's posts should be shown in cat speech.
   * @see https://joinfirefish.org/ns
   */
  readonly speakAsCat?: boolean | null;
  /**
   * The picture behind the profile.
   * @see https://joinsharkey.org/ns
   */
  readonly backgroundUrl?: Iri | Image | null;
  /**
   * The account's name on ListenBrainz.
   * @see https://joinsharkey.org/ns
   */
  readonly listenbrainz?: string | null;
  /**
   * That nobody sees whether the person is online.
   * @see https://joinsharkey.org/ns
   */
  readonly hideOnlineStatus?: boolean | null;
  /**
   * That search engines should leave the account out.
   * @see https://joinsharkey.org/ns
   */
  readonly noindex?: boolean | null;
  /**
   * That the account has an RSS feed.
   * @see https://joinsharkey.org/ns
   */
  readonly enableRss?: boolean | null;
  /**
   * Who may do what with the post or the account.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactionPolicy?: InteractionPolicy | Iri | null;
  /**
   * That public posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesToPublicFromUnauthedWeb?: boolean | null;
  /**
   * That unlisted posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesCcPublicFromUnauthedWeb?: boolean | null;
  /**
   * The account's address, as user@host.
   * @see https://w3id.org/fep/2c59
   */
  readonly webfinger?: string | null;
  /**
   * Whom the actor blocks. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocked?: Iri | AnyCollection | null;
  /**
   * The Block activities of the actor. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocks?: Iri | AnyCollection | null;
  /**
   * Accounts that this one is copied to.
   * @see https://w3id.org/fep/7628
   */
  readonly copiedTo?: OneOrMany<Reference> | null;
  /**
   * What has to move with the account.
   * @see https://w3id.org/fep/1580
   */
  readonly migration?: Iri | AnyCollection | null;
  /**
   * Where each moved object is now.
   * @see https://w3id.org/fep/1580
   */
  readonly moves?: Iri | AnyCollection | null;
  /**
   * The servers through which a portable actor is reached.
   * @see https://w3id.org/fep/ef61
   */
  readonly gateways?: readonly Iri[] | null;
  /**
   * The specifications it implements.
   * @see https://w3id.org/fep/844e
   */
  readonly implements?: OneOrMany<Reference> | null;
  /**
   * Services that the actor offers.
   * @see https://www.w3.org/TR/did-core/
   */
  readonly service?: OneOrMany<ServiceEndpoint> | null;
  /**
   * What others wrote on the account's wall.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly wall?: Iri | AnyCollection | null;
  /**
   * The account's friends.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly friends?: Iri | AnyCollection | null;
  /**
   * The groups that the account is in.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly groups?: Iri | AnyCollection | null;
  /**
   * The account's albums.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly photoAlbums?: Iri | AnyCollection | null;
  /**
   * The servers that hold clones of the account.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicLocations?: OneOrMany<Iri | NomadicLocation | AnyLink> | null;
  /**
   * The hosts of those servers.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicHubs?: OneOrMany<string> | null;
}

/** What a Group may say, whatever its type is called. */
export interface GroupProperties extends ObjectProperties {
  /**
   * Where the actor receives activities.
   * @see https://www.w3.org/TR/activitypub/#inbox
   */
  readonly inbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * What the actor has done. In an archive, often a file name.
   * @see https://www.w3.org/TR/activitypub/#outbox
   */
  readonly outbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * Whom the actor follows.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly following?: Iri | AnyCollection | null;
  /**
   * Who follows the actor; also the address of followers-only posts.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly followers?: Iri | AnyCollection | null;
  /**
   * What the actor has liked.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly liked?: Iri | AnyCollection | null;
  /**
   * Further collections the actor offers.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly streams?: OneOrMany<Iri | AnyCollection> | null;
  /**
   * The short name of the account, without a host. Not unique.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly preferredUsername?: string | null;
  /**
   * Addresses of the server that serve all its actors.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly endpoints?: Endpoints | Iri | null;
  /**
   * Other accounts of the same person: who may move here.
   * @see https://www.w3.org/ns/activitystreams
   */
  readonly alsoKnownAs?: OneOrMany<Reference> | null;
  /**
   * That the account decides about each follower.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly manuallyApprovesFollowers?: boolean | null;
  /**
   * The account that this one has moved to.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly movedTo?: Reference | null;
  /**
   * The key that the actor signs HTTP requests with.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly publicKey?: OneOrMany<Iri | Key | CryptographicKey> | null;
  /**
   * The keys that sign documents for the actor.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly assertionMethod?: OneOrMany<Reference> | null;
  /**
   * The keys that prove who the actor is.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly authentication?: OneOrMany<Reference> | null;
  /**
   * The key that verifies the proof.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly verificationMethod?: OneOrMany<Reference> | null;
  /**
   * The posts pinned to the profile.
   * @see https://docs.joinmastodon.org/spec/activitypub/#featured
   */
  readonly featured?: Iri | AnyCollection | null;
  /**
   * The hashtags featured on the profile.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredTags
   */
  readonly featuredTags?: Iri | AnyCollection | null;
  /**
   * The collections of accounts that the profile shows.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredCollections
   */
  readonly featuredCollections?: Iri | AnyCollection | null;
  /**
   * That the account may be recommended and listed in directories.
   * @since Mastodon 3.0
   * @see https://docs.joinmastodon.org/spec/activitypub/#discoverable
   */
  readonly discoverable?: boolean | null;
  /**
   * That the account's public posts may be searched.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#indexable
   */
  readonly indexable?: boolean | null;
  /**
   * That the person has died.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#memorial
   */
  readonly memorial?: boolean | null;
  /**
   * That the server has suspended the account.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#suspended
   */
  readonly suspended?: boolean | null;
  /**
   * That the profile shows what it features.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showFeatured
   */
  readonly showFeatured?: boolean | null;
  /**
   * That the profile has a tab for media.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showMedia
   */
  readonly showMedia?: boolean | null;
  /**
   * That the media tab shows replies too.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showRepliesInMedia
   */
  readonly showRepliesInMedia?: boolean | null;
  /**
   * Web sites that may name the account as an article's author.
   * @since Mastodon 4.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#attributionDomains
   */
  readonly attributionDomains?: OneOrMany<string> | null;
  /**
   * The devices that take encrypted messages.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#devices
   */
  readonly devices?: Iri | AnyCollection | null;
  /**
   * That the actor should not be shown as an account: a relay.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly invisible?: boolean | null;
  /**
   * What the account, or those who see the post, may do.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly capabilities?: Capabilities | null;
  /**
   * The profile's text in MFM.
   * @see https://misskey-hub.net/ns#_misskey_summary
   */
  readonly _misskey_summary?: string | null;
  /**
   * What the account tells those who follow it.
   * @see https://misskey-hub.net/ns#_misskey_followedmessage
   */
  readonly _misskey_followedMessage?: string | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#_misskey_requiresignintoviewcontents
   */
  readonly _misskey_requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#_misskey_makenotesfollowersonlybefore
   */
  readonly _misskey_makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#_misskey_makenoteshiddenbefore
   */
  readonly _misskey_makeNotesHiddenBefore?: number | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#requiresignintoviewcontents
   */
  readonly requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#makenotesfollowersonlybefore
   */
  readonly makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#makenoteshiddenbefore
   */
  readonly makeNotesHiddenBefore?: number | null;
  /**
   * That the account is a cat.
   * @see https://misskey-hub.net/ns#iscat
   */
  readonly isCat?: boolean | null;
  /**
   * That the account's posts should be shown in cat speech.
   * @see https://joinfirefish.org/ns
   */
  readonly speakAsCat?: boolean | null;
  /**
   * The picture behind the profile.
   * @see https://joinsharkey.org/ns
   */
  readonly backgroundUrl?: Iri | Image | null;
  /**
   * The account's name on ListenBrainz.
   * @see https://joinsharkey.org/ns
   */
  readonly listenbrainz?: string | null;
  /**
   * That nobody sees whether the person is online.
   * @see https://joinsharkey.org/ns
   */
  readonly hideOnlineStatus?: boolean | null;
  /**
   * That search engines should leave the account out.
   * @see https://joinsharkey.org/ns
   */
  readonly noindex?: boolean | null;
  /**
   * That the account has an RSS feed.
   * @see https://joinsharkey.org/ns
   */
  readonly enableRss?: boolean | null;
  /**
   * The public playlists of an account or channel.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly playlists?: Iri | AnyCollection | null;
  /**
   * How to support the author, in Markdown.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly support?: string | null;
  /**
   * That only moderators may post.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly postingRestrictedToMods?: boolean | null;
  /**
   * Who moderates the community.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly moderators?: OneOrMany<Iri | AnyCollection | Person> | null;
  /**
   * Who may do what with the post or the account.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactionPolicy?: InteractionPolicy | Iri | null;
  /**
   * That public posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesToPublicFromUnauthedWeb?: boolean | null;
  /**
   * That unlisted posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesCcPublicFromUnauthedWeb?: boolean | null;
  /**
   * The account's address, as user@host.
   * @see https://w3id.org/fep/2c59
   */
  readonly webfinger?: string | null;
  /**
   * Whom the actor blocks. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocked?: Iri | AnyCollection | null;
  /**
   * The Block activities of the actor. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocks?: Iri | AnyCollection | null;
  /**
   * Accounts that this one is copied to.
   * @see https://w3id.org/fep/7628
   */
  readonly copiedTo?: OneOrMany<Reference> | null;
  /**
   * What has to move with the account.
   * @see https://w3id.org/fep/1580
   */
  readonly migration?: Iri | AnyCollection | null;
  /**
   * Where each moved object is now.
   * @see https://w3id.org/fep/1580
   */
  readonly moves?: Iri | AnyCollection | null;
  /**
   * The servers through which a portable actor is reached.
   * @see https://w3id.org/fep/ef61
   */
  readonly gateways?: readonly Iri[] | null;
  /**
   * The birthday.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:bday"?: Day | null;
  /**
   * Where the person lives, in free text (Misskey).
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:Address"?: string | null;
  /**
   * The given name.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:given-name"?: string | null;
  /**
   * The family name.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:family-name"?: string | null;
  /**
   * The address, in parts.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:hasAddress"?: unknown | null;
  /**
   * Addresses for instant messages.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:hasInstantMessage"?: OneOrMany<string> | null;
  /**
   * The country.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:country-name"?: string | null;
  /**
   * The region.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:region"?: string | null;
  /**
   * The town.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:locality"?: string | null;
  /**
   * Services that the actor offers.
   * @see https://www.w3.org/TR/did-core/
   */
  readonly service?: OneOrMany<ServiceEndpoint> | null;
  /**
   * What others wrote on the account's wall.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly wall?: Iri | AnyCollection | null;
  /**
   * The account's friends.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly friends?: Iri | AnyCollection | null;
  /**
   * The groups that the account is in.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly groups?: Iri | AnyCollection | null;
  /**
   * The members of a group.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly members?: Iri | AnyCollection | null;
  /**
   * Those who may come to an event.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly tentativeMembers?: Iri | AnyCollection | null;
  /**
   * The account's albums.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly photoAlbums?: Iri | AnyCollection | null;
  /**
   * The servers that hold clones of the account.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicLocations?: OneOrMany<Iri | NomadicLocation | AnyLink> | null;
  /**
   * The hosts of those servers.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicHubs?: OneOrMany<string> | null;
  /**
   * Who may join a group.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly openness?: string | null;
  /**
   * The discussions of a group.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly discussions?: Iri | AnyCollection | null;
  /**
   * The events of a group.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly events?: Iri | AnyCollection | null;
  /**
   * The posts of a group.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly posts?: Iri | AnyCollection | null;
  /**
   * The shared links of a group.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly resources?: Iri | AnyCollection | null;
  /**
   * What a group has to do.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly todos?: Iri | AnyCollection | null;
}

/** What a Organization may say, whatever its type is called. */
export interface OrganizationProperties extends ObjectProperties {
  /**
   * Where the actor receives activities.
   * @see https://www.w3.org/TR/activitypub/#inbox
   */
  readonly inbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * What the actor has done. In an archive, often a file name.
   * @see https://www.w3.org/TR/activitypub/#outbox
   */
  readonly outbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * Whom the actor follows.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly following?: Iri | AnyCollection | null;
  /**
   * Who follows the actor; also the address of followers-only posts.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly followers?: Iri | AnyCollection | null;
  /**
   * What the actor has liked.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly liked?: Iri | AnyCollection | null;
  /**
   * Further collections the actor offers.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly streams?: OneOrMany<Iri | AnyCollection> | null;
  /**
   * The short name of the account, without a host. Not unique.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly preferredUsername?: string | null;
  /**
   * Addresses of the server that serve all its actors.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly endpoints?: Endpoints | Iri | null;
  /**
   * Other accounts of the same person: who may move here.
   * @see https://www.w3.org/ns/activitystreams
   */
  readonly alsoKnownAs?: OneOrMany<Reference> | null;
  /**
   * That the account decides about each follower.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly manuallyApprovesFollowers?: boolean | null;
  /**
   * The account that this one has moved to.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly movedTo?: Reference | null;
  /**
   * The key that the actor signs HTTP requests with.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly publicKey?: OneOrMany<Iri | Key | CryptographicKey> | null;
  /**
   * The keys that sign documents for the actor.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly assertionMethod?: OneOrMany<Reference> | null;
  /**
   * The keys that prove who the actor is.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly authentication?: OneOrMany<Reference> | null;
  /**
   * The key that verifies the proof.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly verificationMethod?: OneOrMany<Reference> | null;
  /**
   * The posts pinned to the profile.
   * @see https://docs.joinmastodon.org/spec/activitypub/#featured
   */
  readonly featured?: Iri | AnyCollection | null;
  /**
   * The hashtags featured on the profile.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredTags
   */
  readonly featuredTags?: Iri | AnyCollection | null;
  /**
   * The collections of accounts that the profile shows.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredCollections
   */
  readonly featuredCollections?: Iri | AnyCollection | null;
  /**
   * That the account may be recommended and listed in directories.
   * @since Mastodon 3.0
   * @see https://docs.joinmastodon.org/spec/activitypub/#discoverable
   */
  readonly discoverable?: boolean | null;
  /**
   * That the account's public posts may be searched.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#indexable
   */
  readonly indexable?: boolean | null;
  /**
   * That the person has died.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#memorial
   */
  readonly memorial?: boolean | null;
  /**
   * That the server has suspended the account.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#suspended
   */
  readonly suspended?: boolean | null;
  /**
   * That the profile shows what it features.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showFeatured
   */
  readonly showFeatured?: boolean | null;
  /**
   * That the profile has a tab for media.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showMedia
   */
  readonly showMedia?: boolean | null;
  /**
   * That the media tab shows replies too.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showRepliesInMedia
   */
  readonly showRepliesInMedia?: boolean | null;
  /**
   * Web sites that may name the account as an article's author.
   * @since Mastodon 4.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#attributionDomains
   */
  readonly attributionDomains?: OneOrMany<string> | null;
  /**
   * The devices that take encrypted messages.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#devices
   */
  readonly devices?: Iri | AnyCollection | null;
  /**
   * That the actor should not be shown as an account: a relay.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly invisible?: boolean | null;
  /**
   * What the account, or those who see the post, may do.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly capabilities?: Capabilities | null;
  /**
   * The profile's text in MFM.
   * @see https://misskey-hub.net/ns#_misskey_summary
   */
  readonly _misskey_summary?: string | null;
  /**
   * What the account tells those who follow it.
   * @see https://misskey-hub.net/ns#_misskey_followedmessage
   */
  readonly _misskey_followedMessage?: string | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#_misskey_requiresignintoviewcontents
   */
  readonly _misskey_requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#_misskey_makenotesfollowersonlybefore
   */
  readonly _misskey_makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#_misskey_makenoteshiddenbefore
   */
  readonly _misskey_makeNotesHiddenBefore?: number | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#requiresignintoviewcontents
   */
  readonly requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#makenotesfollowersonlybefore
   */
  readonly makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#makenoteshiddenbefore
   */
  readonly makeNotesHiddenBefore?: number | null;
  /**
   * That the account is a cat.
   * @see https://misskey-hub.net/ns#iscat
   */
  readonly isCat?: boolean | null;
  /**
   * That the account's posts should be shown in cat speech.
   * @see https://joinfirefish.org/ns
   */
  readonly speakAsCat?: boolean | null;
  /**
   * The picture behind the profile.
   * @see https://joinsharkey.org/ns
   */
  readonly backgroundUrl?: Iri | Image | null;
  /**
   * The account's name on ListenBrainz.
   * @see https://joinsharkey.org/ns
   */
  readonly listenbrainz?: string | null;
  /**
   * That nobody sees whether the person is online.
   * @see https://joinsharkey.org/ns
   */
  readonly hideOnlineStatus?: boolean | null;
  /**
   * That search engines should leave the account out.
   * @see https://joinsharkey.org/ns
   */
  readonly noindex?: boolean | null;
  /**
   * That the account has an RSS feed.
   * @see https://joinsharkey.org/ns
   */
  readonly enableRss?: boolean | null;
  /**
   * Who may do what with the post or the account.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactionPolicy?: InteractionPolicy | Iri | null;
  /**
   * That public posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesToPublicFromUnauthedWeb?: boolean | null;
  /**
   * That unlisted posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesCcPublicFromUnauthedWeb?: boolean | null;
  /**
   * The account's address, as user@host.
   * @see https://w3id.org/fep/2c59
   */
  readonly webfinger?: string | null;
  /**
   * Whom the actor blocks. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocked?: Iri | AnyCollection | null;
  /**
   * The Block activities of the actor. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocks?: Iri | AnyCollection | null;
  /**
   * Accounts that this one is copied to.
   * @see https://w3id.org/fep/7628
   */
  readonly copiedTo?: OneOrMany<Reference> | null;
  /**
   * What has to move with the account.
   * @see https://w3id.org/fep/1580
   */
  readonly migration?: Iri | AnyCollection | null;
  /**
   * Where each moved object is now.
   * @see https://w3id.org/fep/1580
   */
  readonly moves?: Iri | AnyCollection | null;
  /**
   * The servers through which a portable actor is reached.
   * @see https://w3id.org/fep/ef61
   */
  readonly gateways?: readonly Iri[] | null;
  /**
   * The birthday.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:bday"?: Day | null;
  /**
   * Where the person lives, in free text (Misskey).
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:Address"?: string | null;
  /**
   * The given name.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:given-name"?: string | null;
  /**
   * The family name.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:family-name"?: string | null;
  /**
   * The address, in parts.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:hasAddress"?: unknown | null;
  /**
   * Addresses for instant messages.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:hasInstantMessage"?: OneOrMany<string> | null;
  /**
   * The country.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:country-name"?: string | null;
  /**
   * The region.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:region"?: string | null;
  /**
   * The town.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:locality"?: string | null;
  /**
   * Services that the actor offers.
   * @see https://www.w3.org/TR/did-core/
   */
  readonly service?: OneOrMany<ServiceEndpoint> | null;
  /**
   * What others wrote on the account's wall.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly wall?: Iri | AnyCollection | null;
  /**
   * The account's friends.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly friends?: Iri | AnyCollection | null;
  /**
   * The groups that the account is in.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly groups?: Iri | AnyCollection | null;
  /**
   * The account's albums.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly photoAlbums?: Iri | AnyCollection | null;
  /**
   * The servers that hold clones of the account.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicLocations?: OneOrMany<Iri | NomadicLocation | AnyLink> | null;
  /**
   * The hosts of those servers.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicHubs?: OneOrMany<string> | null;
}

/** What a Person may say, whatever its type is called. */
export interface PersonProperties extends ObjectProperties {
  /**
   * Where the actor receives activities.
   * @see https://www.w3.org/TR/activitypub/#inbox
   */
  readonly inbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * What the actor has done. In an archive, often a file name.
   * @see https://www.w3.org/TR/activitypub/#outbox
   */
  readonly outbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * Whom the actor follows.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly following?: Iri | AnyCollection | null;
  /**
   * Who follows the actor; also the address of followers-only posts.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly followers?: Iri | AnyCollection | null;
  /**
   * What the actor has liked.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly liked?: Iri | AnyCollection | null;
  /**
   * Further collections the actor offers.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly streams?: OneOrMany<Iri | AnyCollection> | null;
  /**
   * The short name of the account, without a host. Not unique.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly preferredUsername?: string | null;
  /**
   * Addresses of the server that serve all its actors.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly endpoints?: Endpoints | Iri | null;
  /**
   * Other accounts of the same person: who may move here.
   * @see https://www.w3.org/ns/activitystreams
   */
  readonly alsoKnownAs?: OneOrMany<Reference> | null;
  /**
   * That the account decides about each follower.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly manuallyApprovesFollowers?: boolean | null;
  /**
   * The account that this one has moved to.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly movedTo?: Reference | null;
  /**
   * The key that the actor signs HTTP requests with.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly publicKey?: OneOrMany<Iri | Key | CryptographicKey> | null;
  /**
   * The keys that sign documents for the actor.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly assertionMethod?: OneOrMany<Reference> | null;
  /**
   * The keys that prove who the actor is.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly authentication?: OneOrMany<Reference> | null;
  /**
   * The key that verifies the proof.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly verificationMethod?: OneOrMany<Reference> | null;
  /**
   * The posts pinned to the profile.
   * @see https://docs.joinmastodon.org/spec/activitypub/#featured
   */
  readonly featured?: Iri | AnyCollection | null;
  /**
   * The hashtags featured on the profile.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredTags
   */
  readonly featuredTags?: Iri | AnyCollection | null;
  /**
   * The collections of accounts that the profile shows.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredCollections
   */
  readonly featuredCollections?: Iri | AnyCollection | null;
  /**
   * That the account may be recommended and listed in directories.
   * @since Mastodon 3.0
   * @see https://docs.joinmastodon.org/spec/activitypub/#discoverable
   */
  readonly discoverable?: boolean | null;
  /**
   * That the account's public posts may be searched.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#indexable
   */
  readonly indexable?: boolean | null;
  /**
   * That the person has died.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#memorial
   */
  readonly memorial?: boolean | null;
  /**
   * That the server has suspended the account.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#suspended
   */
  readonly suspended?: boolean | null;
  /**
   * That the profile shows what it features.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showFeatured
   */
  readonly showFeatured?: boolean | null;
  /**
   * That the profile has a tab for media.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showMedia
   */
  readonly showMedia?: boolean | null;
  /**
   * That the media tab shows replies too.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showRepliesInMedia
   */
  readonly showRepliesInMedia?: boolean | null;
  /**
   * Web sites that may name the account as an article's author.
   * @since Mastodon 4.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#attributionDomains
   */
  readonly attributionDomains?: OneOrMany<string> | null;
  /**
   * The devices that take encrypted messages.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#devices
   */
  readonly devices?: Iri | AnyCollection | null;
  /**
   * That the actor should not be shown as an account: a relay.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly invisible?: boolean | null;
  /**
   * What the account, or those who see the post, may do.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly capabilities?: Capabilities | null;
  /**
   * The profile's text in MFM.
   * @see https://misskey-hub.net/ns#_misskey_summary
   */
  readonly _misskey_summary?: string | null;
  /**
   * What the account tells those who follow it.
   * @see https://misskey-hub.net/ns#_misskey_followedmessage
   */
  readonly _misskey_followedMessage?: string | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#_misskey_requiresignintoviewcontents
   */
  readonly _misskey_requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#_misskey_makenotesfollowersonlybefore
   */
  readonly _misskey_makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#_misskey_makenoteshiddenbefore
   */
  readonly _misskey_makeNotesHiddenBefore?: number | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#requiresignintoviewcontents
   */
  readonly requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#makenotesfollowersonlybefore
   */
  readonly makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#makenoteshiddenbefore
   */
  readonly makeNotesHiddenBefore?: number | null;
  /**
   * That the account is a cat.
   * @see https://misskey-hub.net/ns#iscat
   */
  readonly isCat?: boolean | null;
  /**
   * That the account's posts should be shown in cat speech.
   * @see https://joinfirefish.org/ns
   */
  readonly speakAsCat?: boolean | null;
  /**
   * The picture behind the profile.
   * @see https://joinsharkey.org/ns
   */
  readonly backgroundUrl?: Iri | Image | null;
  /**
   * The account's name on ListenBrainz.
   * @see https://joinsharkey.org/ns
   */
  readonly listenbrainz?: string | null;
  /**
   * That nobody sees whether the person is online.
   * @see https://joinsharkey.org/ns
   */
  readonly hideOnlineStatus?: boolean | null;
  /**
   * That search engines should leave the account out.
   * @see https://joinsharkey.org/ns
   */
  readonly noindex?: boolean | null;
  /**
   * That the account has an RSS feed.
   * @see https://joinsharkey.org/ns
   */
  readonly enableRss?: boolean | null;
  /**
   * Who may find it by search.
   * @see https://w3id.org/fep/268d
   */
  readonly searchableBy?: OneOrMany<Reference> | null;
  /**
   * The public playlists of an account or channel.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly playlists?: Iri | AnyCollection | null;
  /**
   * How to support the author, in Markdown.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly support?: string | null;
  /**
   * The person's Matrix address.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly matrixUserId?: string | null;
  /**
   * Who may do what with the post or the account.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactionPolicy?: InteractionPolicy | Iri | null;
  /**
   * That public posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesToPublicFromUnauthedWeb?: boolean | null;
  /**
   * That unlisted posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesCcPublicFromUnauthedWeb?: boolean | null;
  /**
   * The account's address, as user@host.
   * @see https://w3id.org/fep/2c59
   */
  readonly webfinger?: string | null;
  /**
   * Whom the actor blocks. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocked?: Iri | AnyCollection | null;
  /**
   * The Block activities of the actor. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocks?: Iri | AnyCollection | null;
  /**
   * Accounts that this one is copied to.
   * @see https://w3id.org/fep/7628
   */
  readonly copiedTo?: OneOrMany<Reference> | null;
  /**
   * What has to move with the account.
   * @see https://w3id.org/fep/1580
   */
  readonly migration?: Iri | AnyCollection | null;
  /**
   * Where each moved object is now.
   * @see https://w3id.org/fep/1580
   */
  readonly moves?: Iri | AnyCollection | null;
  /**
   * The servers through which a portable actor is reached.
   * @see https://w3id.org/fep/ef61
   */
  readonly gateways?: readonly Iri[] | null;
  /**
   * The birthday.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:bday"?: Day | null;
  /**
   * Where the person lives, in free text (Misskey).
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:Address"?: string | null;
  /**
   * The given name.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:given-name"?: string | null;
  /**
   * The family name.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:family-name"?: string | null;
  /**
   * The address, in parts.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:hasAddress"?: unknown | null;
  /**
   * Addresses for instant messages.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:hasInstantMessage"?: OneOrMany<string> | null;
  /**
   * The country.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:country-name"?: string | null;
  /**
   * The region.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:region"?: string | null;
  /**
   * The town.
   * @see https://www.w3.org/TR/vcard-rdf/
   */
  readonly "vcard:locality"?: string | null;
  /**
   * Services that the actor offers.
   * @see https://www.w3.org/TR/did-core/
   */
  readonly service?: OneOrMany<ServiceEndpoint> | null;
  /**
   * What others wrote on the account's wall.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly wall?: Iri | AnyCollection | null;
  /**
   * The account's friends.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly friends?: Iri | AnyCollection | null;
  /**
   * The groups that the account is in.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly groups?: Iri | AnyCollection | null;
  /**
   * The account's albums.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly photoAlbums?: Iri | AnyCollection | null;
  /**
   * The servers that hold clones of the account.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicLocations?: OneOrMany<Iri | NomadicLocation | AnyLink> | null;
  /**
   * The hosts of those servers.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicHubs?: OneOrMany<string> | null;
}

/** What a Service may say, whatever its type is called. */
export interface ServiceProperties extends ObjectProperties {
  /**
   * Where the actor receives activities.
   * @see https://www.w3.org/TR/activitypub/#inbox
   */
  readonly inbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * What the actor has done. In an archive, often a file name.
   * @see https://www.w3.org/TR/activitypub/#outbox
   */
  readonly outbox?: Iri | OrderedCollection | OrderedCollectionPage | FeaturedCollection | Shelf | BookList | null;
  /**
   * Whom the actor follows.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly following?: Iri | AnyCollection | null;
  /**
   * Who follows the actor; also the address of followers-only posts.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly followers?: Iri | AnyCollection | null;
  /**
   * What the actor has liked.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly liked?: Iri | AnyCollection | null;
  /**
   * Further collections the actor offers.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly streams?: OneOrMany<Iri | AnyCollection> | null;
  /**
   * The short name of the account, without a host. Not unique.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly preferredUsername?: string | null;
  /**
   * Addresses of the server that serve all its actors.
   * @see https://www.w3.org/TR/activitypub/#actor-objects
   */
  readonly endpoints?: Endpoints | Iri | null;
  /**
   * Other accounts of the same person: who may move here.
   * @see https://www.w3.org/ns/activitystreams
   */
  readonly alsoKnownAs?: OneOrMany<Reference> | null;
  /**
   * That the account decides about each follower.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly manuallyApprovesFollowers?: boolean | null;
  /**
   * The account that this one has moved to.
   * @see https://purl.archive.org/socialweb/miscellany
   */
  readonly movedTo?: Reference | null;
  /**
   * The key that the actor signs HTTP requests with.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly publicKey?: OneOrMany<Iri | Key | CryptographicKey> | null;
  /**
   * The keys that sign documents for the actor.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly assertionMethod?: OneOrMany<Reference> | null;
  /**
   * The keys that prove who the actor is.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly authentication?: OneOrMany<Reference> | null;
  /**
   * The key that verifies the proof.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly verificationMethod?: OneOrMany<Reference> | null;
  /**
   * The posts pinned to the profile.
   * @see https://docs.joinmastodon.org/spec/activitypub/#featured
   */
  readonly featured?: Iri | AnyCollection | null;
  /**
   * The hashtags featured on the profile.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredTags
   */
  readonly featuredTags?: Iri | AnyCollection | null;
  /**
   * The collections of accounts that the profile shows.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#featuredCollections
   */
  readonly featuredCollections?: Iri | AnyCollection | null;
  /**
   * That the account may be recommended and listed in directories.
   * @since Mastodon 3.0
   * @see https://docs.joinmastodon.org/spec/activitypub/#discoverable
   */
  readonly discoverable?: boolean | null;
  /**
   * That the account's public posts may be searched.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#indexable
   */
  readonly indexable?: boolean | null;
  /**
   * That the person has died.
   * @since Mastodon 4.2
   * @see https://docs.joinmastodon.org/spec/activitypub/#memorial
   */
  readonly memorial?: boolean | null;
  /**
   * That the server has suspended the account.
   * @since Mastodon 3.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#suspended
   */
  readonly suspended?: boolean | null;
  /**
   * That the profile shows what it features.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showFeatured
   */
  readonly showFeatured?: boolean | null;
  /**
   * That the profile has a tab for media.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showMedia
   */
  readonly showMedia?: boolean | null;
  /**
   * That the media tab shows replies too.
   * @since Mastodon 4.6
   * @see https://docs.joinmastodon.org/spec/activitypub/#showRepliesInMedia
   */
  readonly showRepliesInMedia?: boolean | null;
  /**
   * Web sites that may name the account as an article's author.
   * @since Mastodon 4.3
   * @see https://docs.joinmastodon.org/spec/activitypub/#attributionDomains
   */
  readonly attributionDomains?: OneOrMany<string> | null;
  /**
   * The devices that take encrypted messages.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#devices
   */
  readonly devices?: Iri | AnyCollection | null;
  /**
   * That the actor should not be shown as an account: a relay.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly invisible?: boolean | null;
  /**
   * What the account, or those who see the post, may do.
   * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
   */
  readonly capabilities?: Capabilities | null;
  /**
   * The profile's text in MFM.
   * @see https://misskey-hub.net/ns#_misskey_summary
   */
  readonly _misskey_summary?: string | null;
  /**
   * What the account tells those who follow it.
   * @see https://misskey-hub.net/ns#_misskey_followedmessage
   */
  readonly _misskey_followedMessage?: string | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#_misskey_requiresignintoviewcontents
   */
  readonly _misskey_requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#_misskey_makenotesfollowersonlybefore
   */
  readonly _misskey_makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#_misskey_makenoteshiddenbefore
   */
  readonly _misskey_makeNotesHiddenBefore?: number | null;
  /**
   * That posts are shown only to those signed in.
   * @see https://misskey-hub.net/ns#requiresignintoviewcontents
   */
  readonly requireSigninToViewContents?: boolean | null;
  /**
   * From what age or time on posts are followers-only.
   * @see https://misskey-hub.net/ns#makenotesfollowersonlybefore
   */
  readonly makeNotesFollowersOnlyBefore?: number | null;
  /**
   * From what age or time on posts are hidden.
   * @see https://misskey-hub.net/ns#makenoteshiddenbefore
   */
  readonly makeNotesHiddenBefore?: number | null;
  /**
   * That the account is a cat.
   * @see https://misskey-hub.net/ns#iscat
   */
  readonly isCat?: boolean | null;
  /**
   * That the account's posts should be shown in cat speech.
   * @see https://joinfirefish.org/ns
   */
  readonly speakAsCat?: boolean | null;
  /**
   * The picture behind the profile.
   * @see https://joinsharkey.org/ns
   */
  readonly backgroundUrl?: Iri | Image | null;
  /**
   * The account's name on ListenBrainz.
   * @see https://joinsharkey.org/ns
   */
  readonly listenbrainz?: string | null;
  /**
   * That nobody sees whether the person is online.
   * @see https://joinsharkey.org/ns
   */
  readonly hideOnlineStatus?: boolean | null;
  /**
   * That search engines should leave the account out.
   * @see https://joinsharkey.org/ns
   */
  readonly noindex?: boolean | null;
  /**
   * That the account has an RSS feed.
   * @see https://joinsharkey.org/ns
   */
  readonly enableRss?: boolean | null;
  /**
   * Who may do what with the post or the account.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactionPolicy?: InteractionPolicy | Iri | null;
  /**
   * That public posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesToPublicFromUnauthedWeb?: boolean | null;
  /**
   * That unlisted posts are hidden from strangers on the web.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly hidesCcPublicFromUnauthedWeb?: boolean | null;
  /**
   * The account's address, as user@host.
   * @see https://w3id.org/fep/2c59
   */
  readonly webfinger?: string | null;
  /**
   * Whom the actor blocks. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocked?: Iri | AnyCollection | null;
  /**
   * The Block activities of the actor. For the account alone.
   * @see https://w3id.org/fep/c648
   */
  readonly blocks?: Iri | AnyCollection | null;
  /**
   * Accounts that this one is copied to.
   * @see https://w3id.org/fep/7628
   */
  readonly copiedTo?: OneOrMany<Reference> | null;
  /**
   * What has to move with the account.
   * @see https://w3id.org/fep/1580
   */
  readonly migration?: Iri | AnyCollection | null;
  /**
   * Where each moved object is now.
   * @see https://w3id.org/fep/1580
   */
  readonly moves?: Iri | AnyCollection | null;
  /**
   * The servers through which a portable actor is reached.
   * @see https://w3id.org/fep/ef61
   */
  readonly gateways?: readonly Iri[] | null;
  /**
   * Services that the actor offers.
   * @see https://www.w3.org/TR/did-core/
   */
  readonly service?: OneOrMany<ServiceEndpoint> | null;
  /**
   * What others wrote on the account's wall.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly wall?: Iri | AnyCollection | null;
  /**
   * The account's friends.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly friends?: Iri | AnyCollection | null;
  /**
   * The groups that the account is in.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly groups?: Iri | AnyCollection | null;
  /**
   * The account's albums.
   * @see https://github.com/grishka/Smithereen/blob/master/FEDERATION.md
   */
  readonly photoAlbums?: Iri | AnyCollection | null;
  /**
   * The servers that hold clones of the account.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicLocations?: OneOrMany<Iri | NomadicLocation | AnyLink> | null;
  /**
   * The hosts of those servers.
   * @see https://hubzilla.org/apschema
   */
  readonly nomadicHubs?: OneOrMany<string> | null;
}

/** What a Article may say, whatever its type is called. */
export interface ArticleProperties extends ObjectProperties {
}

/** What a Audio may say, whatever its type is called. */
export interface AudioProperties extends DocumentProperties {
  /**
   * The bits per second of a recording.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly bitrate?: number | null;
  /**
   * The library that a recording belongs to.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly library?: Reference | null;
  /**
   * The piece of music that a recording holds.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly track?: Iri | Track | null;
}

/** What a Document may say, whatever its type is called. */
export interface DocumentProperties extends ObjectProperties {
  /**
   * A blurred thumbnail in a few characters.
   * @since Mastodon 2.8.1
   * @see https://docs.joinmastodon.org/spec/activitypub/#blurhash
   */
  readonly blurhash?: string | null;
  /**
   * The two coordinates, from -1 to 1, that a crop should keep in view.
   * @see https://docs.joinmastodon.org/spec/activitypub/#focalPoint
   */
  readonly focalPoint?: readonly number[] | null;
}

/** What a Event may say, whatever its type is called. */
export interface EventProperties extends ObjectProperties {
  /**
   * What the video or event is about.
   * @see https://schema.org/category
   */
  readonly category?: OneOrMany<Category | string> | null;
  /**
   * How many can take part.
   * @see https://schema.org/maximumAttendeeCapacity
   */
  readonly maximumAttendeeCapacity?: number | null;
  /**
   * How many more can take part.
   * @see https://schema.org/remainingAttendeeCapacity
   */
  readonly remainingAttendeeCapacity?: number | null;
  /**
   * How to take part: free, restricted, external, invite.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly joinMode?: string | null;
  /**
   * That people without an account can take part.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly anonymousParticipationEnabled?: boolean | null;
  /**
   * How many take part.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly participantCount?: number | null;
  /**
   * Who may comment.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly repliesModerationOption?: string | null;
  /**
   * The time zone of the place.
   * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
   */
  readonly timezone?: string | null;
}

/** What a Image may say, whatever its type is called. */
export interface ImageProperties extends DocumentProperties {
  /**
   * The width of one tile of a storyboard.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly tileWidth?: number | null;
  /**
   * The height of one tile of a storyboard.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly tileHeight?: number | null;
  /**
   * The time between two tiles of a storyboard.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly tileDuration?: Duration | null;
}

/** What a Mention may say, whatever its type is called. */
export interface MentionProperties extends LinkProperties {
}

/** What a Note may say, whatever its type is called. */
export interface NoteProperties extends ObjectProperties {
  /**
   * The approval of a comment.
   * @since PeerTube 6.2
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly replyApproval?: Reference | null;
  /**
   * Tags that the server gave a comment by rule.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly automaticTags?: OneOrMany<string> | null;
  /**
   * That a moderator speaks as one.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly distinguished?: boolean | null;
}

/** What a Page may say, whatever its type is called. */
export interface PageProperties extends DocumentProperties {
  /**
   * That it takes comments.
   * @deprecated Use instead: `commentsPolicy`.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly commentsEnabled?: boolean | null;
  /**
   * That the post is pinned.
   * @deprecated Use instead: `featured` of the community.
   * @see https://join-lemmy.org/docs/contributors/05-federation.html
   */
  readonly stickied?: boolean | null;
}

/** What a Place may say, whatever its type is called. */
export interface PlaceProperties extends ObjectProperties {
  /**
   * How exact the coordinates are, in per cent.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-accuracy
   */
  readonly accuracy?: number | null;
  /**
   * The height above the sea, in `units`.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-altitude
   */
  readonly altitude?: number | null;
  /**
   * The latitude in degrees.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-latitude
   */
  readonly latitude?: number | null;
  /**
   * The longitude in degrees.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-longitude
   */
  readonly longitude?: number | null;
  /**
   * The distance around the coordinates that belongs to the place, in `units`.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-radius
   */
  readonly radius?: number | null;
  /**
   * The unit of `radius` and `altitude`; metres when absent.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-units
   */
  readonly units?: string | null;
  /**
   * The postal address of a place.
   * @see https://schema.org/address
   */
  readonly address?: OneOrMany<Iri | PostalAddress | string> | null;
}

/** What a Profile may say, whatever its type is called. */
export interface ProfileProperties extends ObjectProperties {
  /**
   * The object that a profile is about.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-describes
   */
  readonly describes?: Iri | AnyObject | UnknownObject | null;
}

/** What a Relationship may say, whatever its type is called. */
export interface RelationshipProperties extends ObjectProperties {
  /**
   * What is acted upon, or the far end of a relationship.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-object
   */
  readonly object?: OneOrMany<Reference> | null;
  /**
   * The near end of a relationship.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-subject
   */
  readonly subject?: Reference | null;
  /**
   * The kind of relationship.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-relationship
   */
  readonly relationship?: OneOrMany<Iri | AnyObject | UnknownObject | string> | null;
}

/** What a Tombstone may say, whatever its type is called. */
export interface TombstoneProperties extends ObjectProperties {
  /**
   * The type of what was deleted.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-formertype
   */
  readonly formerType?: OneOrMany<Iri | AnyObject | UnknownObject | string> | null;
  /**
   * When it was deleted.
   * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-deleted
   */
  readonly deleted?: DateTime | null;
}

/** What a Video may say, whatever its type is called. */
export interface VideoProperties extends DocumentProperties {
  /**
   * What the video or event is about.
   * @see https://schema.org/category
   */
  readonly category?: OneOrMany<Category | string> | null;
  /**
   * The licence of a video.
   * @see https://schema.org/licence
   */
  readonly licence?: Category | string | null;
  /**
   * That the video is or was live.
   * @see https://schema.org/isLiveBroadcast
   */
  readonly isLiveBroadcast?: boolean | null;
  /**
   * The subtitles that there are.
   * @see https://schema.org/subtitleLanguage
   */
  readonly subtitleLanguage?: OneOrMany<Language> | null;
  /**
   * The chapters of a video.
   * @see https://schema.org/hasParts
   */
  readonly hasParts?: OneOrMany<Reference> | null;
  /**
   * When the video was first published, perhaps elsewhere.
   * @see https://schema.org/originallyPublishedAt
   */
  readonly originallyPublishedAt?: DateTime | null;
  /**
   * That it takes comments.
   * @deprecated Use instead: `commentsPolicy`.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly commentsEnabled?: boolean | null;
  /**
   * That a live stream is kept as a video afterwards.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly liveSaveReplay?: boolean | null;
  /**
   * That the same address streams again and again.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly permanentLive?: boolean | null;
  /**
   * How far behind a live stream may be: 1 default, 2 high, 3 small.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly latencyMode?: number | null;
  /**
   * When a live stream is planned.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly schedules?: unknown | null;
  /**
   * How often the video was watched.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly views?: number | null;
  /**
   * Where the video is on its way to being published.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly state?: number | null;
  /**
   * Who may comment: 1 everyone, 2 nobody, 3 after approval.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly commentsPolicy?: number | null;
  /**
   * Who may comment; null when nobody may.
   * @since PeerTube 6.2
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly canReply?: Reference | null;
  /**
   * That the video may be downloaded.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly downloadEnabled?: boolean | null;
  /**
   * That the video appears only when it is transcoded.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly waitTranscoding?: boolean | null;
  /**
   * How to support the author, in Markdown.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly support?: string | null;
  /**
   * The id of the video within all of PeerTube.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly uuid?: string | null;
  /**
   * Width divided by height.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly aspectRatio?: number | null;
  /**
   * That the video is sensitive.
   * @deprecated Use instead: `sensitive`.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly isNSFW?: boolean | null;
}

/** What a Hashtag may say, whatever its type is called. */
export interface HashtagProperties extends LinkProperties {
}

/** What a Key may say, whatever its type is called. */
export interface KeyProperties extends ObjectProperties {
  /**
   * Whose key it is.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly owner?: Reference | null;
  /**
   * The public key in PEM form.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly publicKeyPem?: string | null;
  /**
   * A private key in PEM form: a secret.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly privateKeyPem?: string | null;
  /**
   * A private key: a secret.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly privateKey?: unknown | null;
}

/** What a CryptographicKey may say, whatever its type is called. */
export interface CryptographicKeyProperties extends ObjectProperties {
}

/** What a Multikey may say, whatever its type is called. */
export interface MultikeyProperties extends ObjectProperties {
  /**
   * Who controls the key.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly controller?: OneOrMany<Reference> | null;
  /**
   * The public key in Multibase form.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly publicKeyMultibase?: string | null;
  /**
   * The secret key in Multibase form: a secret.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly secretKeyMultibase?: string | null;
  /**
   * The secret key, by the name FEP-6fcd uses: a secret.
   * @deprecated Use instead: `secretKeyMultibase`.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly privateKeyMultibase?: string | null;
  /**
   * When the key was revoked.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly revoked?: DateTime | null;
  /**
   * When the key or proof loses its force.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly expires?: DateTime | null;
}

/** What a DataIntegrityProof may say, whatever its type is called. */
export interface DataIntegrityProofProperties extends ObjectProperties {
  /**
   * When the key or proof loses its force.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly expires?: DateTime | null;
  /**
   * How the proof was made, such as `eddsa-jcs-2022`.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly cryptosuite?: string | null;
  /**
   * What the proof is for, usually `assertionMethod`.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly proofPurpose?: string | null;
  /**
   * The proof itself, in Multibase form.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly proofValue?: string | null;
  /**
   * The key that verifies the proof.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly verificationMethod?: OneOrMany<Reference> | null;
  /**
   * A text that the proof answers to.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly challenge?: string | null;
  /**
   * Where the proof is meant to be used.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly domain?: OneOrMany<string> | null;
  /**
   * A text used only once.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly nonce?: string | null;
  /**
   * The proof that has to be checked first.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly previousProof?: Iri | null;
  /**
   * When it was signed.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly created?: DateTime | null;
}

/** What a RsaSignature2017 may say, whatever its type is called. */
export interface RsaSignature2017Properties extends ObjectProperties {
  /**
   * A text used only once.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly nonce?: string | null;
  /**
   * The signature itself, in Base64.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly signatureValue?: string | null;
  /**
   * How the signature was made.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly signatureAlgorithm?: string | null;
  /**
   * The key that signed.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly creator?: Iri | null;
  /**
   * When it was signed.
   * @see https://www.w3.org/TR/vc-data-integrity/
   */
  readonly created?: DateTime | null;
}

/** What a Emoji may say, whatever its type is called. */
export interface EmojiProperties extends ObjectProperties {
  /**
   * The licence of a custom emoji.
   * @see https://misskey-hub.net/ns#_misskey_license
   */
  readonly _misskey_license?: CustomEmojiLicense | null;
}

/** What a IdentityProof may say, whatever its type is called. */
export interface IdentityProofProperties extends ObjectProperties {
}

/** What a Device may say, whatever its type is called. */
export interface DeviceProperties extends ObjectProperties {
  /**
   * Where a key of the device can be had.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#claim
   */
  readonly claim?: Iri | null;
  /**
   * The name of a device.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#deviceId
   */
  readonly deviceId?: string | null;
  /**
   * The key that identifies a device.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#fingerprintKey
   */
  readonly fingerprintKey?: Iri | Ed25519Key | null;
  /**
   * The key that messages to a device are encrypted with.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#identityKey
   */
  readonly identityKey?: Iri | Curve25519Key | null;
}

/** What a EncryptedMessage may say, whatever its type is called. */
export interface EncryptedMessageProperties extends ObjectProperties {
  /**
   * The name of a device.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#deviceId
   */
  readonly deviceId?: string | null;
  /**
   * What lets a recipient report an encrypted message.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#messageFranking
   */
  readonly messageFranking?: string | null;
  /**
   * The kind of an encrypted message.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#messageType
   */
  readonly messageType?: number | null;
  /**
   * The text of a message, encrypted.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#cipherText
   */
  readonly cipherText?: string | null;
}

/** What a Ed25519Key may say, whatever its type is called. */
export interface Ed25519KeyProperties extends ObjectProperties {
  /**
   * A public key in Base64.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#publicKeyBase64
   */
  readonly publicKeyBase64?: string | null;
}

/** What a Curve25519Key may say, whatever its type is called. */
export interface Curve25519KeyProperties extends ObjectProperties {
  /**
   * A public key in Base64.
   * @since Mastodon 3.2
   * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
   * @see https://docs.joinmastodon.org/spec/activitypub/#publicKeyBase64
   */
  readonly publicKeyBase64?: string | null;
}

/** What a Ed25519Signature may say, whatever its type is called. */
export interface Ed25519SignatureProperties extends ObjectProperties {
}

/** What a PropertyValue may say, whatever its type is called. */
export interface PropertyValueProperties extends ObjectProperties {
  /**
   * The content of a profile field, plain or HTML.
   * @see https://schema.org/value
   */
  readonly value?: OneOrMany<string> | null;
}

/** What a PostalAddress may say, whatever its type is called. */
export interface PostalAddressProperties extends ObjectProperties {
  /**
   * Street and number.
   * @see https://schema.org/streetAddress
   */
  readonly streetAddress?: string | null;
  /**
   * The postal code.
   * @see https://schema.org/postalCode
   */
  readonly postalCode?: string | null;
  /**
   * The town.
   * @see https://schema.org/addressLocality
   */
  readonly addressLocality?: string | null;
  /**
   * The region.
   * @see https://schema.org/addressRegion
   */
  readonly addressRegion?: string | null;
  /**
   * The country.
   * @see https://schema.org/addressCountry
   */
  readonly addressCountry?: string | null;
}

/** What a VirtualLocation may say, whatever its type is called. */
export interface VirtualLocationProperties extends ObjectProperties {
}

/** What a EmojiReact may say, whatever its type is called. */
export interface EmojiReactProperties extends ActivityProperties {
}

/** What a ChatMessage may say, whatever its type is called. */
export interface ChatMessageProperties extends ObjectProperties {
}

/** What a Infohash may say, whatever its type is called. */
export interface InfohashProperties extends ObjectProperties {
}

/** What a SensitiveTag may say, whatever its type is called. */
export interface SensitiveTagProperties extends ObjectProperties {
}

/** What a Playlist may say, whatever its type is called. */
export interface PlaylistProperties extends ObjectProperties {
  /**
   * The id of the video within all of PeerTube.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly uuid?: string | null;
  /**
   * The place of a playlist on its channel.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly videoChannelPosition?: number | null;
}

/** What a PlaylistElement may say, whatever its type is called. */
export interface PlaylistElementProperties extends ObjectProperties {
  /**
   * The second at which an entry starts.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly startTimestamp?: number | null;
  /**
   * The second at which an entry stops.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly stopTimestamp?: number | null;
  /**
   * The place of an entry in its playlist.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly position?: number | string | null;
}

/** What a CacheFile may say, whatever its type is called. */
export interface CacheFileProperties extends ObjectProperties {
  /**
   * The size of a file in bytes.
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly size?: number | null;
}

/** What a ApproveReply may say, whatever its type is called. */
export interface ApproveReplyProperties extends ActivityProperties {
  /**
   * The approval of a comment.
   * @since PeerTube 6.2
   * @see https://docs.joinpeertube.org/api/activitypub
   */
  readonly replyApproval?: Reference | null;
}

/** What a RejectReply may say, whatever its type is called. */
export interface RejectReplyProperties extends ActivityProperties {
}

/** What a CommunityPostTag may say, whatever its type is called. */
export interface CommunityPostTagProperties extends ObjectProperties {
}

/** What a Lock may say, whatever its type is called. */
export interface LockProperties extends ActivityProperties {
}

/** What a LikeRequest may say, whatever its type is called. */
export interface LikeRequestProperties extends ActivityProperties {
}

/** What a ReplyRequest may say, whatever its type is called. */
export interface ReplyRequestProperties extends ActivityProperties {
}

/** What a AnnounceRequest may say, whatever its type is called. */
export interface AnnounceRequestProperties extends ActivityProperties {
}

/** What a LikeAuthorization may say, whatever its type is called. */
export interface LikeAuthorizationProperties extends ObjectProperties {
  /**
   * What is allowed: the like, answer, boost or quote.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactingObject?: Reference | null;
  /**
   * The post that the interaction is with.
   * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
   */
  readonly interactionTarget?: Reference | null;
}

/** What a LikeApproval may say, whatever its type is called. */
export interface LikeApprovalProperties extends ObjectProperties {
}

/** What a ReplyAuthorization may say, whatever its type is called. */
export interface ReplyAuthorizationProperties extends ObjectProperties {
}

/** What a ReplyApproval may say, whatever its type is called. */
export interface ReplyApprovalProperties extends ObjectProperties {
}

/** What a AnnounceAuthorization may say, whatever its type is called. */
export interface AnnounceAuthorizationProperties extends ObjectProperties {
}

/** What a AnnounceApproval may say, whatever its type is called. */
export interface AnnounceApprovalProperties extends ObjectProperties {
}

/** What a QuoteRequest may say, whatever its type is called. */
export interface QuoteRequestProperties extends ActivityProperties {
}

/** What a QuoteAuthorization may say, whatever its type is called. */
export interface QuoteAuthorizationProperties extends ObjectProperties {
}

/** What a FeaturedCollection may say, whatever its type is called. */
export interface FeaturedCollectionProperties extends OrderedCollectionProperties {
  /**
   * The hashtag a featured collection is about.
   * @since Mastodon 4.6
   * @see https://w3id.org/fep/7aa9
   */
  readonly topic?: Reference | null;
}

/** What a FeaturedItem may say, whatever its type is called. */
export interface FeaturedItemProperties extends ObjectProperties {
  /**
   * The account that is featured.
   * @since Mastodon 4.6
   * @see https://w3id.org/fep/7aa9
   */
  readonly featuredObject?: Reference | null;
  /**
   * The authorisation.
   * @since Mastodon 4.6
   * @see https://w3id.org/fep/7aa9
   */
  readonly featureAuthorization?: Iri | FeatureAuthorization | null;
}

/** What a FeatureRequest may say, whatever its type is called. */
export interface FeatureRequestProperties extends ActivityProperties {
}

/** What a FeatureAuthorization may say, whatever its type is called. */
export interface FeatureAuthorizationProperties extends ObjectProperties {
}

/** What a Respond may say, whatever its type is called. */
export interface RespondProperties extends ActivityProperties {
}

/** What a VerifiableIdentityStatement may say, whatever its type is called. */
export interface VerifiableIdentityStatementProperties extends ObjectProperties {
  /**
   * The actor a key belongs to.
   * @see https://w3id.org/fep/c390
   */
  readonly alsoKnownAs?: OneOrMany<Reference> | null;
}

/** What a vcard:Individual may say, whatever its type is called. */
export interface VcardIndividualProperties extends ObjectProperties {
}

/** What a nomadicLocation may say, whatever its type is called. */
export interface NomadicLocationProperties extends ObjectProperties {
  /**
   * The account's address on one server.
   * @see https://hubzilla.org/apschema
   */
  readonly locationAddress?: string | null;
  /**
   * That this is the main one.
   * @see https://hubzilla.org/apschema
   */
  readonly locationPrimary?: boolean | null;
  /**
   * That the clone is gone.
   * @see https://hubzilla.org/apschema
   */
  readonly locationDeleted?: boolean | null;
}

/** What a Track may say, whatever its type is called. */
export interface TrackProperties extends ObjectProperties {
  /**
   * The id on MusicBrainz.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly musicbrainzId?: string | null;
  /**
   * The disc of an album that a track is on.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly disc?: number | null;
  /**
   * The album that a track belongs to.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly album?: Iri | Album | null;
  /**
   * Who made the music.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly artists?: readonly (Iri | Artist)[] | null;
  /**
   * The licence.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly license?: Iri | string | null;
  /**
   * Who holds the rights.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly copyright?: string | null;
}

/** What a Album may say, whatever its type is called. */
export interface AlbumProperties extends ObjectProperties {
  /**
   * The id on MusicBrainz.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly musicbrainzId?: string | null;
  /**
   * Who made the music.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly artists?: readonly (Iri | Artist)[] | null;
  /**
   * The picture on the cover.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly cover?: Iri | Image | AnyLink | null;
  /**
   * When the album appeared.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly released?: Day | null;
  /**
   * The licence.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly license?: Iri | string | null;
  /**
   * Who holds the rights.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly copyright?: string | null;
}

/** What a Artist may say, whatever its type is called. */
export interface ArtistProperties extends ObjectProperties {
  /**
   * The id on MusicBrainz.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly musicbrainzId?: string | null;
  /**
   * The licence.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly license?: Iri | string | null;
  /**
   * Who holds the rights.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly copyright?: string | null;
}

/** What a Library may say, whatever its type is called. */
export interface LibraryProperties extends CollectionProperties {
}

/** What a Work may say, whatever its type is called. */
export interface WorkProperties extends ObjectProperties {
  /**
   * The editions of a work.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly editions?: OneOrMany<Reference> | null;
  /**
   * Who wrote it.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly authors?: OneOrMany<Reference> | null;
}

/** What a Edition may say, whatever its type is called. */
export interface EditionProperties extends ObjectProperties {
  /**
   * The picture on the cover.
   * @see https://docs.funkwhale.audio/developer/federation/
   */
  readonly cover?: Iri | Image | AnyLink | null;
  /**
   * The work that an edition is of.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly work?: Reference | null;
  /**
   * Who wrote it.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly authors?: OneOrMany<Reference> | null;
  /**
   * The ISBN.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly isbn13?: OneOrMany<string> | null;
  /**
   * The old ISBN.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly isbn10?: OneOrMany<string> | null;
}

/** What a Author may say, whatever its type is called. */
export interface AuthorProperties extends ObjectProperties {
}

/** What a Shelf may say, whatever its type is called. */
export interface ShelfProperties extends OrderedCollectionProperties {
}

/** What a BookList may say, whatever its type is called. */
export interface BookListProperties extends OrderedCollectionProperties {
}

/** What a Comment may say, whatever its type is called. */
export interface CommentProperties extends NoteProperties {
  /**
   * The book that a post is about.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly inReplyToBook?: Reference | null;
  /**
   * Where the reader is: to-read, reading, read, stopped-reading.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly readingStatus?: string | null;
  /**
   * How far the reader is.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progress?: number | null;
  /**
   * What `progress` counts: PG, pages, or PCT, per cent.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progressMode?: string | null;
}

/** What a Quotation may say, whatever its type is called. */
export interface QuotationProperties extends NoteProperties {
  /**
   * The page, or the per cent, where a passage stands.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly position?: number | string | null;
  /**
   * The passage that is quoted, as HTML.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly quote?: Reference | string | null;
  /**
   * The book that a post is about.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly inReplyToBook?: Reference | null;
  /**
   * Where the reader is: to-read, reading, read, stopped-reading.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly readingStatus?: string | null;
  /**
   * How far the reader is.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progress?: number | null;
  /**
   * What `progress` counts: PG, pages, or PCT, per cent.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progressMode?: string | null;
  /**
   * What `position` counts: PG, pages, or PCT, per cent.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly positionMode?: string | null;
}

/** What a Review may say, whatever its type is called. */
export interface ReviewProperties extends ArticleProperties {
  /**
   * How many of five stars.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly rating?: number | null;
  /**
   * The book that a post is about.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly inReplyToBook?: Reference | null;
  /**
   * Where the reader is: to-read, reading, read, stopped-reading.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly readingStatus?: string | null;
  /**
   * How far the reader is.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progress?: number | null;
  /**
   * What `progress` counts: PG, pages, or PCT, per cent.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progressMode?: string | null;
}

/** What a Rating may say, whatever its type is called. */
export interface RatingProperties extends NoteProperties {
  /**
   * How many of five stars.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly rating?: number | null;
  /**
   * The book that a post is about.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly inReplyToBook?: Reference | null;
  /**
   * Where the reader is: to-read, reading, read, stopped-reading.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly readingStatus?: string | null;
  /**
   * How far the reader is.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progress?: number | null;
  /**
   * What `progress` counts: PG, pages, or PCT, per cent.
   * @see https://docs.joinbookwyrm.com/activitypub.html
   */
  readonly progressMode?: string | null;
}

/** What a GeneratedNote may say, whatever its type is called. */
export interface GeneratedNoteProperties extends NoteProperties {
}

/** What a Member may say, whatever its type is called. */
export interface MemberProperties extends ObjectProperties {
}

/**
 * Anything that can be described: the class above all others but Link.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-object
 */
export interface Object<Type = "Object"> extends ObjectProperties {
  readonly type: Type;
}

/**
 * A qualified, indirect reference to a resource by its address. It is not itself an Object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-link
 */
export interface Link<Type = "Link"> extends LinkProperties {
  readonly type: Type;
}

/**
 * Something that happened, is happening, or may happen.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-activity
 */
export interface Activity<Type = "Activity"> extends ActivityProperties {
  readonly type: Type;
}

/**
 * An activity that acts on nothing: it has no `object`.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-intransitiveactivity
 */
export interface IntransitiveActivity<Type = "IntransitiveActivity"> extends IntransitiveActivityProperties {
  readonly type: Type;
}

/**
 * A set of objects or links; its order says nothing.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-collection
 */
export interface Collection<Type = "Collection"> extends CollectionProperties {
  readonly type: Type;
}

/**
 * A collection whose items stand in a meaningful order.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-orderedcollection
 */
export interface OrderedCollection<Type = "OrderedCollection"> extends OrderedCollectionProperties {
  readonly type: Type;
}

/**
 * One part of a collection that is served in several.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-collectionpage
 */
export interface CollectionPage<Type = "CollectionPage"> extends CollectionPageProperties {
  readonly type: Type;
}

/**
 * One part of an ordered collection that is served in several.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-orderedcollectionpage
 */
export interface OrderedCollectionPage<Type = "OrderedCollectionPage"> extends OrderedCollectionPageProperties {
  readonly type: Type;
}

/**
 * The actor agrees to the object, for example to a Follow or an Invite.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-accept
 */
export interface Accept<Type = "Accept"> extends AcceptProperties {
  readonly type: Type;
}

/**
 * The actor agrees for now, with a reservation.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-tentativeaccept
 */
export interface TentativeAccept<Type = "TentativeAccept"> extends TentativeAcceptProperties {
  readonly type: Type;
}

/**
 * The actor puts the object into the target, such as a collection.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-add
 */
export interface Add<Type = "Add"> extends AddProperties {
  readonly type: Type;
}

/**
 * The actor calls attention to the object; on the fediverse, a boost.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-announce
 */
export interface Announce<Type = "Announce"> extends AnnounceProperties {
  readonly type: Type;
}

/**
 * The actor has reached the location.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-arrive
 */
export interface Arrive<Type = "Arrive"> extends ArriveProperties {
  readonly type: Type;
}

/**
 * The actor wants nothing to do with the object, usually another actor.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-block
 */
export interface Block<Type = "Block"> extends BlockProperties {
  readonly type: Type;
}

/**
 * The actor made the object; on the fediverse, it published a post.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-create
 */
export interface Create<Type = "Create"> extends CreateProperties {
  readonly type: Type;
}

/**
 * The actor removed the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-delete
 */
export interface Delete<Type = "Delete"> extends DeleteProperties {
  readonly type: Type;
}

/**
 * The actor does not like the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-dislike
 */
export interface Dislike<Type = "Dislike"> extends DislikeProperties {
  readonly type: Type;
}

/**
 * The actor reports the object to those who moderate it.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-flag
 */
export interface Flag<Type = "Flag"> extends FlagProperties {
  readonly type: Type;
}

/**
 * The actor wants to receive what the object, usually an actor, publishes.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-follow
 */
export interface Follow<Type = "Follow"> extends FollowProperties {
  readonly type: Type;
}

/**
 * The actor takes no notice of the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-ignore
 */
export interface Ignore<Type = "Ignore"> extends IgnoreProperties {
  readonly type: Type;
}

/**
 * The actor asks others to take part in the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-invite
 */
export interface Invite<Type = "Invite"> extends InviteProperties {
  readonly type: Type;
}

/**
 * The actor became a member of the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-join
 */
export interface Join<Type = "Join"> extends JoinProperties {
  readonly type: Type;
}

/**
 * The actor left the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-leave
 */
export interface Leave<Type = "Leave"> extends LeaveProperties {
  readonly type: Type;
}

/**
 * The actor likes the object; on the fediverse, a favourite.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-like
 */
export interface Like<Type = "Like"> extends LikeProperties {
  readonly type: Type;
}

/**
 * The actor heard the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-listen
 */
export interface Listen<Type = "Listen"> extends ListenProperties {
  readonly type: Type;
}

/**
 * The actor moved the object from origin to target; also how an account moves.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-move
 */
export interface Move<Type = "Move"> extends MoveProperties {
  readonly type: Type;
}

/**
 * The actor offers the object to the target.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-offer
 */
export interface Offer<Type = "Offer"> extends OfferProperties {
  readonly type: Type;
}

/**
 * The actor asks something. Servers treat it as a post: a poll.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-question
 */
export interface Question<Type = "Question"> extends QuestionProperties {
  readonly type: Type;
}

/**
 * The actor read the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-read
 */
export interface Read<Type = "Read"> extends ReadProperties {
  readonly type: Type;
}

/**
 * The actor refuses the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-reject
 */
export interface Reject<Type = "Reject"> extends RejectProperties {
  readonly type: Type;
}

/**
 * The actor refuses for now.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-tentativereject
 */
export interface TentativeReject<Type = "TentativeReject"> extends TentativeRejectProperties {
  readonly type: Type;
}

/**
 * The actor takes the object out of the origin.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-remove
 */
export interface Remove<Type = "Remove"> extends RemoveProperties {
  readonly type: Type;
}

/**
 * The actor goes from origin to target.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-travel
 */
export interface Travel<Type = "Travel"> extends TravelProperties {
  readonly type: Type;
}

/**
 * The actor takes back an earlier activity of its own.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-undo
 */
export interface Undo<Type = "Undo"> extends UndoProperties {
  readonly type: Type;
}

/**
 * The actor changed the object; it is given as it is now.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-update
 */
export interface Update<Type = "Update"> extends UpdateProperties {
  readonly type: Type;
}

/**
 * The actor looked at the object.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-view
 */
export interface View<Type = "View"> extends ViewProperties {
  readonly type: Type;
}

/**
 * A piece of software that acts.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-application
 */
export interface Application<Type = "Application"> extends ApplicationProperties {
  readonly type: Type;
}

/**
 * Several actors that act as one; on the fediverse, a community or a channel.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-group
 */
export interface Group<Type = "Group"> extends GroupProperties {
  readonly type: Type;
}

/**
 * A body such as a company or a society.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-organization
 */
export interface Organization<Type = "Organization"> extends OrganizationProperties {
  readonly type: Type;
}

/**
 * A human being's account.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-person
 */
export interface Person<Type = "Person"> extends PersonProperties {
  readonly type: Type;
}

/**
 * A service that acts; on the fediverse, an account run by a bot.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-service
 */
export interface Service<Type = "Service"> extends ServiceProperties {
  readonly type: Type;
}

/**
 * A written work of several paragraphs.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-article
 */
export interface Article<Type = "Article"> extends ArticleProperties {
  readonly type: Type;
}

/**
 * A sound recording.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-audio
 */
export interface Audio<Type = "Audio"> extends AudioProperties {
  readonly type: Type;
}

/**
 * A file of any kind; Mastodon's type for every attachment.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-document
 */
export interface Document<Type = "Document"> extends DocumentProperties {
  readonly type: Type;
}

/**
 * Something that takes place at a time.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-event
 */
export interface Event<Type = "Event"> extends EventProperties {
  readonly type: Type;
}

/**
 * A picture.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-image
 */
export interface Image<Type = "Image"> extends ImageProperties {
  readonly type: Type;
}

/**
 * A link to an actor that is named in the text.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-mention
 */
export interface Mention<Type = "Mention"> extends MentionProperties {
  readonly type: Type;
}

/**
 * A short written work; the usual post.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-note
 */
export interface Note<Type = "Note"> extends NoteProperties {
  readonly type: Type;
}

/**
 * A web page; on Lemmy, a post.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-page
 */
export interface Page<Type = "Page"> extends PageProperties {
  readonly type: Type;
}

/**
 * A location, by name or by coordinates.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-place
 */
export interface Place<Type = "Place"> extends PlaceProperties {
  readonly type: Type;
}

/**
 * A piece of content that describes another object, usually an actor.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-profile
 */
export interface Profile<Type = "Profile"> extends ProfileProperties {
  readonly type: Type;
}

/**
 * A statement that one thing stands in a relation to another.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-relationship
 */
export interface Relationship<Type = "Relationship"> extends RelationshipProperties {
  readonly type: Type;
}

/**
 * What is left where an object was deleted.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-tombstone
 */
export interface Tombstone<Type = "Tombstone"> extends TombstoneProperties {
  readonly type: Type;
}

/**
 * A moving picture.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/#dfn-video
 */
export interface Video<Type = "Video"> extends VideoProperties {
  readonly type: Type;
}

/**
 * A tag of a post: `name` with its # and `href` to what else has it.
 * @see https://purl.archive.org/socialweb/miscellany
 */
export interface Hashtag<Type = "Hashtag"> extends HashtagProperties {
  readonly type: Type;
}

/**
 * A public key, as Misskey types it.
 * @see https://www.w3.org/TR/vc-data-integrity/
 */
export interface Key<Type = "Key"> extends KeyProperties {
  readonly type: Type;
}

/**
 * A public key, by its name in the security context.
 * @see https://www.w3.org/TR/vc-data-integrity/
 */
export interface CryptographicKey<Type = "CryptographicKey"> extends CryptographicKeyProperties {
  readonly type: Type;
}

/**
 * A key in Multibase form.
 * @see https://w3id.org/fep/521a
 */
export interface Multikey<Type = "Multikey"> extends MultikeyProperties {
  readonly type: Type;
}

/**
 * A proof that a document comes from who controls a key.
 * @see https://w3id.org/fep/8b32
 */
export interface DataIntegrityProof<Type = "DataIntegrityProof"> extends DataIntegrityProofProperties {
  readonly type: Type;
}

/**
 * A signature over the normalised document, as Mastodon made them.
 * @deprecated Use instead: Data Integrity proofs.
 * @see https://docs.joinmastodon.org/spec/security/#ld
 */
export interface RsaSignature2017<Type = "RsaSignature2017"> extends RsaSignature2017Properties {
  readonly type: Type;
}

/**
 * A custom emoji: a `name` such as `:cat:` that stands in the text, and its picture as `icon`.
 * @see https://docs.joinmastodon.org/spec/activitypub/#Emoji
 */
export interface Emoji<Type = "Emoji"> extends EmojiProperties {
  readonly type: Type;
}

/**
 * A proof on a profile that an account elsewhere is the same person's.
 * @since Mastodon 2.8
 * @deprecated Use instead: gone since Mastodon 3.5.
 * @see https://docs.joinmastodon.org/spec/activitypub/#IdentityProof
 */
export interface IdentityProof<Type = "IdentityProof"> extends IdentityProofProperties {
  readonly type: Type;
}

/**
 * A device that can receive encrypted messages.
 * @since Mastodon 3.2
 * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
 * @see https://docs.joinmastodon.org/spec/activitypub/#Device
 */
export interface Device<Type = "Device"> extends DeviceProperties {
  readonly type: Type;
}

/**
 * A message that only one device can read.
 * @since Mastodon 3.2
 * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
 * @see https://docs.joinmastodon.org/spec/activitypub/#EncryptedMessage
 */
export interface EncryptedMessage<Type = "EncryptedMessage"> extends EncryptedMessageProperties {
  readonly type: Type;
}

/**
 * The key by which a device signs.
 * @since Mastodon 3.2
 * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
 * @see https://docs.joinmastodon.org/spec/activitypub/#Ed25519Key
 */
export interface Ed25519Key<Type = "Ed25519Key"> extends Ed25519KeyProperties {
  readonly type: Type;
}

/**
 * The key by which messages to a device are encrypted.
 * @since Mastodon 3.2
 * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
 * @see https://docs.joinmastodon.org/spec/activitypub/#Curve25519Key
 */
export interface Curve25519Key<Type = "Curve25519Key"> extends Curve25519KeyProperties {
  readonly type: Type;
}

/**
 * A signature by a device's key.
 * @since Mastodon 3.2
 * @deprecated Use instead: gone since Mastodon 4.3, with end-to-end encryption.
 * @see https://docs.joinmastodon.org/spec/activitypub/#Ed25519Signature
 */
export interface Ed25519Signature<Type = "Ed25519Signature"> extends Ed25519SignatureProperties {
  readonly type: Type;
}

/**
 * A field of a profile: `name` and `value`, which may hold HTML.
 * @see https://schema.org/PropertyValue
 */
export interface PropertyValue<Type = "PropertyValue"> extends PropertyValueProperties {
  readonly type: Type;
}

/**
 * A postal address, in the parts that a letter has.
 * @see https://schema.org/PostalAddress
 */
export interface PostalAddress<Type = "PostalAddress"> extends PostalAddressProperties {
  readonly type: Type;
}

/**
 * A place on the web where an event takes place.
 * @see https://schema.org/VirtualLocation
 */
export interface VirtualLocation<Type = "VirtualLocation"> extends VirtualLocationProperties {
  readonly type: Type;
}

/**
 * A reaction to a post with an emoji, which is the `content`.
 * @see https://w3id.org/fep/c0e0
 */
export interface EmojiReact<Type = "EmojiReact"> extends EmojiReactProperties {
  readonly type: Type;
}

/**
 * A message in a one-to-one chat: never public.
 * @see https://docs-develop.pleroma.social/backend/development/ap_extensions/
 */
export interface ChatMessage<Type = "ChatMessage"> extends ChatMessageProperties {
  readonly type: Type;
}

/**
 * A tag of a link to a torrent: its hash as `name`.
 * @see https://docs.joinpeertube.org/api/activitypub
 */
export interface Infohash<Type = "Infohash"> extends InfohashProperties {
  readonly type: Type;
}

/**
 * A tag that says in which way a video is sensitive.
 * @since PeerTube 7.2
 * @see https://docs.joinpeertube.org/api/activitypub
 */
export interface SensitiveTag<Type = "SensitiveTag"> extends SensitiveTagProperties {
  readonly type: Type;
}

/**
 * A list of videos by one account.
 * @see https://docs.joinpeertube.org/api/activitypub
 */
export interface Playlist<Type = "Playlist"> extends PlaylistProperties {
  readonly type: Type;
}

/**
 * One entry of a playlist.
 * @see https://docs.joinpeertube.org/api/activitypub
 */
export interface PlaylistElement<Type = "PlaylistElement"> extends PlaylistElementProperties {
  readonly type: Type;
}

/**
 * A copy of a video file that another server holds.
 * @see https://docs.joinpeertube.org/api/activitypub
 */
export interface CacheFile<Type = "CacheFile"> extends CacheFileProperties {
  readonly type: Type;
}

/**
 * The owner of a video lets a held comment through.
 * @since PeerTube 6.2
 * @see https://docs.joinpeertube.org/api/activitypub
 */
export interface ApproveReply<Type = "ApproveReply"> extends ApproveReplyProperties {
  readonly type: Type;
}

/**
 * The owner of a video keeps a held comment back.
 * @since PeerTube 6.2
 * @see https://docs.joinpeertube.org/api/activitypub
 */
export interface RejectReply<Type = "RejectReply"> extends RejectReplyProperties {
  readonly type: Type;
}

/**
 * A tag that a community defines for its posts.
 * @since Lemmy 1.0
 * @see https://join-lemmy.org/docs/contributors/05-federation.html
 */
export interface CommunityPostTag<Type = "CommunityPostTag"> extends CommunityPostTagProperties {
  readonly type: Type;
}

/**
 * A moderator closes a post to comments.
 * @since Lemmy 1.0
 * @see https://join-lemmy.org/docs/contributors/05-federation.html
 */
export interface Lock<Type = "Lock"> extends LockProperties {
  readonly type: Type;
}

/**
 * A request to be allowed to like a post.
 * @since GoToSocial 0.20
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface LikeRequest<Type = "LikeRequest"> extends LikeRequestProperties {
  readonly type: Type;
}

/**
 * A request to be allowed to answer a post.
 * @since GoToSocial 0.20
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface ReplyRequest<Type = "ReplyRequest"> extends ReplyRequestProperties {
  readonly type: Type;
}

/**
 * A request to be allowed to boost a post.
 * @since GoToSocial 0.20
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface AnnounceRequest<Type = "AnnounceRequest"> extends AnnounceRequestProperties {
  readonly type: Type;
}

/**
 * The author's word that a like is allowed.
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface LikeAuthorization<Type = "LikeAuthorization"> extends LikeAuthorizationProperties {
  readonly type: Type;
}

/**
 * The earlier name of LikeAuthorization.
 * @deprecated Use instead: the names of GoToSocial 0.20.
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface LikeApproval<Type = "LikeApproval"> extends LikeApprovalProperties {
  readonly type: Type;
}

/**
 * The author's word that an answer is allowed.
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface ReplyAuthorization<Type = "ReplyAuthorization"> extends ReplyAuthorizationProperties {
  readonly type: Type;
}

/**
 * The earlier name of ReplyAuthorization.
 * @deprecated Use instead: the names of GoToSocial 0.20.
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface ReplyApproval<Type = "ReplyApproval"> extends ReplyApprovalProperties {
  readonly type: Type;
}

/**
 * The author's word that a boost is allowed.
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface AnnounceAuthorization<Type = "AnnounceAuthorization"> extends AnnounceAuthorizationProperties {
  readonly type: Type;
}

/**
 * The earlier name of AnnounceAuthorization.
 * @deprecated Use instead: the names of GoToSocial 0.20.
 * @see https://docs.gotosocial.org/en/latest/federation/interaction_policy/
 */
export interface AnnounceApproval<Type = "AnnounceApproval"> extends AnnounceApprovalProperties {
  readonly type: Type;
}

/**
 * A request to be allowed to quote a post: `object`, by `instrument`.
 * @since Mastodon 4.5
 * @see https://w3id.org/fep/044f
 */
export interface QuoteRequest<Type = "QuoteRequest"> extends QuoteRequestProperties {
  readonly type: Type;
}

/**
 * The author's word that a quote is allowed.
 * @since Mastodon 4.5
 * @see https://w3id.org/fep/044f
 */
export interface QuoteAuthorization<Type = "QuoteAuthorization"> extends QuoteAuthorizationProperties {
  readonly type: Type;
}

/**
 * A collection of accounts that someone recommends.
 * @since Mastodon 4.6
 * @see https://w3id.org/fep/7aa9
 */
export interface FeaturedCollection<Type = "FeaturedCollection"> extends FeaturedCollectionProperties {
  readonly type: Type;
}

/**
 * One account in a featured collection.
 * @since Mastodon 4.6
 * @see https://w3id.org/fep/7aa9
 */
export interface FeaturedItem<Type = "FeaturedItem"> extends FeaturedItemProperties {
  readonly type: Type;
}

/**
 * A request to be allowed to feature an account.
 * @since Mastodon 4.6
 * @see https://w3id.org/fep/7aa9
 */
export interface FeatureRequest<Type = "FeatureRequest"> extends FeatureRequestProperties {
  readonly type: Type;
}

/**
 * The account's word that it may be featured.
 * @since Mastodon 4.6
 * @see https://w3id.org/fep/7aa9
 */
export interface FeatureAuthorization<Type = "FeatureAuthorization"> extends FeatureAuthorizationProperties {
  readonly type: Type;
}

/**
 * An answer to a poll.
 * @see https://w3id.org/fep/9967
 */
export interface Respond<Type = "Respond"> extends RespondProperties {
  readonly type: Type;
}

/**
 * A profile field in which a key states whose it is.
 * @see https://w3id.org/fep/c390
 */
export interface VerifiableIdentityStatement<Type = "VerifiableIdentityStatement"> extends VerifiableIdentityStatementProperties {
  readonly type: Type;
}

/**
 * A single person.
 * @see https://www.w3.org/TR/vcard-rdf/
 */
export interface VcardIndividual<Type = "vcard:Individual"> extends VcardIndividualProperties {
  readonly type: Type;
}

/**
 * One of the servers that hold a clone of an account.
 * @see https://hubzilla.org/apschema
 */
export interface NomadicLocation<Type = "nomadicLocation"> extends NomadicLocationProperties {
  readonly type: Type;
}

/**
 * A piece of music.
 * @see https://docs.funkwhale.audio/developer/federation/
 */
export interface Track<Type = "Track"> extends TrackProperties {
  readonly type: Type;
}

/**
 * An album.
 * @see https://docs.funkwhale.audio/developer/federation/
 */
export interface Album<Type = "Album"> extends AlbumProperties {
  readonly type: Type;
}

/**
 * A musician or band.
 * @see https://docs.funkwhale.audio/developer/federation/
 */
export interface Artist<Type = "Artist"> extends ArtistProperties {
  readonly type: Type;
}

/**
 * A collection of recordings.
 * @see https://docs.funkwhale.audio/developer/federation/
 */
export interface Library<Type = "Library"> extends LibraryProperties {
  readonly type: Type;
}

/**
 * A book, apart from its editions.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Work<Type = "Work"> extends WorkProperties {
  readonly type: Type;
}

/**
 * One edition of a book.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Edition<Type = "Edition"> extends EditionProperties {
  readonly type: Type;
}

/**
 * Who wrote a book.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Author<Type = "Author"> extends AuthorProperties {
  readonly type: Type;
}

/**
 * A reader's shelf.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Shelf<Type = "Shelf"> extends ShelfProperties {
  readonly type: Type;
}

/**
 * A list of books.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface BookList<Type = "BookList"> extends BookListProperties {
  readonly type: Type;
}

/**
 * A remark on a book.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Comment<Type = "Comment"> extends CommentProperties {
  readonly type: Type;
}

/**
 * A passage from a book.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Quotation<Type = "Quotation"> extends QuotationProperties {
  readonly type: Type;
}

/**
 * A review of a book.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Review<Type = "Review"> extends ReviewProperties {
  readonly type: Type;
}

/**
 * Stars for a book, without words.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface Rating<Type = "Rating"> extends RatingProperties {
  readonly type: Type;
}

/**
 * A post the server made, such as that reading began.
 * @see https://docs.joinbookwyrm.com/activitypub.html
 */
export interface GeneratedNote<Type = "GeneratedNote"> extends GeneratedNoteProperties {
  readonly type: Type;
}

/**
 * The membership of someone in a group.
 * @see https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/
 */
export interface Member<Type = "Member"> extends MemberProperties {
  readonly type: Type;
}

/** Any object of a type that the vocabulary knows, told apart by `type`. */
export type AnyObject =
  | Object
  | Activity
  | IntransitiveActivity
  | Collection
  | OrderedCollection
  | CollectionPage
  | OrderedCollectionPage
  | Accept
  | TentativeAccept
  | Add
  | Announce
  | Arrive
  | Block
  | Create
  | Delete
  | Dislike
  | Flag
  | Follow
  | Ignore
  | Invite
  | Join
  | Leave
  | Like
  | Listen
  | Move
  | Offer
  | Question
  | Read
  | Reject
  | TentativeReject
  | Remove
  | Travel
  | Undo
  | Update
  | View
  | Application
  | Group
  | Organization
  | Person
  | Service
  | Article
  | Audio
  | Document
  | Event
  | Image
  | Note
  | Page
  | Place
  | Profile
  | Relationship
  | Tombstone
  | Video
  | Key
  | CryptographicKey
  | Multikey
  | DataIntegrityProof
  | RsaSignature2017
  | Emoji
  | IdentityProof
  | Device
  | EncryptedMessage
  | Ed25519Key
  | Curve25519Key
  | Ed25519Signature
  | PropertyValue
  | PostalAddress
  | VirtualLocation
  | EmojiReact
  | ChatMessage
  | Infohash
  | SensitiveTag
  | Playlist
  | PlaylistElement
  | CacheFile
  | ApproveReply
  | RejectReply
  | CommunityPostTag
  | Lock
  | LikeRequest
  | ReplyRequest
  | AnnounceRequest
  | LikeAuthorization
  | LikeApproval
  | ReplyAuthorization
  | ReplyApproval
  | AnnounceAuthorization
  | AnnounceApproval
  | QuoteRequest
  | QuoteAuthorization
  | FeaturedCollection
  | FeaturedItem
  | FeatureRequest
  | FeatureAuthorization
  | Respond
  | VerifiableIdentityStatement
  | VcardIndividual
  | NomadicLocation
  | Track
  | Album
  | Artist
  | Library
  | Work
  | Edition
  | Author
  | Shelf
  | BookList
  | Comment
  | Quotation
  | Review
  | Rating
  | GeneratedNote
  | Member;

/** Any link. */
export type AnyLink =
  | Link
  | Mention
  | Hashtag;

/** Any activity. */
export type AnyActivity =
  | Activity
  | IntransitiveActivity
  | Accept
  | TentativeAccept
  | Add
  | Announce
  | Arrive
  | Block
  | Create
  | Delete
  | Dislike
  | Flag
  | Follow
  | Ignore
  | Invite
  | Join
  | Leave
  | Like
  | Listen
  | Move
  | Offer
  | Question
  | Read
  | Reject
  | TentativeReject
  | Remove
  | Travel
  | Undo
  | Update
  | View
  | EmojiReact
  | ApproveReply
  | RejectReply
  | Lock
  | LikeRequest
  | ReplyRequest
  | AnnounceRequest
  | QuoteRequest
  | FeatureRequest
  | Respond;

/** Any collection or page of one. */
export type AnyCollection =
  | Collection
  | OrderedCollection
  | CollectionPage
  | OrderedCollectionPage
  | FeaturedCollection
  | Library
  | Shelf
  | BookList;

/** The types of actors. */
export type AnyActor = Application | Group | Organization | Person | Service;

/** Each class by its name, as a document that may have several types. What `isOfType` narrows to. */
export interface ByType {
  readonly Object: Object<"Object" | readonly string[]>;
  readonly Link: Link<"Link" | readonly string[]>;
  readonly Activity: Activity<"Activity" | readonly string[]>;
  readonly IntransitiveActivity: IntransitiveActivity<"IntransitiveActivity" | readonly string[]>;
  readonly Collection: Collection<"Collection" | readonly string[]>;
  readonly OrderedCollection: OrderedCollection<"OrderedCollection" | readonly string[]>;
  readonly CollectionPage: CollectionPage<"CollectionPage" | readonly string[]>;
  readonly OrderedCollectionPage: OrderedCollectionPage<"OrderedCollectionPage" | readonly string[]>;
  readonly Accept: Accept<"Accept" | readonly string[]>;
  readonly TentativeAccept: TentativeAccept<"TentativeAccept" | readonly string[]>;
  readonly Add: Add<"Add" | readonly string[]>;
  readonly Announce: Announce<"Announce" | readonly string[]>;
  readonly Arrive: Arrive<"Arrive" | readonly string[]>;
  readonly Block: Block<"Block" | readonly string[]>;
  readonly Create: Create<"Create" | readonly string[]>;
  readonly Delete: Delete<"Delete" | readonly string[]>;
  readonly Dislike: Dislike<"Dislike" | readonly string[]>;
  readonly Flag: Flag<"Flag" | readonly string[]>;
  readonly Follow: Follow<"Follow" | readonly string[]>;
  readonly Ignore: Ignore<"Ignore" | readonly string[]>;
  readonly Invite: Invite<"Invite" | readonly string[]>;
  readonly Join: Join<"Join" | readonly string[]>;
  readonly Leave: Leave<"Leave" | readonly string[]>;
  readonly Like: Like<"Like" | readonly string[]>;
  readonly Listen: Listen<"Listen" | readonly string[]>;
  readonly Move: Move<"Move" | readonly string[]>;
  readonly Offer: Offer<"Offer" | readonly string[]>;
  readonly Question: Question<"Question" | readonly string[]>;
  readonly Read: Read<"Read" | readonly string[]>;
  readonly Reject: Reject<"Reject" | readonly string[]>;
  readonly TentativeReject: TentativeReject<"TentativeReject" | readonly string[]>;
  readonly Remove: Remove<"Remove" | readonly string[]>;
  readonly Travel: Travel<"Travel" | readonly string[]>;
  readonly Undo: Undo<"Undo" | readonly string[]>;
  readonly Update: Update<"Update" | readonly string[]>;
  readonly View: View<"View" | readonly string[]>;
  readonly Application: Application<"Application" | readonly string[]>;
  readonly Group: Group<"Group" | readonly string[]>;
  readonly Organization: Organization<"Organization" | readonly string[]>;
  readonly Person: Person<"Person" | readonly string[]>;
  readonly Service: Service<"Service" | readonly string[]>;
  readonly Article: Article<"Article" | readonly string[]>;
  readonly Audio: Audio<"Audio" | readonly string[]>;
  readonly Document: Document<"Document" | readonly string[]>;
  readonly Event: Event<"Event" | readonly string[]>;
  readonly Image: Image<"Image" | readonly string[]>;
  readonly Mention: Mention<"Mention" | readonly string[]>;
  readonly Note: Note<"Note" | readonly string[]>;
  readonly Page: Page<"Page" | readonly string[]>;
  readonly Place: Place<"Place" | readonly string[]>;
  readonly Profile: Profile<"Profile" | readonly string[]>;
  readonly Relationship: Relationship<"Relationship" | readonly string[]>;
  readonly Tombstone: Tombstone<"Tombstone" | readonly string[]>;
  readonly Video: Video<"Video" | readonly string[]>;
  readonly Hashtag: Hashtag<"Hashtag" | readonly string[]>;
  readonly Key: Key<"Key" | readonly string[]>;
  readonly CryptographicKey: CryptographicKey<"CryptographicKey" | readonly string[]>;
  readonly Multikey: Multikey<"Multikey" | readonly string[]>;
  readonly DataIntegrityProof: DataIntegrityProof<"DataIntegrityProof" | readonly string[]>;
  readonly RsaSignature2017: RsaSignature2017<"RsaSignature2017" | readonly string[]>;
  readonly Emoji: Emoji<"Emoji" | readonly string[]>;
  readonly IdentityProof: IdentityProof<"IdentityProof" | readonly string[]>;
  readonly Device: Device<"Device" | readonly string[]>;
  readonly EncryptedMessage: EncryptedMessage<"EncryptedMessage" | readonly string[]>;
  readonly Ed25519Key: Ed25519Key<"Ed25519Key" | readonly string[]>;
  readonly Curve25519Key: Curve25519Key<"Curve25519Key" | readonly string[]>;
  readonly Ed25519Signature: Ed25519Signature<"Ed25519Signature" | readonly string[]>;
  readonly PropertyValue: PropertyValue<"PropertyValue" | readonly string[]>;
  readonly PostalAddress: PostalAddress<"PostalAddress" | readonly string[]>;
  readonly VirtualLocation: VirtualLocation<"VirtualLocation" | readonly string[]>;
  readonly EmojiReact: EmojiReact<"EmojiReact" | readonly string[]>;
  readonly ChatMessage: ChatMessage<"ChatMessage" | readonly string[]>;
  readonly Infohash: Infohash<"Infohash" | readonly string[]>;
  readonly SensitiveTag: SensitiveTag<"SensitiveTag" | readonly string[]>;
  readonly Playlist: Playlist<"Playlist" | readonly string[]>;
  readonly PlaylistElement: PlaylistElement<"PlaylistElement" | readonly string[]>;
  readonly CacheFile: CacheFile<"CacheFile" | readonly string[]>;
  readonly ApproveReply: ApproveReply<"ApproveReply" | readonly string[]>;
  readonly RejectReply: RejectReply<"RejectReply" | readonly string[]>;
  readonly CommunityPostTag: CommunityPostTag<"CommunityPostTag" | readonly string[]>;
  readonly Lock: Lock<"Lock" | readonly string[]>;
  readonly LikeRequest: LikeRequest<"LikeRequest" | readonly string[]>;
  readonly ReplyRequest: ReplyRequest<"ReplyRequest" | readonly string[]>;
  readonly AnnounceRequest: AnnounceRequest<"AnnounceRequest" | readonly string[]>;
  readonly LikeAuthorization: LikeAuthorization<"LikeAuthorization" | readonly string[]>;
  readonly LikeApproval: LikeApproval<"LikeApproval" | readonly string[]>;
  readonly ReplyAuthorization: ReplyAuthorization<"ReplyAuthorization" | readonly string[]>;
  readonly ReplyApproval: ReplyApproval<"ReplyApproval" | readonly string[]>;
  readonly AnnounceAuthorization: AnnounceAuthorization<"AnnounceAuthorization" | readonly string[]>;
  readonly AnnounceApproval: AnnounceApproval<"AnnounceApproval" | readonly string[]>;
  readonly QuoteRequest: QuoteRequest<"QuoteRequest" | readonly string[]>;
  readonly QuoteAuthorization: QuoteAuthorization<"QuoteAuthorization" | readonly string[]>;
  readonly FeaturedCollection: FeaturedCollection<"FeaturedCollection" | readonly string[]>;
  readonly FeaturedItem: FeaturedItem<"FeaturedItem" | readonly string[]>;
  readonly FeatureRequest: FeatureRequest<"FeatureRequest" | readonly string[]>;
  readonly FeatureAuthorization: FeatureAuthorization<"FeatureAuthorization" | readonly string[]>;
  readonly Respond: Respond<"Respond" | readonly string[]>;
  readonly VerifiableIdentityStatement: VerifiableIdentityStatement<"VerifiableIdentityStatement" | readonly string[]>;
  readonly "vcard:Individual": VcardIndividual<"vcard:Individual" | readonly string[]>;
  readonly nomadicLocation: NomadicLocation<"nomadicLocation" | readonly string[]>;
  readonly Track: Track<"Track" | readonly string[]>;
  readonly Album: Album<"Album" | readonly string[]>;
  readonly Artist: Artist<"Artist" | readonly string[]>;
  readonly Library: Library<"Library" | readonly string[]>;
  readonly Work: Work<"Work" | readonly string[]>;
  readonly Edition: Edition<"Edition" | readonly string[]>;
  readonly Author: Author<"Author" | readonly string[]>;
  readonly Shelf: Shelf<"Shelf" | readonly string[]>;
  readonly BookList: BookList<"BookList" | readonly string[]>;
  readonly Comment: Comment<"Comment" | readonly string[]>;
  readonly Quotation: Quotation<"Quotation" | readonly string[]>;
  readonly Review: Review<"Review" | readonly string[]>;
  readonly Rating: Rating<"Rating" | readonly string[]>;
  readonly GeneratedNote: GeneratedNote<"GeneratedNote" | readonly string[]>;
  readonly Member: Member<"Member" | readonly string[]>;
}
