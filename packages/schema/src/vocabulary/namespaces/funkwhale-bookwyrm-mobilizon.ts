import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const FUNKWHALE_HEAD: NamespaceHead = {
  prefix: "fw",
  iri: "https://funkwhale.audio/ns#",
  title: "Funkwhale",
  link: "https://docs.funkwhale.audio/developer/federation/",
};
const BOOKWYRM_HEAD: NamespaceHead = {
  prefix: "bw",
  iri: "https://bookwyrm.social/ns#",
  title: "BookWyrm",
  link: "https://docs.joinbookwyrm.com/activitypub.html",
};
const MOBILIZON_HEAD: NamespaceHead = {
  prefix: "mz",
  iri: "https://joinmobilizon.org/ns#",
  title: "Mobilizon",
  link: "https://docs.mobilizon.org/5.%20Interoperability/1.activity_pub/",
};
const funkwhale = termsOf(FUNKWHALE_HEAD);
const { many, one, type } = termsOf(BOOKWYRM_HEAD);
const mobilizon = termsOf(MOBILIZON_HEAD);
const MUSIC = ["Track", "Album", "Artist"] as const;
const BOOKS = ["Edition", "Work"] as const;
const STATUSES = ["Comment", "Quotation", "Review", "Rating"] as const;
const OBJECT_OR_LINK = ["Object", "Link"] as const;

export const FUNKWHALE: Namespace = namespace(FUNKWHALE_HEAD, [
  funkwhale.type("Track", "Object", "A piece of music."),
  funkwhale.type("Album", "Object", "An album."),
  funkwhale.type("Artist", "Object", "A musician or band."),
  funkwhale.type("Library", "Collection", "A collection of recordings."),
  funkwhale.one("musicbrainzId", MUSIC, "string", "The id on MusicBrainz."),
  funkwhale.one("bitrate", "Audio", "nonNegativeInteger", "The bits per second of a recording."),
  funkwhale.one("disc", "Track", "nonNegativeInteger", "The disc of an album that a track is on."),
  funkwhale.one("library", "Audio", OBJECT_OR_LINK, "The library that a recording belongs to."),
  funkwhale.one("track", "Audio", "Track", "The piece of music that a recording holds."),
  funkwhale.one("album", "Track", "Album", "The album that a track belongs to."),
  funkwhale.many("artists", ["Track", "Album"], "Artist", "Who made the music.", { list: true }),
  funkwhale.one("cover", ["Album", "Edition"], ["Image", "Link"], "The picture on the cover."),
  funkwhale.one("released", ["Album"], "date", "When the album appeared."),
  funkwhale.one("license", MUSIC, ["anyURI", "string"], "The licence."),
  funkwhale.one("copyright", MUSIC, "string", "Who holds the rights."),
]);

export const BOOKWYRM: Namespace = namespace(BOOKWYRM_HEAD, [
  type("Work", "Object", "A book, apart from its editions."),
  type("Edition", "Object", "One edition of a book."),
  type("Author", "Object", "Who wrote a book."),
  type("Shelf", "OrderedCollection", "A reader's shelf."),
  type("BookList", "OrderedCollection", "A list of books."),
  type("Comment", "Note", "A remark on a book."),
  type("Quotation", "Note", "A passage from a book."),
  type("Review", "Article", "A review of a book."),
  type("Rating", "Note", "Stars for a book, without words."),
  type("GeneratedNote", "Note", "A post the server made, such as that reading began."),
  one("inReplyToBook", STATUSES, OBJECT_OR_LINK, "The book that a post is about."),
  one("readingStatus", STATUSES, "string", "Where the reader is: to-read, reading, read, stopped-reading."),
  one("progress", STATUSES, "integer", "How far the reader is."),
  one("progressMode", STATUSES, "string", "What `progress` counts: PG, pages, or PCT, per cent."),
  one("quote", "Quotation", "string", "The passage that is quoted, as HTML.", {
    iri: "https://bookwyrm.social/ns#quote",
  }),
  one("position", "Quotation", ["string", "integer"], "The page, or the per cent, where a passage stands."),
  one("positionMode", "Quotation", "string", "What `position` counts: PG, pages, or PCT, per cent."),
  one("rating", ["Review", "Rating"], "float", "How many of five stars."),
  one("work", "Edition", OBJECT_OR_LINK, "The work that an edition is of."),
  many("editions", "Work", OBJECT_OR_LINK, "The editions of a work."),
  many("authors", BOOKS, OBJECT_OR_LINK, "Who wrote it."),
  many("isbn13", "Edition", "string", "The ISBN."),
  many("isbn10", "Edition", "string", "The old ISBN."),
]);

export const MOBILIZON: Namespace = namespace(MOBILIZON_HEAD, [
  mobilizon.one("joinMode", "Event", "string", "How to take part: free, restricted, external, invite."),
  mobilizon.one(
    "anonymousParticipationEnabled",
    "Event",
    "boolean",
    "That people without an account can take part.",
  ),
  mobilizon.one("participantCount", "Event", "nonNegativeInteger", "How many take part."),
  mobilizon.one(
    "participationMessage",
    ["Join"],
    "string",
    "What someone who wants to take part has to say.",
  ),
  mobilizon.one("repliesModerationOption", "Event", "string", "Who may comment."),
  mobilizon.one("timezone", "Event", "string", "The time zone of the place."),
  mobilizon.one("openness", "Group", "string", "Who may join a group."),
  mobilizon.one("discussions", "Group", "Collection", "The discussions of a group."),
  mobilizon.one("events", "Group", "Collection", "The events of a group."),
  mobilizon.one("members", "Group", "Collection", "The members of a group."),
  mobilizon.one("posts", "Group", "Collection", "The posts of a group."),
  mobilizon.one("resources", "Group", "Collection", "The shared links of a group."),
  mobilizon.one("todos", "Group", "Collection", "What a group has to do."),
  mobilizon.type("Member", "Object", "The membership of someone in a group."),
]);
