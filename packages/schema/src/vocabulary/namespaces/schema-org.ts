import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "schema",
  iri: "http://schema.org#",
  title: "schema.org",
  link: "https://schema.org/",
  linkTo: (name) => `https://schema.org/${name}`,
};
const { many, one, type } = termsOf(HEAD);
const ADDRESS = "PostalAddress";
/** PeerTube, Lemmy, Mobilizon and Pixelfed use the real namespace; Mastodon's ends in `#` and can't change now. */
const REAL = "http://schema.org/";

/** What servers borrow from schema.org: profile fields, the facts about a video, postal addresses. */
export const SCHEMA_ORG: Namespace = namespace(HEAD, [
  type("PropertyValue", "Object", "A field of a profile: `name` and `value`, which may hold HTML."),
  type(ADDRESS, "Object", "A postal address, in the parts that a letter has.", {
    iri: `${REAL}PostalAddress`,
  }),
  type("VirtualLocation", "Object", "A place on the web where an event takes place.", {
    iri: `${REAL}VirtualLocation`,
  }),
  many("value", "PropertyValue", "string", "The content of a profile field, plain or HTML."),
  one("identifier", ["Language", "Category"], "string", "A short name: a language tag or a number.", {
    iri: `${REAL}identifier`,
  }),
  many("category", ["Video", "Event"], ["Category", "string"], "What the video or event is about.", {
    iri: `${REAL}category`,
  }),
  one("licence", "Video", ["Category", "string"], "The licence of a video.", { iri: `${REAL}license` }),
  many("language", ["Object"], ["Language", "string"], "The language of a video or post.", {
    iri: `${REAL}inLanguage`,
  }),
  one("isLiveBroadcast", "Video", "boolean", "That the video is or was live.", {
    iri: `${REAL}isLiveBroadcast`,
  }),
  many("subtitleLanguage", "Video", ["Language"], "The subtitles that there are.", {
    iri: `${REAL}subtitleLanguage`,
  }),
  many("hasParts", "Video", ["Object", "Link"], "The chapters of a video.", { iri: `${REAL}hasParts` }),
  one("startOffset", "Object", "float", "Where a chapter begins, in seconds.", { iri: `${REAL}startOffset` }),
  one("endOffset", "Object", "float", "Where a chapter ends, in seconds.", { iri: `${REAL}endOffset` }),
  one(
    "originallyPublishedAt",
    "Video",
    "dateTime",
    "When the video was first published, perhaps elsewhere.",
    {
      iri: `${REAL}datePublished`,
    },
  ),
  many("address", "Place", [ADDRESS, "string"], "The postal address of a place.", { iri: `${REAL}address` }),
  one("streetAddress", ADDRESS, "string", "Street and number.", { iri: `${REAL}streetAddress` }),
  one("postalCode", ADDRESS, "string", "The postal code.", { iri: `${REAL}postalCode` }),
  one("addressLocality", ADDRESS, "string", "The town.", { iri: `${REAL}addressLocality` }),
  one("addressRegion", ADDRESS, "string", "The region.", { iri: `${REAL}addressRegion` }),
  one("addressCountry", ADDRESS, "string", "The country.", { iri: `${REAL}addressCountry` }),
  one("maximumAttendeeCapacity", "Event", "integer", "How many can take part.", {
    iri: `${REAL}maximumAttendeeCapacity`,
  }),
  one("remainingAttendeeCapacity", "Event", "integer", "How many more can take part.", {
    iri: `${REAL}remainingAttendeeCapacity`,
  }),
  termsOf(HEAD).shape("Language", "A language as PeerTube and Lemmy write it: `identifier` and `name`."),
  termsOf(HEAD).shape("Category", "A category or licence as PeerTube writes it: `identifier` and `name`."),
]);
