import type { PropertyTerm } from "../../term.js";
import { activitystreamsTerms } from "./head.js";

const { many, one } = activitystreamsTerms;
const OBJECT_OR_LINK = ["Object", "Link"] as const;
const PAGE_OR_LINK = ["CollectionPage", "Link"] as const;

const LINK_PROPERTIES: readonly PropertyTerm[] = [
  one("href", "Link", "anyURI", "The address that a link leads to."),
  one("hreflang", "Link", "languageTag", "The language of what a link leads to."),
  many("rel", "Link", "linkRelation", "How what a link leads to is related to where the link stands."),
  one("height", "Link", "nonNegativeInteger", "The height in pixels. Servers write it on media objects too."),
  one("width", "Link", "nonNegativeInteger", "The width in pixels. Servers write it on media objects too."),
];

const COLLECTION_PROPERTIES: readonly PropertyTerm[] = [
  one(
    "totalItems",
    "Collection",
    "nonNegativeInteger",
    "How many items there are. Servers count in their own ways.",
  ),
  one("current", "Collection", PAGE_OR_LINK, "The page with the items changed last."),
  one("first", "Collection", PAGE_OR_LINK, "The first page."),
  one("last", "Collection", PAGE_OR_LINK, "The last page."),
  many("items", "Collection", OBJECT_OR_LINK, "The items of an unordered collection."),
  many("orderedItems", "OrderedCollection", OBJECT_OR_LINK, "The items of an ordered collection, in order.", {
    iri: "https://www.w3.org/ns/activitystreams#items",
    list: true,
  }),
  one("next", "CollectionPage", PAGE_OR_LINK, "The page after this one."),
  one("prev", "CollectionPage", PAGE_OR_LINK, "The page before this one."),
  one("partOf", "CollectionPage", ["Collection", "Link"], "The collection that a page belongs to."),
  one(
    "startIndex",
    "OrderedCollectionPage",
    "nonNegativeInteger",
    "The place of the page's first item in the whole collection, counted from zero.",
  ),
];

const PLACE_PROPERTIES: readonly PropertyTerm[] = [
  one("accuracy", "Place", "float", "How exact the coordinates are, in per cent.", {
    minimum: 0,
    maximum: 100,
  }),
  one("altitude", "Place", "float", "The height above the sea, in `units`."),
  one("latitude", "Place", "float", "The latitude in degrees."),
  one("longitude", "Place", "float", "The longitude in degrees."),
  one(
    "radius",
    "Place",
    "float",
    "The distance around the coordinates that belongs to the place, in `units`.",
    {
      minimum: 0,
    },
  ),
  one("units", "Place", "unit", "The unit of `radius` and `altitude`; metres when absent."),
];

const AS1 = "ActivityStreams 1.0";

/** Names of ActivityStreams 1.0 that the ontology keeps as deprecated and that old documents still carry. */
const DEPRECATED_PROPERTIES: readonly PropertyTerm[] = [
  many("attachments", "Object", OBJECT_OR_LINK, "The old name of `attachment`.", deprecated("attachment")),
  many("author", "Object", OBJECT_OR_LINK, "The old name of `attributedTo`.", deprecated("attributedTo")),
  many("displayName", "Object", "string", "The old name of `name`.", deprecated("name")),
  many("downstreamDuplicates", "Object", "anyURI", "Copies made from this object.", deprecated()),
  one("objectType", "Object", "termName", "The old name of an object's `type`.", deprecated("type")),
  many("provider", "Object", OBJECT_OR_LINK, "Who provides the object.", deprecated("generator")),
  one("rating", "Object", "float", "How good the object is.", deprecated()),
  many("tags", "Object", OBJECT_OR_LINK, "The old name of `tag`.", deprecated("tag")),
  many("title", "Object", "string", "The old name of a title.", deprecated("name")),
  many("upstreamDuplicates", "Object", "anyURI", "What this object is a copy of.", deprecated()),
  one("verb", "Activity", "termName", "The old name of an activity's `type`.", deprecated("type")),
];

function deprecated(instead?: string): { since: string; deprecated: string; link: string } {
  return {
    since: AS1,
    deprecated: instead === undefined ? "no successor" : `\`${instead}\``,
    link: "https://www.w3.org/TR/activitystreams-core/#deprecated-terms",
  };
}

/** Properties of links, collections and places, and the deprecated ones. */
export const OTHER_PROPERTIES: readonly PropertyTerm[] = [
  ...LINK_PROPERTIES,
  ...COLLECTION_PROPERTIES,
  ...PLACE_PROPERTIES,
  ...DEPRECATED_PROPERTIES,
];
