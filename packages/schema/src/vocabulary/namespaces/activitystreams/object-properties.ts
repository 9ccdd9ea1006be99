import type { PropertyTerm } from "../../term.js";
import { activitystreamsTerms } from "./head.js";

const { many, one } = activitystreamsTerms;
const OBJECT_OR_LINK = ["Object", "Link"] as const;
const EITHER = ["Object", "Link"] as const;

/** Properties of every object, some of links too. */
export const OBJECT_PROPERTIES: readonly PropertyTerm[] = [
  one("id", EITHER, "anyURI", "The globally unique address of the thing. Absent or null: it has none.", {
    iri: "@id",
  }),
  many(
    "type",
    EITHER,
    "termName",
    "What kind of thing it is; several names when an extension refines a core type.",
    {
      iri: "@type",
    },
  ),
  many(
    "name",
    EITHER,
    "langString",
    "Plain text, no HTML: a title, the name of an account, or alternative text.",
    {
      map: "nameMap",
    },
  ),
  many("summary", "Object", "langString", "A summary in HTML. Under a post it is the content warning.", {
    map: "summaryMap",
  }),
  many("content", "Object", "langString", "The text itself, HTML unless `mediaType` says otherwise.", {
    map: "contentMap",
  }),
  one(
    "mediaType",
    EITHER,
    "mediaType",
    "The media type of what a link leads to, or of an object's `content`.",
  ),
  many(
    "attachment",
    "Object",
    OBJECT_OR_LINK,
    "What comes with the object: pictures, files, profile fields.",
  ),
  many(
    "attributedTo",
    EITHER,
    OBJECT_OR_LINK,
    "Who it is from; not always whoever performed an activity on it.",
  ),
  many("context", "Object", OBJECT_OR_LINK, "What it belongs to; on the fediverse, the conversation."),
  many("generator", "Object", OBJECT_OR_LINK, "The software that made it."),
  many("icon", "Object", ["Image", "Link"], "A small picture that stands for the object: an avatar."),
  many("image", "Object", ["Image", "Link"], "A picture of the object, of any size: a profile's header."),
  many("inReplyTo", "Object", OBJECT_OR_LINK, "What this is an answer to."),
  many("location", "Object", OBJECT_OR_LINK, "Where it is or takes place."),
  many("preview", EITHER, OBJECT_OR_LINK, "Something that gives an impression of it."),
  one("replies", "Object", "Collection", "The answers to it."),
  many(
    "tag",
    "Object",
    OBJECT_OR_LINK,
    "What it is related to without holding it: mentions, hashtags, custom emojis.",
  ),
  many("url", "Object", ["anyURI", "Link"], "Where a browser finds it."),
  one("duration", "Object", "duration", "How long it lasts."),
  one("startTime", "Object", "dateTime", "When it begins."),
  one("endTime", "Object", "dateTime", "When it ends; for a poll, when it closes."),
  one("published", "Object", "dateTime", "When it was published."),
  one("updated", "Object", "dateTime", "When it was last changed."),
  one("describes", "Profile", "Object", "The object that a profile is about."),
  many("formerType", "Tombstone", ["Object", "termName"], "The type of what was deleted."),
  one("deleted", "Tombstone", "dateTime", "When it was deleted."),
];
